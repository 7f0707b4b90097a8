package aidg.ui.review;

import aidg.engine.domain.DealTerms;
import aidg.engine.domain.OverrideReason;
import aidg.engine.review.ReviewItem;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a person chose to do with proposals. Each can be taken back.
sealed interface Choice {

    /// Writes it down.
    Receipt record(ReviewDesk desk, List<ReviewItem> items) throws Exception;

    /// Writes down that it is taken back.
    default void takeBack(ReviewDesk desk, List<ReviewItem> items, Receipt receipt) throws Exception {
        desk.withdraw(receipt.decisions());
    }

    /// What the toast says after the merchant's name.
    String words();

    /// Whether it decides, so that it counts as reviewed.
    default boolean decides() {
        return true;
    }

    /// They go out as proposed.
    record Approving() implements Choice {
        @Override
        public Receipt record(ReviewDesk desk, List<ReviewItem> items) throws Exception {
            return Receipt.of(desk.approve(items));
        }

        @Override
        public String words() {
            return "approved";
        }
    }

    /// They do not go out as proposed.
    record Overriding(OverrideReason reason, @Nullable DealTerms newTerms, String comment) implements Choice {
        @Override
        public Receipt record(ReviewDesk desk, List<ReviewItem> items) throws Exception {
            return Receipt.of(desk.override(items, reason, newTerms, comment));
        }

        @Override
        public String words() {
            return newTerms == null ? "overridden" : "overridden with new terms";
        }
    }

    /// They await review again on a day.
    ///
    /// @param words `snoozed until Mon, Nov 23`
    record Snoozing(LocalDate until, String words) implements Choice {
        @Override
        public Receipt record(ReviewDesk desk, List<ReviewItem> items) throws Exception {
            desk.snooze(items, until);
            return Receipt.NONE;
        }

        @Override
        public void takeBack(ReviewDesk desk, List<ReviewItem> items, Receipt receipt) throws Exception {
            desk.wake(items);
        }

        @Override
        public boolean decides() {
            return false;
        }
    }

    /// They were put off and await review again at once.
    ///
    /// @param until the day they were put off to
    record Waking(LocalDate until) implements Choice {
        @Override
        public Receipt record(ReviewDesk desk, List<ReviewItem> items) throws Exception {
            desk.wake(items);
            return Receipt.NONE;
        }

        @Override
        public void takeBack(ReviewDesk desk, List<ReviewItem> items, Receipt receipt) throws Exception {
            desk.snooze(items, until);
        }

        @Override
        public String words() {
            return "awaits review again";
        }

        @Override
        public boolean decides() {
            return false;
        }
    }

    /// Something was written about the merchant; the proposal stays where it is.
    record Noting(String text) implements Choice {
        @Override
        public Receipt record(ReviewDesk desk, List<ReviewItem> items) throws Exception {
            return new Receipt(List.of(), Optional.of(desk.note(items.getFirst(), text)));
        }

        @Override
        public void takeBack(ReviewDesk desk, List<ReviewItem> items, Receipt receipt) throws Exception {
            if (receipt.note().isPresent()) {
                desk.withdrawNote(receipt.note().get());
            }
        }

        @Override
        public String words() {
            return "has a new note";
        }

        @Override
        public boolean decides() {
            return false;
        }
    }
}
