package aidg.engine.domain;

/// A 90 % interval of sums of money, `low <= high`.
public record MoneyRange(Money low, Money high) {

    public MoneyRange {
        if (low.compareTo(high) > 0) {
            throw new IllegalArgumentException("range %s..%s is upside down".formatted(low, high));
        }
    }
}
