package aidg.engine.forecast;

/// A sum whose addends fade by `exp(-days / scale)`.
final class Fading {

    private final double scale;
    private double sum;
    private long day;

    /// @param scale days after which 37 % are left
    Fading(double scale) {
        this.scale = scale;
    }

    void add(long on, double value) {
        sum = on(on) + value;
        day = on;
    }

    double on(long today) {
        return sum * Math.exp(-Math.max(0, today - day) / scale);
    }
}
