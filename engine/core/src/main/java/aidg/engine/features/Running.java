package aidg.engine.features;

/// Count, mean and standard deviation of values seen so far (Welford's method).
final class Running {

    private long count;
    private double mean;
    private double squares;

    void add(double value) {
        count++;
        double delta = value - mean;
        mean += delta / count;
        squares += delta * (value - mean);
    }

    long count() {
        return count;
    }

    /// NaN before the first value.
    double mean() {
        return count == 0 ? Double.NaN : mean;
    }

    /// The mean as if `priorWeight` values equal to `prior` had been seen too.
    double mean(double prior, double priorWeight) {
        return (mean * count + prior * priorWeight) / (count + priorWeight);
    }

    /// Sample standard deviation, NaN before the second value.
    double deviation() {
        return count < 2 ? Double.NaN : Math.sqrt(squares / (count - 1));
    }
}
