package aidg.ui.second;

import aidg.engine.ScoredDeal;
import aidg.engine.SimilarMerchants;
import aidg.engine.domain.OverrideReason;
import aidg.engine.domain.Progress;
import aidg.engine.review.ReviewItem;
import aidg.engine.review.SecondReading;
import aidg.engine.review.SecondReview.Pair;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What this view needs from the engine and the workspace. Every method is called on a background thread and may
/// take its time; an exception's message is shown to the person, so it says what to do next.
public interface SecondReadingDesk {

    /// What the reader can be asked, without anything that tells what was decided. Scores; seconds for data seen for
    /// the first time.
    SecondRound round(Progress progress) throws Exception;

    /// The same deal scored again with its trace; about 20 ms.
    ScoredDeal explain(ReviewItem item) throws Exception;

    /// Merchants like the proposal's, and what came of what they offered.
    SimilarMerchants similar(ReviewItem item) throws Exception;

    /// Writes the answer down; safe on disk when it returns. It stands.
    ///
    /// @param reason why it should not have gone out as proposed, null if it should have
    SecondReading answer(ReviewItem item, @Nullable OverrideReason reason, String comment) throws Exception;

    /// How the reader and others agree, over what both have read.
    SecondResult result() throws Exception;

    /// Reads and decides under this name from now on, in later runs too. A review session that another reader left
    /// open ends.
    void readAs(String name) throws Exception;

    /// Takes the decision of a disagreement back, so that the proposal awaits review again.
    void reopen(Pair pair) throws Exception;

    /// Writes disagreements as CSV, both verdicts side by side.
    void export(List<Pair> pairs, Path file) throws Exception;
}
