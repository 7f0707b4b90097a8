package aidg.engine.features;

/// A mean in which a value's weight halves every `halfLifeDays`, pulled towards a prior while little is known.
/// Values are added in the order of their days.
final class Decaying {

    private final double halfLifeDays;
    private double sum;
    private double weight;
    private long day;

    Decaying(double halfLifeDays) {
        this.halfLifeDays = halfLifeDays;
    }

    void add(long onDay, double value) {
        double keep = keep(onDay);
        sum = sum * keep + value;
        weight = weight * keep + 1;
        day = onDay;
    }

    /// How much recent evidence there is on `onDay`: 1 for a value added that day.
    double weight(long onDay) {
        return weight * keep(onDay);
    }

    /// The mean on `onDay`, as if `priorWeight` values equal to `prior` had been added that day.
    double mean(long onDay, double prior, double priorWeight) {
        double keep = keep(onDay);
        return (sum * keep + prior * priorWeight) / (weight * keep + priorWeight);
    }

    /// The mean without a prior, NaN if there is no value.
    double mean() {
        return weight == 0 ? Double.NaN : sum / weight;
    }

    private double keep(long onDay) {
        return weight == 0 ? 0 : Math.pow(0.5, Math.max(0, onDay - day) / halfLifeDays);
    }
}
