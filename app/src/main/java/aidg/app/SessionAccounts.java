package aidg.app;

import aidg.engine.marketplace.Marketplace;
import aidg.engine.review.Decision;
import aidg.engine.review.ReviewSession;
import aidg.engine.review.SessionAccount;
import aidg.engine.review.SessionReport;
import aidg.engine.review.Standing;
import aidg.engine.review.WorkSpan;
import aidg.engine.workspace.Workspace;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Accounts of review sessions from a workspace.
public final class SessionAccounts {

    private final Workspace workspace;
    private final Clock clock;

    /// @param clock tells what is still snoozed today
    public SessionAccounts(Workspace workspace, Clock clock) {
        this.workspace = workspace;
        this.clock = clock;
    }

    /// What was done in a session and what it adds up to.
    ///
    /// @param market today's data; empty if the workspace holds none
    public SessionAccount of(ReviewSession session, Optional<Marketplace> market) {
        List<Decision> decisions = workspace.decisions();
        SessionReport report = SessionReport.of(session, workspace.audit(), decisions);
        List<WorkSpan> spans = workspace.sessions().spans(session.number());
        return market.map(now -> SessionAccount.of(
                        report,
                        spans,
                        now,
                        Standing.of(decisions),
                        workspace.snoozes().all(),
                        LocalDate.now(clock)))
                .orElseGet(() -> SessionAccount.without(report, spans));
    }
}
