package aidg.app.desktop;

import aidg.engine.domain.Progress;
import aidg.engine.review.ReviewItem;
import aidg.engine.review.ReviewWeights;
import aidg.ui.review.ReviewDesk;
import aidg.ui.review.TodaysQueue;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/// A forgetful desk with another queue.
final class CrowdedDesk extends ForgetfulDesk {

    private final List<ReviewItem> items;
    private final Clock clock;

    CrowdedDesk(ReviewDesk real, List<ReviewItem> items, Clock clock) {
        super(real, clock);
        this.items = items;
        this.clock = clock;
    }

    @Override
    public TodaysQueue queue(Progress progress) {
        return new TodaysQueue(items, Map.of(), 0, clock.instant(), ReviewWeights.PLAIN, List.of(), Map.of());
    }
}
