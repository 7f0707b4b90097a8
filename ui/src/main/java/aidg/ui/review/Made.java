package aidg.ui.review;

import aidg.engine.domain.DealTerms;
import aidg.engine.domain.OverrideReason;
import aidg.engine.review.Decision;
import aidg.engine.review.ReviewItem;
import org.jspecify.annotations.Nullable;

/// A decision that was written down, with what is needed to take it back and to make it again.
///
/// @param place where the row stood in the queue, from 0
record Made(ReviewItem item, int place, Choice choice, Decision decision) {

    /// What a person chose to do with a proposal.
    sealed interface Choice {

        /// Writes it down.
        Decision record(ReviewDesk desk, ReviewItem item) throws Exception;

        /// What the toast says after the merchant's name.
        String words();

        /// It goes out as proposed.
        record Approving() implements Choice {
            @Override
            public Decision record(ReviewDesk desk, ReviewItem item) throws Exception {
                return desk.approve(item);
            }

            @Override
            public String words() {
                return "approved";
            }
        }

        /// It does not go out as proposed.
        record Overriding(OverrideReason reason, @Nullable DealTerms newTerms, String comment) implements Choice {
            @Override
            public Decision record(ReviewDesk desk, ReviewItem item) throws Exception {
                return desk.override(item, reason, newTerms, comment);
            }

            @Override
            public String words() {
                return newTerms == null ? "overridden" : "overridden with new terms";
            }
        }
    }
}
