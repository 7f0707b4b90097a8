package aidg.app.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aidg.app.AppFiles;
import aidg.app.Session;
import aidg.ui.shell.WorkbenchPorts;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How the window's workspace is opened and left.
final class DesktopTest {

    /// A clock that stops working, and with it everything that is dated.
    private static final class Fragile extends Clock {

        private final AtomicBoolean broken = new AtomicBoolean();

        @Override
        public Instant instant() {
            if (broken.get()) {
                throw new IllegalStateException("the clock does not answer");
            }
            return Instant.parse("2026-11-21T09:00:00Z");
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @Test
    void openingThatFailsHalfWayLeavesTheWorkspaceFreeForTheNextTry(@TempDir Path home) throws Exception {
        Fragile clock = new Fragile();
        AppFiles files = new AppFiles(home, Path.of(System.getProperty("aidg.root", "..")));
        AtomicReference<Desktop.Open> open = new AtomicReference<>();
        AtomicBoolean first = new AtomicBoolean(true);
        Callable<Session> opening = () -> {
            clock.broken.set(false);
            Session session = Session.open(files, home.resolve("w"), new char[0], clock);
            clock.broken.set(first.getAndSet(false));
            return session;
        };
        Callable<WorkbenchPorts> early = Desktop.early(opening, clock, open::set);

        assertThatThrownBy(early::call).hasMessageContaining("the clock does not answer");
        assertThat(early.call().session().now()).isEmpty();
        open.get().leave();
    }

    @Test
    void leavingPausesTheSessionAndLetsTheNextOneIn(@TempDir Path home) throws Exception {
        AppFiles files = new AppFiles(home, Path.of(System.getProperty("aidg.root", "..")));
        Callable<Session> opening = () -> Session.open(files, home.resolve("w"), new char[0], Clock.systemUTC());
        Session session = opening.call();
        session.workspace().sessions().start();
        Desktop.Open open = new Desktop.Open(session, new LiveEngine(session));

        Desktop.leaving(open::leave, Duration.ofMinutes(1)).get(1, TimeUnit.MINUTES);

        try (Session next = opening.call()) {
            assertThat(next.workspace().sessions().open().orElseThrow().running())
                    .isFalse();
        }
    }

    @Test
    void whatHangsOrFailsWhenLeavingDoesNotKeepTheProgram() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        Runnable hangs = () -> {
            try {
                never.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        };

        Desktop.leaving(hangs, Duration.ofMillis(1)).get(1, TimeUnit.MINUTES);
        Desktop.leaving(
                        () -> {
                            throw new IllegalStateException("the disk is gone");
                        },
                        Duration.ofMinutes(1))
                .get(1, TimeUnit.MINUTES);
        assertThat(never.getCount()).isEqualTo(1);
        never.countDown();
    }
}
