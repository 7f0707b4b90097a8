package aidg.engine.whatif;

import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Money;
import aidg.engine.domain.MoneyRange;

/// What one proposal would bring on some terms.
///
/// @param score    probability, 0..1, that it is approved and reaches the baseline
/// @param approval probability, 0..1, that a manager approves it
/// @param gp30     expected gross profit of 30 days, if it goes out
/// @param range    90 % interval of that gross profit
/// @param allowed  whether the safety guard lets it out
/// @param refusal  why not, for people; empty if it does
/// @param buyers   how many would buy, were there no limit; 0 or more
public record Prospect(
        DealTerms terms,
        double score,
        double approval,
        Money gp30,
        MoneyRange range,
        boolean allowed,
        String refusal,
        double buyers) {

    /// Half the width of the 90 % interval, dollars.
    double halfWidth() {
        return (range.high().amount() - range.low().amount()) / 2;
    }
}
