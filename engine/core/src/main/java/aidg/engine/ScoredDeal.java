package aidg.engine;

import aidg.engine.bandit.GuardVerdict;
import aidg.engine.domain.Interval;
import aidg.engine.domain.Money;
import aidg.engine.domain.MoneyRange;
import aidg.engine.domain.Proposal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A proposal and what the engine says of it. Desktop and command line show this record.
///
/// @param score        calibrated probability, 0..1, that the deal is approved and reaches the merchant's baseline
/// @param interval     90 % interval of `score`
/// @param approval     probability, 0..1, that a merchant manager approves it as proposed
/// @param reach        probability, 0..1, that it reaches the baseline if it goes out; `approval * reach` is
///                     close to but not exactly `score`, which is calibrated as a whole
/// @param expectedGp30 expected gross profit of the first 30 days, if it goes out
/// @param gp30Range    90 % interval of that gross profit
/// @param risk         0..1, how much this merchant's override history speaks against going out unchanged [PER-14]
/// @param baseRate     share of comparable matured deals that succeeded, 0..1
/// @param baseRateOf   which deals those are: `Restaurant deals in Chicago`
/// @param modelHash    which model said it
/// @param device       what computed it: `CPU`, `CUDA GPU 0`
/// @param trace        how it came about; null unless asked for
public record ScoredDeal(
        Proposal proposal,
        double score,
        Interval interval,
        double approval,
        double reach,
        Money expectedGp30,
        MoneyRange gp30Range,
        double risk,
        double baseRate,
        String baseRateOf,
        GuardVerdict guard,
        String modelHash,
        String device,
        @Nullable ScoreTrace trace) {

    /// Its figures under the names that files and command lines give them; money in dollars.
    public Map<String, Object> figures() {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("score", score);
        figures.put("low", interval.low());
        figures.put("high", interval.high());
        figures.put("approval", approval);
        figures.put("reach", reach);
        figures.put("risk", risk);
        figures.put("expectedGp30", expectedGp30);
        figures.put("expectedGp30Low", gp30Range.low());
        figures.put("expectedGp30High", gp30Range.high());
        return figures;
    }
}
