package aidg.ui.why;

import aidg.engine.Explanation;
import aidg.engine.PastAttention;
import aidg.engine.review.ReviewItem;
import aidg.ui.page.Problem;
import java.util.List;

/// What the view shows.
sealed interface WhyState {

    /// No proposal is selected.
    record Nobody() implements WhyState {}

    record Loading(ReviewItem item) implements WhyState {}

    record Ready(ReviewItem item, Explanation explanation, List<PastAttention> pasts) implements WhyState {

        public Ready {
            pasts = List.copyOf(pasts);
        }
    }

    record Broken(ReviewItem item, Problem problem) implements WhyState {}
}
