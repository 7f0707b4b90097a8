package aidg.app.desktop;

import aidg.app.Session;
import aidg.app.SessionAccounts;
import aidg.app.export.SessionExport;
import aidg.engine.DealEngine;
import aidg.engine.domain.Progress;
import aidg.engine.marketplace.Marketplace;
import aidg.engine.review.ReviewSession;
import aidg.engine.review.SentOut;
import aidg.engine.review.SessionAccount;
import aidg.engine.review.SessionReport;
import aidg.engine.workspace.SessionBook;
import aidg.ui.session.OpenSession;
import aidg.ui.session.SessionDesk;
import aidg.ui.session.Sessions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Review sessions over the workspace's tables and its audit log.
final class SessionSessionDesk implements SessionDesk {

    private final Session session;
    private final SessionBook sessions;
    private final SessionAccounts accounts;
    private final LiveEngine live;
    private final Clock clock;

    SessionSessionDesk(Session session, LiveEngine live, Clock clock) {
        this.session = session;
        sessions = session.workspace().sessions();
        accounts = new SessionAccounts(session.workspace(), clock);
        this.live = live;
        this.clock = clock;
    }

    @Override
    public Optional<OpenSession> now() {
        return sessions.open().map(open -> new OpenSession(open, sessions.decided(open.number())));
    }

    @Override
    public Optional<OpenSession> beat() {
        if (sessions.open().filter(ReviewSession::running).isPresent()) {
            sessions.keep(Map.of());
        }
        return now();
    }

    @Override
    public void start() {
        sessions.ensureRunning();
    }

    @Override
    public void pause() {
        sessions.pause();
    }

    @Override
    public void resume() {
        sessions.resume();
    }

    @Override
    public void end() {
        sessions.end();
    }

    @Override
    public Sessions read(@Nullable Long number) {
        List<ReviewSession> all = sessions.all();
        Optional<ReviewSession> open =
                all.stream().filter(one -> one.endedAt() == null).findFirst();
        Optional<ReviewSession> shown = number == null
                ? open.or(() -> all.isEmpty() ? Optional.empty() : Optional.of(all.getLast()))
                : all.stream().filter(one -> one.number() == number).findFirst();
        return new Sessions(all, shown.map(one -> accounts.of(one, market())));
    }

    private Optional<Marketplace> market() {
        return session.hasMarketplace() ? Optional.of(live.with(DealEngine::marketplace)) : Optional.empty();
    }

    @Override
    public SentOut sentOut(SessionReport report, Progress progress) {
        return live.with(engine -> SentOut.of(engine, report, progress));
    }

    @Override
    public void export(SessionAccount account, Optional<SentOut> out, Path file) throws IOException {
        new SessionExport(account, out, clock.getZone(), clock.instant()).write(SessionExport.file(file));
    }
}
