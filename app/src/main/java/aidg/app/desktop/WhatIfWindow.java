package aidg.app.desktop;

import aidg.app.Session;
import aidg.engine.domain.Progress;
import aidg.ui.page.Destination;
import aidg.ui.task.FrontThread;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import javafx.event.ActionEvent;
import javafx.event.Event;
import javafx.scene.control.TextField;
import javafx.scene.image.ImageView;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.layout.Region;

/// Times the what-if view in the real window: a drag in the corridor until its score is drawn, and other terms until
/// the
/// corridor is drawn anew.
public final class WhatIfWindow implements AutoCloseable {

    private static final int DRAGS = 60;
    private static final int CORRIDORS = 20;
    private static final int STEPS = 3;

    /// Positions of a drag, as shares of the plot.
    private static final double FROM = 0.2;

    private static final double STEP = 0.007;
    private static final int LEAST_DAYS = 8;

    private final LiveEngine live;
    private final DrivenWindow window;

    private WhatIfWindow(LiveEngine live, DrivenWindow window) {
        this.live = live;
        this.window = window;
    }

    /// Opens a window on the first proposal of the queue.
    public static WhatIfWindow open(Session session, Clock clock) throws Exception {
        LiveEngine live = new LiveEngine(session);
        DrivenWindow window =
                DrivenWindow.open(Desktop.setting("What-if", clock), () -> Desktop.ports(session, live, clock));
        WhatIfWindow opened = new WhatIfWindow(live, window);
        window.await(() -> window.frame().review().selection().now().get().isPresent());
        FrontThread.call(() -> {
            window.frame().go(new Destination.WhatIf());
            return true;
        });
        window.await(() -> window.has("#corridor") && opened.picture().getImage() != null);
        return opened;
    }

    /// Times everything; the first is the drawing of a window in which nothing has changed.
    public List<Gesture> run(Progress progress) throws Exception {
        List<Gesture> timed = new ArrayList<>();
        progress.at("Timing drags in the window", 0, STEPS);
        timed.add(Gesture.timed("window drawn", "nothing has changed", DRAGS, i -> window.time(() -> {})));
        timed.add(Gesture.timed("drag to pixels", "corridor, until its score is drawn", DRAGS, this::drag));
        progress.at("Timing the corridor in the window", 2, STEPS);
        timed.add(
                Gesture.timed("corridor to pixels", "other days, until its picture is drawn", CORRIDORS, this::redraw));
        return timed;
    }

    private double drag(int time) throws Exception {
        String before = FrontThread.call(() -> corridor().getAccessibleText());
        return window.time(
                () -> dragTo(FROM + STEP * time),
                corridor().accessibleTextProperty(),
                () -> !corridor().getAccessibleText().equals(before)
                        && corridor().getAccessibleText().contains(", score "));
    }

    private void dragTo(double share) {
        double x = share * corridor().getWidth();
        double y = 0.5 * corridor().getHeight();
        Event.fireEvent(
                corridor(),
                new MouseEvent(
                        MouseEvent.MOUSE_DRAGGED,
                        x,
                        y,
                        x,
                        y,
                        MouseButton.PRIMARY,
                        1,
                        false,
                        false,
                        false,
                        false,
                        true,
                        false,
                        false,
                        true,
                        false,
                        false,
                        new PickResult(corridor(), x, y)));
    }

    private double redraw(int time) throws Exception {
        Object before = FrontThread.call(() -> picture().getImage());
        return window.time(
                () -> {
                    TextField days = window.node("#whatif-duration", TextField.class);
                    days.setText(Integer.toString(LEAST_DAYS + time));
                    Event.fireEvent(days, new ActionEvent());
                },
                picture().imageProperty(),
                () -> picture().getImage() != null && picture().getImage() != before);
    }

    private Region corridor() {
        return window.node("#corridor", Region.class);
    }

    private ImageView picture() {
        return (ImageView) corridor().getChildrenUnmodifiable().getFirst();
    }

    @Override
    public void close() throws Exception {
        window.close();
        live.close();
    }
}
