package aidg.app.desktop;

import aidg.app.Session;
import aidg.engine.domain.Progress;
import aidg.engine.review.ReviewItem;
import aidg.ui.shell.WorkbenchPorts;
import aidg.ui.task.FrontThread;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.collections.ObservableList;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Times the gestures of a review in the real window, over as many rows as one likes, from the gesture to the whole
/// window drawn. What is selected is explained meanwhile, as ever; decisions are not written to a disk.
public final class CrowdedWindow implements AutoCloseable {

    private static final int TIMES = 15;
    private static final long BETWEEN_MS = 60;
    private static final int STEPS = 8;

    private final LiveEngine live;
    private final DrivenWindow window;
    private final int rows;
    private final List<Gesture> timed = new ArrayList<>();

    /// One kind of gesture.
    ///
    /// @param millis of each time
    public record Gesture(String what, String how, double[] millis) {}

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
    /// @param lines to sift by; each must leave other rows than the one before
    public List<Gesture> run(List<String> lines, Progress progress) throws Exception {
        at(progress, "J and K");
        double[] drawn = each(i -> window.time(() -> {}));
        timed.add(new Gesture("window drawn", "nothing has changed", drawn));
        // The middle is far from both ends of every search.
        FrontThread.call(() -> {
            list().getSelectionModel().select(rows / 2);
            return true;
        });
        timed.add(
                new Gesture("next row", "J, in the middle", each(i -> window.time(() -> window.act("Next proposal")))));
        at(progress, "scrolling");
        timed.add(new Gesture(
                "scroll", "to a place far away", each(i -> window.time(() -> list().scrollTo(rows / (i + 2) + i)))));
        timed.add(new Gesture(
                "select far away",
                "click on a row",
                each(i -> window.time(() -> list().getSelectionModel().select(rows - 1 - rows / (i + 2))))));
        at(progress, "marks");
        timed.add(new Gesture("mark a row", "X", each(i -> window.time(() -> window.act("Mark proposal")))));
        FrontThread.call(() -> {
            window.act("Clear marks");
            return true;
        });
        at(progress, "sifting");
        sift(lines);
        at(progress, "rows that leave");
        leave();
        at(progress, "the palette");
        palette();
        return List.copyOf(timed);
    }

    private void at(Progress progress, String what) {
        progress.at("Timing " + what, timed.size(), STEPS);
    }

    private void sift(List<String> lines) throws Exception {
        TextField line = window.node("#queue-filter", TextField.class);
        for (String typed : lines) {
            timed.add(new Gesture("sift", typed, each(i -> {
                double millis = becoming(() -> line.setText(typed), () -> queue().size() < rows);
                becoming(() -> line.setText(""), () -> queue().size() == rows);
                return millis;
            })));
        }
        timed.add(new Gesture("lift the filter", "all rows come back", each(i -> {
            becoming(() -> line.setText(lines.getFirst()), () -> queue().size() < rows);
            return becoming(() -> line.setText(""), () -> queue().size() == rows);
        })));
    }

    private void leave() throws Exception {
        FrontThread.call(() -> {
            list().getSelectionModel().select(rows / 2);
            return true;
        });
        timed.add(new Gesture("snooze and undo", "S, 1, Enter and Z; the slower way", each(i -> {
            double gone = becoming(
                    () -> {
                        window.act("Snooze");
                        press(KeyCode.DIGIT1);
                        press(KeyCode.ENTER);
                    },
                    () -> queue().size() == rows - 1);
            double back = becoming(() -> window.act("Undo last decision"), () -> queue().size() == rows);
            return Math.max(gone, back);
        })));
        timed.add(new Gesture("override and undo", "O, 1, Enter and Z; the slower way", each(i -> {
            double gone = becoming(
                    () -> {
                        window.act("Override");
                        press(KeyCode.DIGIT1);
                        press(KeyCode.ENTER);
                    },
                    () -> queue().size() == rows - 1);
            double back = becoming(() -> window.act("Undo last decision"), () -> queue().size() == rows);
            return Math.max(gone, back);
        })));
    }

    private void palette() throws Exception {
        timed.add(new Gesture("palette", "Ctrl+K and a merchant’s name typed", each(i -> {
            double millis = window.time(() -> {
                window.frame().openPalette();
                ((TextField) window.frame().getScene().getFocusOwner()).setText("spa of nowhere");
            });
            FrontThread.call(() -> {
                Event.fireEvent(window.frame(), key(KeyCode.ESCAPE));
                return true;
            });
            return millis;
        })));
    }

    private double becoming(Runnable gesture, BooleanSupplier followed) throws Exception {
        return window.time(gesture, followed);
    }

    private void press(KeyCode code) {
        Event.fireEvent(window.node(".draft-panel", Node.class), key(code));
    }

    private static KeyEvent key(KeyCode code) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false);
    }

    @FunctionalInterface
    private interface Timing {
        double run(int time) throws Exception;
    }

    /// A fifth as many warm up; a person does not press without a pause either.
    private static double[] each(Timing timing) throws Exception {
        for (int i = 0; i < TIMES / 5; i++) {
            timing.run(i);
        }
        double[] millis = new double[TIMES];
        for (int i = 0; i < TIMES; i++) {
            Thread.sleep(BETWEEN_MS);
            millis[i] = timing.run(i);
        }
        return millis;
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
