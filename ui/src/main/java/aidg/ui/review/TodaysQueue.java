package aidg.ui.review;

import aidg.engine.review.ReviewItem;
import aidg.engine.review.ReviewWeights;
import aidg.engine.review.SavedView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// What awaits review, and how this person looks at it.
///
/// @param items         most valuable look first, by `weights`; those put off included
/// @param asleep        until when proposals are put off, by id
/// @param reviewedToday decided today and not taken back
/// @param scoredAt      when these scores were computed
/// @param weights       of the factors of the value of review
/// @param views         filters that were given names
/// @param state         where the open session stood when it was last kept: `ReviewState`
public record TodaysQueue(
        List<ReviewItem> items,
        Map<String, LocalDate> asleep,
        int reviewedToday,
        Instant scoredAt,
        ReviewWeights weights,
        List<SavedView> views,
        Map<String, String> state) {

    public TodaysQueue {
        items = List.copyOf(items);
        asleep = Map.copyOf(asleep);
        views = List.copyOf(views);
        state = Map.copyOf(state);
    }
}
