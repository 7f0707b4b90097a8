package aidg.app.desktop;

import aidg.app.Session;
import aidg.ui.Tour;
import aidg.ui.WorkbenchWindow;
import aidg.ui.format.Figures;
import aidg.ui.shell.WorkbenchPorts;
import aidg.ui.shell.WorkbenchSetting;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The workbench on a screen, or as pictures where there is none.
public final class Desktop {

    /// The longest that closing the workspace may keep the program after its window has gone.
    private static final Duration LEAVING = Duration.ofSeconds(30);

    private static final System.Logger LOG = System.getLogger(Desktop.class.getName());

    private Desktop() {}

    /// An open session with the engine over it; closing it closes both.
    record Open(Session session, LiveEngine live) implements AutoCloseable {
        @Override
        public void close() {
            live.close();
            session.close();
        }

        /// Nobody works with a closed window: a session that runs is paused.
        void leave() {
            try (this) {
                session.workspace().sessions().pause();
            }
        }
    }

    static WorkbenchPorts ports(Session session, LiveEngine live, Clock clock) {
        Explanations explanations = new Explanations(live);
        return new WorkbenchPorts(
                new SessionReviewDesk(session, live, explanations, clock),
                new SessionWhatIfDesk(session, live, clock),
                new SessionWhyDesk(explanations),
                new SessionSimilarDesk(live, clock),
                new SessionRulesDesk(live),
                new SessionSessionDesk(session, live, clock),
                new SessionSecondReadingDesk(session, live, clock),
                new SessionMirrorDesk(session, live),
                new SessionScenarioDesk(session, live),
                new SessionPortfolioDesk(session, live),
                new SessionPaperDesk(session, live, clock),
                new SessionDataDesk(session, live),
                new EngineTimer(live, clock),
                new SessionTourMemory(session));
    }

    /// Shows the window at once and opens the session behind it. Returns when the window stands; the session is
    /// closed with it.
    ///
    /// @param windowFile where it is kept how the window stands, `AppFiles.window`
    public static void show(String workspace, Path windowFile, Callable<Session> opening, Clock clock)
            throws Exception {
        AtomicReference<@Nullable Open> open = new AtomicReference<>();
        WorkbenchWindow.start(
                setting(workspace, clock), new WindowFile(windowFile), early(opening, clock, open::set), () -> {
                    Open now = open.getAndSet(null);
                    leaving(now == null ? () -> {} : now::leave, LEAVING).thenRun(() -> System.exit(0));
                });
    }

    /// Leaves what is open on a thread of its own: it waits for scores under way and for the disk, which the window's
    /// thread must not.
    ///
    /// @param most how long that may take; what is still open then is left as a killed program leaves it
    /// @return done at the end, however it came about
    static CompletableFuture<Void> leaving(Runnable leave, Duration most) {
        return CompletableFuture.runAsync(
                        leave,
                        work -> Thread.ofPlatform()
                                .daemon()
                                .name("aidg-leaving")
                                .start(work))
                .orTimeout(most.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionally(problem -> {
                    LOG.log(System.Logger.Level.WARNING, "The workspace was not closed in order", problem);
                    return null;
                });
    }

    /// Ports over a session that is being opened from now on, with its data and the scores that were kept: JavaFX
    /// takes a second of one processor to start, and needs none of that.
    static Callable<WorkbenchPorts> early(Callable<Session> opening, Clock clock, Consumer<Open> opened) {
        return EarlyStart.of(() -> {
            Session session = opening.call();
            boolean ready = false;
            try {
                session.workspace().sessions().stopLeftRunning();
                Open now = new Open(session, new LiveEngine(session));
                opened.accept(now);
                now.live().prepare();
                WorkbenchPorts ports = ports(session, now.live(), clock);
                ready = true;
                return ports;
            } finally {
                // Whoever tries again finds the workspace free.
                if (!ready) {
                    session.close();
                }
            }
        });
    }

    /// Renders every view of a session as pictures, and leaves no trace in the workspace.
    ///
    /// @return the files written
    public static List<Path> tour(String workspace, Session session, Clock clock, Path out, List<Tour.Size> sizes)
            throws Exception {
        Headless.choose();
        try (LiveEngine live = new LiveEngine(session)) {
            WorkbenchPorts ports = ports(session, live, clock);
            return Tour.render(
                    setting(workspace, clock), ports.reviewingAt(new ForgetfulDesk(ports.review(), clock)), out, sizes);
        }
    }

    static WorkbenchSetting setting(String workspace, Clock clock) {
        return new WorkbenchSetting(workspace, clock, new Figures(Locale.getDefault(), clock.getZone()));
    }
}
