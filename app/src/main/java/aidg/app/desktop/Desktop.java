package aidg.app.desktop;

import aidg.app.Session;
import aidg.engine.DealEngine;
import aidg.engine.domain.Proposal;
import aidg.ui.Tour;
import aidg.ui.WorkbenchWindow;
import aidg.ui.format.Figures;
import aidg.ui.shell.EngineStatus;
import aidg.ui.shell.WorkbenchPorts;
import aidg.ui.shell.WorkbenchSetting;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// The workbench on a screen, or as pictures where there is none.
public final class Desktop {

    private static final int TIMED_SCORES = 9;

    private Desktop() {}

    /// An open session with the engine over it; closing it closes both.
    private record Open(Session session, LiveEngine live) implements AutoCloseable {
        @Override
        public void close() {
            live.close();
            session.close();
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
                new SessionSessionDesk(),
                new SessionSecondReadingDesk(),
                new SessionMirrorDesk(),
                new SessionScenarioDesk(session, live),
                new SessionPortfolioDesk(session, live),
                new SessionDataDesk(session, live),
                () -> live.with(Desktop::status),
                new SessionTourMemory(session));
    }

    /// Shows the window at once and opens the session behind it. Returns when the window stands; the session is
    /// closed with it.
    public static void show(String workspace, Callable<Session> opening, Clock clock) throws Exception {
        AtomicReference<@Nullable Open> open = new AtomicReference<>();
        WorkbenchWindow.start(
                setting(workspace, clock),
                () -> {
                    Session session = opening.call();
                    Open now = new Open(session, new LiveEngine(session));
                    open.set(now);
                    return ports(session, now.live(), clock);
                },
                () -> {
                    Open now = open.getAndSet(null);
                    if (now != null) {
                        now.close();
                    }
                    System.exit(0);
                });
    }

    /// Renders every view of a session as pictures.
    ///
    /// @return the files written
    public static List<Path> tour(String workspace, Session session, Clock clock, Path out, List<Tour.Size> sizes)
            throws Exception {
        Headless.choose();
        try (LiveEngine live = new LiveEngine(session)) {
            return Tour.render(setting(workspace, clock), ports(session, live, clock), out, sizes);
        }
    }

    static WorkbenchSetting setting(String workspace, Clock clock) {
        return new WorkbenchSetting(workspace, clock, new Figures(Locale.getDefault(), clock.getZone()));
    }

    /// Times a few single scores; the first ones warm up.
    static EngineStatus status(DealEngine engine) {
        List<Proposal> one = engine.marketplace().proposals().stream().limit(1).toList();
        double[] millis = new double[TIMED_SCORES];
        for (int i = 0; i < millis.length; i++) {
            long start = System.nanoTime();
            engine.score(one);
            millis[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(millis);
        return new EngineStatus(engine.device(), one.isEmpty() ? 0 : millis[millis.length / 2], engine.modelHash(), "");
    }
}
