package aidg.engine;

import aidg.engine.explain.Honesty;
import java.util.List;
import java.util.Objects;

/// Everything that can be said of why a deal scores as it does, and how far to trust it. [EXP-1] [EXP-2] [EXP-3]
///
/// @param scored       the deal with its trace
/// @param heads        the attention of the trace, head by head: `[head][deal token][merchant token]`
/// @param reasons      what each fact did, by three attributions, largest first as the trace tells it
/// @param completeness how exact the gradients are
/// @param honesty      how far to trust the trace's contributions
/// @param against      the open proposals that it is explained against, by id; empty where nothing else is open
public record Explanation(
        ScoredDeal scored,
        List<List<List<Double>>> heads,
        List<Reason> reasons,
        Completeness completeness,
        Honesty honesty,
        List<String> against) {

    public Explanation {
        heads = List.copyOf(heads);
        reasons = List.copyOf(reasons);
        against = List.copyOf(against);
    }

    /// The trace that it explains.
    public ScoreTrace trace() {
        return Objects.requireNonNull(scored.trace());
    }

    /// One fact, or the facts of one name.
    ///
    /// All three start from the same deals.
    ///
    /// @param contribution as in the trace: Shapley values against open deals of the category
    /// @param gradient     integrated gradients along the lines from those deals, in probability, -1..1
    /// @param occlusion    what the score loses when the fact is that of those deals, -1..1
    /// @param attention    share of the deal's attention that its merchant tokens got, 0..1
    public record Reason(ScoreTrace.Contribution contribution, double gradient, double occlusion, double attention) {}

    /// The gradients' sum against what it should be.
    ///
    /// @param typical  mean probability of the deals that it is explained against, before any risk adjustment
    /// @param deal     probability of this one
    /// @param leftOver what the gradients miss of the difference, in probability
    public record Completeness(double typical, double deal, double leftOver) {}
}
