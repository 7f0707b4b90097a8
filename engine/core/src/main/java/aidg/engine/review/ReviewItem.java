package aidg.engine.review;

import aidg.engine.ScoredDeal;
import aidg.engine.domain.City;
import aidg.engine.domain.Merchant;
import aidg.engine.domain.Money;

/// One row of the review queue.
///
/// @param value  what looking at it is worth
/// @param reason why it needs a look, in a few words: `Wide interval`
public record ReviewItem(ScoredDeal scored, Merchant merchant, City city, Value value, String reason) {

    /// Value of review: GP at stake x uncertainty x override likelihood.
    ///
    /// @param atStake        expected gross profit that hangs on the decision
    /// @param uncertainty    width of the score's 90 % interval, 0..1
    /// @param overrideChance probability that the manager overrides, 0..1
    public record Value(Money atStake, double uncertainty, double overrideChance) {

        public Money worth() {
            return Money.of(Math.abs(atStake.amount()) * uncertainty * overrideChance);
        }
    }
}
