package aidg.engine.domain;

/// What is offered: the four things a merchant manager can change.
///
/// @param discount     reduction against the list price
/// @param price        what the customer pays, more than zero; the list price is `price / (1 - discount)`
/// @param durationDays how long the deal runs, 1 to 365 days
/// @param category     what the deal is sold as; may differ from the merchant's own category
public record DealTerms(Discount discount, Money price, int durationDays, Category category) {

    /// Longest run that is accepted, in days.
    public static final int LONGEST_RUN_DAYS = 365;

    public DealTerms {
        if (!price.isPositive()) {
            throw new IllegalArgumentException("price %s is not more than 0".formatted(price));
        }
        if (durationDays < 1 || durationDays > LONGEST_RUN_DAYS) {
            throw new IllegalArgumentException(
                    "duration %d days is not in 1..%d".formatted(durationDays, LONGEST_RUN_DAYS));
        }
    }

    /// The same offer at another discount: the list price stays, what the customer pays follows, a cent at least.
    public DealTerms withDiscount(Discount changed) {
        return new DealTerms(
                changed,
                Money.of(Math.max(0.01, listPrice().amount() * (1 - changed.fraction()))),
                durationDays,
                category);
    }

    /// What the customer would pay without the deal.
    public Money listPrice() {
        return Money.of(price.amount() / (1 - discount.fraction()));
    }
}
