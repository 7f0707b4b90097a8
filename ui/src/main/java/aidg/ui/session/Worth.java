package aidg.ui.session;

import aidg.engine.review.SentOut;
import aidg.ui.page.Problem;
import java.util.Optional;

/// What is known of what the session let out.
sealed interface Worth {

    /// The forecast is being asked.
    record Asking() implements Worth {}

    record Known(SentOut out) implements Worth {}

    /// It could not be asked, or was not to be.
    record Unknown(Problem problem) implements Worth {}

    /// The figures, if they are known.
    default Optional<SentOut> known() {
        return this instanceof Known(SentOut out) ? Optional.of(out) : Optional.empty();
    }
}
