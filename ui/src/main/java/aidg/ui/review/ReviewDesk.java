package aidg.ui.review;

import aidg.engine.ScoredDeal;
import aidg.engine.domain.DealTerms;
import aidg.engine.domain.OverrideReason;
import aidg.engine.domain.Progress;
import aidg.engine.domain.Proposal;
import aidg.engine.explain.Honesty;
import aidg.engine.review.Decision;
import aidg.engine.review.ReviewItem;
import org.jspecify.annotations.Nullable;

/// What reviewing needs from the engine and the workspace. Every method is called on a background thread and
/// may take its time; an exception's message is shown to the person, so it says what to do next.
public interface ReviewDesk {

    /// Today's proposals that await review, most valuable look first. Seconds for data seen for the first time.
    ///
    /// @param progress throws if nobody waits any more
    ReviewQueue queue(Progress progress) throws Exception;

    /// The same deal scored again with its trace; about 20 ms.
    ScoredDeal explain(ReviewItem item) throws Exception;

    /// How far that explanation can be trusted, measured on the model; some tenths of a second.
    Honesty check(ReviewItem item) throws Exception;

    /// The proposal under other terms, without a trace; asked for while somebody types.
    ScoredDeal rescore(Proposal proposal, DealTerms terms) throws Exception;

    /// Writes down that it goes out as proposed. On return it is safe on disk.
    Decision approve(ReviewItem item) throws Exception;

    /// Writes down that it does not go out as proposed. On return it is safe on disk.
    ///
    /// @param newTerms what goes out instead, null if nothing does
    Decision override(ReviewItem item, OverrideReason reason, @Nullable DealTerms newTerms, String comment)
            throws Exception;

    /// Writes down that a decision is taken back. On return it is safe on disk.
    Decision withdraw(Decision decision) throws Exception;
}
