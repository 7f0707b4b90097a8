package aidg.engine.domain;

/// A 90 % interval of probabilities, `0 <= low <= high <= 1`.
public record Interval(double low, double high) {

    public Interval {
        if (!(0 <= low && low <= high && high <= 1)) {
            throw new IllegalArgumentException("interval %s..%s is not inside 0..1".formatted(low, high));
        }
    }

    public double width() {
        return high - low;
    }
}
