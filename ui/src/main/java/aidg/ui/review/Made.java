package aidg.ui.review;

import aidg.engine.review.ReviewItem;
import java.util.List;

/// A choice that was written down, with what is needed to take it back and to make it again.
record Made(List<ReviewItem> items, Choice choice, Receipt receipt) {

    Made {
        items = List.copyOf(items);
    }

    /// Whom it was about, for a sentence: `Osteria Fontana`, `4 proposals`.
    static String whom(List<ReviewItem> items) {
        return items.size() == 1 ? items.getFirst().merchant().name() : items.size() + " proposals";
    }
}
