package aidg.engine.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import aidg.engine.TestClock;
import aidg.engine.audit.AuditKind;
import aidg.engine.audit.AuditLine;
import aidg.engine.review.ReviewSession;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A session that work in the workspace needs is begun, or gone on with, by itself.
final class SessionBookTest {

    @TempDir
    Path folder;

    private final Interrupting clock = new Interrupting();

    /// Does something once, the next time that somebody asks for the time: in the middle of a change.
    private static final class Interrupting extends TestClock {

        private final AtomicReference<Runnable> once = new AtomicReference<>(() -> {});

        Interrupting() {
            super("2026-11-21T09:00:00Z");
        }

        @Override
        public Instant instant() {
            once.getAndSet(() -> {}).run();
            return super.instant();
        }
    }

    private Workspace open() {
        return Workspaces.opened(
                Workspace.open(Workspaces.directory(folder), WorkspaceKey.file(Workspaces.keyFile(folder)), clock));
    }

    @Test
    void itBeginsGoesOnAndLeavesARunningOneAlone() {
        try (Workspace workspace = open()) {
            SessionBook sessions = workspace.sessions();
            sessions.ensureRunning();
            sessions.ensureRunning();
            sessions.pause();
            sessions.ensureRunning();
            sessions.end();
            sessions.ensureRunning();

            assertThat(sessions.all()).extracting(ReviewSession::running).containsExactly(false, true);
            assertThat(workspace.audit())
                    .extracting(AuditLine::kind)
                    .containsExactly(
                            AuditKind.SESSION_STARTED,
                            AuditKind.SESSION_PAUSED,
                            AuditKind.SESSION_RESUMED,
                            AuditKind.SESSION_ENDED,
                            AuditKind.SESSION_STARTED);
        }
    }

    @Test
    void ofThreadsThatAskAtOnceTheFirstBeginsForAll() throws Exception {
        try (Workspace workspace = open()) {
            SessionBook sessions = workspace.sessions();
            AtomicReference<CompletableFuture<Void>> second = new AtomicReference<>();
            clock.once.set(() -> second.set(meanwhile(sessions::ensureRunning)));

            sessions.ensureRunning();
            second.get().get(1, TimeUnit.MINUTES);

            assertThat(sessions.all()).hasSize(1);
            assertThat(workspace.audit()).extracting(AuditLine::kind).containsExactly(AuditKind.SESSION_STARTED);
        }
    }

    /// Runs something on another thread, and returns once it waits for its turn.
    private static CompletableFuture<Void> meanwhile(Runnable work) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Thread other = Thread.ofPlatform().daemon().start(() -> {
            try {
                work.run();
                done.complete(null);
            } catch (RuntimeException failed) {
                done.completeExceptionally(failed);
            }
        });
        while (other.getState() != Thread.State.WAITING && !done.isDone()) {
            Thread.onSpinWait();
        }
        return done;
    }
}
