package aidg.ui.shell.opening;

import aidg.engine.ScoredDeal;
import aidg.engine.SimilarMerchants;
import aidg.engine.domain.OverrideReason;
import aidg.engine.domain.Progress;
import aidg.engine.review.ReviewItem;
import aidg.engine.review.SecondReading;
import aidg.engine.review.SecondReview.Pair;
import aidg.ui.second.SecondReadingDesk;
import aidg.ui.second.SecondResult;
import aidg.ui.second.SecondRound;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/// A desk of its kind that opens on first use.
///
/// @param desk opens it, or gives what is open
record OpeningSecondReadingDesk(Callable<SecondReadingDesk> desk) implements SecondReadingDesk {

    @Override
    public SecondRound round(Progress progress) throws Exception {
        return desk.call().round(progress);
    }

    @Override
    public ScoredDeal explain(ReviewItem item) throws Exception {
        return desk.call().explain(item);
    }

    @Override
    public SimilarMerchants similar(ReviewItem item) throws Exception {
        return desk.call().similar(item);
    }

    @Override
    public SecondReading answer(ReviewItem item, @Nullable OverrideReason reason, String comment) throws Exception {
        return desk.call().answer(item, reason, comment);
    }

    @Override
    public SecondResult result() throws Exception {
        return desk.call().result();
    }

    @Override
    public void readAs(String name) throws Exception {
        desk.call().readAs(name);
    }

    @Override
    public void reopen(Pair pair) throws Exception {
        desk.call().reopen(pair);
    }

    @Override
    public void export(List<Pair> pairs, Path file) throws Exception {
        desk.call().export(pairs, file);
    }
}
