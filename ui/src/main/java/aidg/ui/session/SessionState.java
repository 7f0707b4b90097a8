package aidg.ui.session;

import aidg.engine.review.ReviewSession;
import aidg.engine.review.SessionAccount;
import aidg.ui.page.Problem;
import java.util.List;

/// What the view shows.
sealed interface SessionState {

    record Loading() implements SessionState {}

    /// There was no session yet.
    record Empty() implements SessionState {}

    /// @param all every session, in the order of starting
    record Ready(SessionAccount account, List<ReviewSession> all) implements SessionState {}

    record Failed(Problem problem) implements SessionState {}
}
