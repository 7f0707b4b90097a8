package aidg.ui.why;

import aidg.engine.Explanation;
import aidg.engine.PastAttention;
import aidg.engine.review.ReviewItem;
import java.util.List;

/// What explaining needs from the engine. Every method is called on a background thread and may take its time; an
/// exception's message is shown to the person, so it says what to do next.
public interface WhyDesk {

    /// Everything that can be said of why a proposal scores as it does, with how far to trust it; some tenths of a
    /// second, at once if it was asked for lately.
    Explanation explain(ReviewItem item) throws Exception;

    /// The deals and overrides of the past that the model read of its merchant, and where it looked among them.
    List<PastAttention> pasts(ReviewItem item) throws Exception;
}
