package aidg.ui.review;

import aidg.engine.review.Decision;
import aidg.engine.review.WrittenNote;
import java.util.List;
import java.util.Optional;

/// What came of writing a choice down, as needed to take it back.
record Receipt(List<Decision> decisions, Optional<WrittenNote> note) {

    static final Receipt NONE = new Receipt(List.of(), Optional.empty());

    Receipt {
        decisions = List.copyOf(decisions);
    }

    static Receipt of(List<Decision> decisions) {
        return new Receipt(decisions, Optional.empty());
    }
}
