package aidg.app.desktop;

import aidg.app.Session;
import aidg.engine.domain.Progress;
import aidg.engine.review.ReviewItem;
import aidg.ui.shell.WorkbenchPorts;
import aidg.ui.task.FrontThread;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Times the gestures of a review in the real window, over as many rows as one likes, from the gesture to the window
/// laid out with what followed, ready to be drawn. What is selected is explained meanwhile, as ever; decisions are not
/// written to a disk.
public final class CrowdedWindow implements AutoCloseable {

    private static final int TIMES = 11;
    private static final int GESTURES = 14;

    private final LiveEngine live;
    private final DrivenWindow window;
    private final int rows;
    private final List<Gesture> timed = new ArrayList<>();

    private CrowdedWindow(LiveEngine live, DrivenWindow window, int rows) {
        this.live = live;
        this.window = window;
        this.rows = rows;
    }

    /// Opens a window on these rows.
    public static CrowdedWindow open(Session session, List<ReviewItem> items, Clock clock) throws Exception {
        LiveEngine live = new LiveEngine(session);
        WorkbenchPorts ports = Desktop.ports(session, live, clock);
        WorkbenchPorts crowded = ports.reviewingAt(new CrowdedDesk(ports.review(), items, clock));
        DrivenWindow window = DrivenWindow.open(Desktop.setting("Crowded", clock), () -> crowded);
        CrowdedWindow opened = new CrowdedWindow(live, window, items.size());
        window.await(() -> opened.queue().size() == items.size());
        return opened;
    }

    /// Times everything.
    ///
    /// @param lines to sift by; each leaves some rows out
    public List<Gesture> run(List<String> lines, Progress progress) throws Exception {
        at(progress, "moves");
        // The middle is far from both ends of every search.
        select(rows / 2);
        time("next row", "J, in the middle", i -> window.time(() -> window.act("Next proposal")));
        time("scroll", "to a place far away", i -> window.time(() -> list().scrollTo(rows / (i + 2) + i)));
        time(
                "select far away",
                "click on a row",
                i -> window.time(() -> list().getSelectionModel().select(rows - 1 - rows / (i + 2))));
        time("mark a row", "X", i -> window.time(() -> window.act("Mark proposal")));
        FrontThread.call(() -> {
            window.act("Clear marks");
            return true;
        });
        window.untilDrawn(window.frame());
        time(
                "next row, drawn",
                "J; the whole window, by software",
                i -> window.time(() -> window.act("Next proposal")));
        window.untilLaidOut();
        at(progress, "filters");
        sift(lines);
        at(progress, "rows that leave");
        select(rows / 2);
        leave("Snooze", "S, 1, Enter and Z; the slower way");
        leave("Override", "O, 1, Enter and Z; the slower way");
        at(progress, "the palette");
        palette();
        return List.copyOf(timed);
    }

    private void at(Progress progress, String what) {
        progress.at("Timing " + what + " in the window", timed.size(), GESTURES);
    }

    private void time(String what, String how, Gesture.Timing timing) throws Exception {
        timed.add(Gesture.timed(what, how, TIMES, Gesture.LOOKING_MS, timing));
    }

    private void select(int row) throws Exception {
        FrontThread.call(() -> {
            list().getSelectionModel().select(row);
            return true;
        });
    }

    private void sift(List<String> lines) throws Exception {
        for (String line : lines) {
            time("sift in the window", line, i -> {
                double millis = type(line, () -> queue().size() < rows);
                type("", () -> queue().size() == rows);
                return millis;
            });
        }
        time("lift the filter", "all rows come back", i -> {
            type(lines.getFirst(), () -> queue().size() < rows);
            return type("", () -> queue().size() == rows);
        });
    }

    private double type(String line, BooleanSupplier followed) throws Exception {
        return window.time(() -> window.node("#queue-filter", TextField.class).setText(line), queueSize(), followed);
    }

    private void leave(String action, String how) throws Exception {
        time(action.toLowerCase(Locale.ROOT) + " and undo", how, i -> {
            double gone = window.time(
                    () -> {
                        window.act(action);
                        press(KeyCode.DIGIT1);
                        press(KeyCode.ENTER);
                    },
                    queueSize(),
                    () -> queue().size() == rows - 1);
            double back =
                    window.time(() -> window.act("Undo last decision"), queueSize(), () -> queue().size() == rows);
            return Math.max(gone, back);
        });
    }

    private void palette() throws Exception {
        time("palette", "Ctrl+K and a merchant’s name typed", i -> {
            double millis = window.time(() -> {
                window.frame().openPalette();
                ((TextField) window.frame().getScene().getFocusOwner()).setText("spa of nowhere");
            });
            FrontThread.call(() -> {
                Event.fireEvent(window.frame(), key(KeyCode.ESCAPE));
                return true;
            });
            return millis;
        });
    }

    private void press(KeyCode code) {
        Event.fireEvent(window.node(".draft-panel", Node.class), key(code));
    }

    private static KeyEvent key(KeyCode code) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false);
    }

    private ObservableValue<Number> queueSize() {
        return Bindings.size(queue());
    }

    private ObservableList<ReviewItem> queue() {
        return window.frame().review().selection().queue();
    }

    private ListView<?> list() {
        return window.node(".queue-list", ListView.class);
    }

    @Override
    public void close() throws Exception {
        window.close();
        live.close();
    }
}
