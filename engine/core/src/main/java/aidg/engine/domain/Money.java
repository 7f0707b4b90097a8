package aidg.engine.domain;

import java.util.Locale;

/// An amount in hundredths of the marketplace's one currency (shown as dollars). Gross profit may be negative.
public record Money(long cents) implements Comparable<Money> {

    public static final Money ZERO = new Money(0);

    /// Rounds half up to the cent; refuses NaN, infinities and amounts beyond 10^15.
    public static Money of(double amount) {
        if (!(Math.abs(amount) <= 1e15)) {
            throw new IllegalArgumentException("amount %s is not a usable sum of money".formatted(amount));
        }
        return new Money(Math.round(amount * 100));
    }

    public double amount() {
        return cents / 100.0;
    }

    public boolean isPositive() {
        return cents > 0;
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(cents, other.cents);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.2f", amount());
    }
}
