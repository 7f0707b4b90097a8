package aidg.ui.shell.opening;

import aidg.ui.shell.WorkbenchPorts;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/// Ports that open on first use, so that the window stands before the engine does. Opening happens once, on
/// whichever background thread asks first; the others wait for it there. If it fails, the next question tries
/// again.
public final class OpeningPorts {

    private final Callable<WorkbenchPorts> opening;
    private @Nullable WorkbenchPorts open;

    private OpeningPorts(Callable<WorkbenchPorts> opening) {
        this.opening = opening;
    }

    /// Ports that open on first use.
    ///
    /// @param opening does the slow part; an exception's message is shown to the person
    public static WorkbenchPorts of(Callable<WorkbenchPorts> opening) {
        OpeningPorts ports = new OpeningPorts(opening);
        return new WorkbenchPorts(
                new OpeningReviewDesk(() -> ports.open().review()),
                new OpeningWhatIfDesk(() -> ports.open().whatIf()),
                new OpeningWhyDesk(() -> ports.open().why()),
                new OpeningSimilarDesk(() -> ports.open().similar()),
                new OpeningRulesDesk(() -> ports.open().rules()),
                new OpeningSessionDesk(() -> ports.open().session()),
                new OpeningSecondReadingDesk(() -> ports.open().secondReading()),
                new OpeningMirrorDesk(() -> ports.open().mirror()),
                new OpeningScenarioDesk(() -> ports.open().scenarios()),
                new OpeningPortfolioDesk(() -> ports.open().portfolio()),
                new OpeningPaperDesk(() -> ports.open().papers()),
                new OpeningDataDesk(() -> ports.open().data()),
                () -> ports.open().engine().status(),
                new OpeningTourMemory(() -> ports.open().tour()));
    }

    private synchronized WorkbenchPorts open() throws Exception {
        WorkbenchPorts now = open;
        if (now == null) {
            now = opening.call();
            open = now;
        }
        return now;
    }
}
