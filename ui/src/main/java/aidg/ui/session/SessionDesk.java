package aidg.ui.session;

import aidg.engine.domain.Progress;
import aidg.engine.review.SentOut;
import aidg.engine.review.SessionAccount;
import aidg.engine.review.SessionReport;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What this view needs from the engine and the workspace. Every method is called on a background thread and may
/// take its time; an exception's message is shown to the person, so it says what to do next.
public interface SessionDesk {

    /// The session that is open, running or not; writes nothing.
    Optional<OpenSession> now() throws Exception;

    /// Renews the sign of life of the running session, so that a killed program loses no more of its time than has
    /// passed since. Nothing happens while none runs.
    ///
    /// @return as `now`
    Optional<OpenSession> beat() throws Exception;

    /// Begins a session; if one has begun meanwhile, that is the one.
    void start() throws Exception;

    /// Stops the clock of the running session.
    void pause() throws Exception;

    /// Goes on with the open session.
    void resume() throws Exception;

    /// Ends the open session for good.
    void end() throws Exception;

    /// Every session, and the account of one.
    ///
    /// @param number which one; null for the open one, else the last
    Sessions read(@Nullable Long number) throws Exception;

    /// What a session let out is forecast to bring. Seconds the first time.
    SentOut sentOut(SessionReport report, Progress progress) throws Exception;

    /// Writes the report as PDF, CSV or JSON, as the file's ending tells.
    ///
    /// @param out what it let out, if that is known
    void export(SessionAccount account, Optional<SentOut> out, Path file) throws Exception;
}
