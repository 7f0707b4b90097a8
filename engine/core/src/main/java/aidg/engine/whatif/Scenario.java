package aidg.engine.whatif;

import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Interval;
import aidg.engine.domain.Money;
import aidg.engine.domain.MoneyRange;
import java.time.Instant;
import java.time.LocalDate;

/// Terms that somebody tried on a proposal and gave a name, with what the model said of them then.
///
/// @param number    given by the workspace, from 1
/// @param said      the figures as they were when it was saved
/// @param modelHash which model said it
/// @param dataHash  about which data
public record Scenario(
        long number,
        String dealId,
        String name,
        DealTerms terms,
        LocalDate startsOn,
        Said said,
        String modelHash,
        String dataHash,
        Instant savedAt) {

    /// Letters that a name may have where people give one.
    public static final int LONGEST_NAME = 60;

    /// What the model said.
    ///
    /// @param score    0..1, with its 90 % interval
    /// @param approval probability, 0..1, that a manager lets it out
    /// @param gp30     expected gross profit of the first 30 days, with its 90 % interval
    /// @param refusal  why the safety guard refuses it, empty if it does not
    public record Said(
            double score, Interval interval, double approval, Money gp30, MoneyRange gp30Range, String refusal) {}

    /// The same under another name.
    public Scenario named(String other) {
        return new Scenario(number, dealId, other, terms, startsOn, said, modelHash, dataHash, savedAt);
    }
}
