package aidg.ui.review;

import aidg.engine.review.ReviewItem;
import java.time.Instant;
import java.util.List;

/// What awaits review.
///
/// @param items         most valuable look first
/// @param reviewedToday decided today and not taken back
/// @param scoredAt      when these scores were computed
public record ReviewQueue(List<ReviewItem> items, int reviewedToday, Instant scoredAt) {

    public ReviewQueue {
        items = List.copyOf(items);
    }
}
