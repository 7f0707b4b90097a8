package aidg.ui.second;

import aidg.engine.review.ReviewItem;
import java.time.Instant;
import java.util.List;

/// What a reader can be asked.
///
/// @param reader  who reads
/// @param toRead  in an order drawn by lot
/// @param decided decisions in force of anybody
/// @param own     of these, the reader's own
/// @param leftOut decided by others but not offered: refused by the safety guard, or not in the data any more
public record SecondRound(String reader, List<ReviewItem> toRead, int decided, int own, int leftOut, Instant scoredAt) {

    public SecondRound {
        toRead = List.copyOf(toRead);
    }
}
