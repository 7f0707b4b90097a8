package aidg.engine.domain;

/// A price reduction as a fraction of the list price, 0 (none) up to but not including 1.
/// Sources write 0.25 and 25 for the same thing; the edges convert or refuse, and inside the engine only the
/// fraction exists. [X19]
public record Discount(double fraction) implements Comparable<Discount> {

    public Discount {
        if (!(fraction >= 0 && fraction < 1)) {
            throw new IllegalArgumentException("discount %s is not in 0..1 (write 0.25 for 25%%)".formatted(fraction));
        }
    }

    /// In percent, 0..100.
    public double percent() {
        return fraction * 100;
    }

    @Override
    public int compareTo(Discount other) {
        return Double.compare(fraction, other.fraction);
    }
}
