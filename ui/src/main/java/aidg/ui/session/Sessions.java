package aidg.ui.session;

import aidg.engine.review.ReviewSession;
import aidg.engine.review.SessionAccount;
import java.util.List;
import java.util.Optional;

/// Every session there was, and the one looked at.
///
/// @param all   in the order of starting
/// @param shown empty if there was none yet
public record Sessions(List<ReviewSession> all, Optional<SessionAccount> shown) {

    public Sessions {
        all = List.copyOf(all);
    }
}
