package aidg.ui.shell.opening;

import aidg.engine.domain.Progress;
import aidg.engine.review.SentOut;
import aidg.engine.review.SessionAccount;
import aidg.engine.review.SessionReport;
import aidg.ui.session.OpenSession;
import aidg.ui.session.SessionDesk;
import aidg.ui.session.Sessions;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/// A desk for review sessions that opens on first use.
///
/// @param desk opens it, or gives what is open
record OpeningSessionDesk(Callable<SessionDesk> desk) implements SessionDesk {

    @Override
    public Optional<OpenSession> now() throws Exception {
        return desk.call().now();
    }

    @Override
    public Optional<OpenSession> beat() throws Exception {
        return desk.call().beat();
    }

    @Override
    public void start() throws Exception {
        desk.call().start();
    }

    @Override
    public void pause() throws Exception {
        desk.call().pause();
    }

    @Override
    public void resume() throws Exception {
        desk.call().resume();
    }

    @Override
    public void end() throws Exception {
        desk.call().end();
    }

    @Override
    public Sessions read(@Nullable Long number) throws Exception {
        return desk.call().read(number);
    }

    @Override
    public SentOut sentOut(SessionReport report, Progress progress) throws Exception {
        return desk.call().sentOut(report, progress);
    }

    @Override
    public void export(SessionAccount account, Optional<SentOut> out, Path file) throws Exception {
        desk.call().export(account, out, file);
    }
}
