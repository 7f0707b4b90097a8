package aidg.engine.domain;

/// What a deal that ran brought in its first 30 days.
///
/// @param views       how often customers opened the offer
/// @param redemptions how many bought it
/// @param gp30        gross profit of the 30 days from the start; may be negative
public record DealOutcome(int views, int redemptions, Money gp30) {

    public DealOutcome {
        if (views < 0 || redemptions < 0) {
            throw new IllegalArgumentException(
                    "views and redemptions are counts, got %d and %d".formatted(views, redemptions));
        }
    }
}
