package aidg.engine.marketplace.generator;

import aidg.engine.domain.Money;

/// Prices with the endings that shops use.
final class PriceTag {

    private PriceTag() {}

    /// The nearest ordinary price: below 20 dollars `x.50` or `x.90`, below 100 whole dollars ending in 5 or 9
    /// or an even number, above that ending in 5 or 9.
    static Money near(double amount) {
        if (amount < 20) {
            double whole = Math.floor(Math.max(2, amount));
            return Money.of(whole + (amount - whole < 0.7 ? 0.5 : 0.9));
        }
        long dollars = Math.round(amount);
        long last = dollars % 10;
        if (amount < 100) {
            return Money.of((double) dollars - last + (last < 2 ? 0 : last < 4 ? 2 : last < 7 ? 5 : 9));
        }
        return Money.of((double) dollars - last + (last < 3 ? 0 : last < 7 ? 5 : 9));
    }
}
