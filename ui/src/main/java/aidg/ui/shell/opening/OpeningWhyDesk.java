package aidg.ui.shell.opening;

import aidg.engine.Explanation;
import aidg.engine.PastAttention;
import aidg.engine.review.ReviewItem;
import aidg.ui.why.WhyDesk;
import java.util.List;
import java.util.concurrent.Callable;

/// A desk for explanations that opens on first use.
///
/// @param desk opens it, or gives what is open
record OpeningWhyDesk(Callable<WhyDesk> desk) implements WhyDesk {

    @Override
    public Explanation explain(ReviewItem item) throws Exception {
        return desk.call().explain(item);
    }

    @Override
    public List<PastAttention> pasts(ReviewItem item) throws Exception {
        return desk.call().pasts(item);
    }
}
