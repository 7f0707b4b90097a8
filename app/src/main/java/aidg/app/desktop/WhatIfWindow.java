package aidg.app.desktop;

import aidg.app.Session;
import aidg.engine.domain.Progress;
import aidg.ui.page.Destination;
import aidg.ui.task.FrontThread;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.scene.control.Slider;
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

    /// A drag goes to and fro in steps that are terms of their own, as shares of the plot.
    private static final double FROM = 0.1;

    private static final double STEP = 0.02;
    private static final int STEPS_ACROSS = 40;

    /// As many other lengths in turn.
    private static final int LENGTHS = 5;

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

    /// Times everything: the corridor drawn although nothing has changed; a drag until its score is laid out, and until
    /// the corridor is drawn with it; the same for another corridor.
    public List<Gesture> run(Progress progress) throws Exception {
        List<Gesture> timed = new ArrayList<>();
        progress.at("Timing drags in the window", 0, STEPS);
        window.untilDrawn(corridor());
        timed.add(Gesture.timed(
                "corridor drawn",
                "by software, nothing has changed",
                DRAGS,
                Gesture.FRAME_MS,
                i -> window.time(() -> {})));
        window.untilLaidOut();
        timed.add(Gesture.timed("drag laid out", "until its score can be drawn", DRAGS, Gesture.FRAME_MS, this::drag));
        window.untilDrawn(corridor());
        timed.add(Gesture.timed(
                "drag to pixels", "until the corridor is drawn with its score", DRAGS, Gesture.FRAME_MS, this::drag));
        progress.at("Timing the corridor in the window", 2, STEPS);
        window.untilLaidOut();
        timed.add(Gesture.timed(
                "corridor laid out", "other days, until it can be drawn", CORRIDORS, Gesture.LOOKING_MS, this::redraw));
        window.untilDrawn(corridor());
        timed.add(Gesture.timed(
                "corridor to pixels", "other days, until it is drawn", CORRIDORS, Gesture.LOOKING_MS, this::redraw));
        return timed;
    }

    private double drag(int time) throws Exception {
        String before = FrontThread.call(() -> corridor().getAccessibleText());
        return window.time(
                () -> dragTo(position(time)),
                corridor().accessibleTextProperty(),
                () -> !corridor().getAccessibleText().equals(before)
                        && corridor().getAccessibleText().contains(", score "));
    }

    private static double position(int time) {
        int along = time % (2 * STEPS_ACROSS);
        return FROM + STEP * Math.min(along, 2 * STEPS_ACROSS - along);
    }

    private void dragTo(double share) {
        Point2D at = corridor()
                .localToScene(share * corridor().getWidth(), 0.5 * corridor().getHeight());
        double x = at.getX();
        double y = at.getY();
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
                    Slider days = days();
                    double share = (double) (time % LENGTHS) / LENGTHS;
                    days.setValue(days.getMin() + share * (days.getMax() - days.getMin()));
                },
                picture().imageProperty(),
                () -> picture().getImage() != null && picture().getImage() != before);
    }

    private Slider days() {
        return window.frame().lookupAll(".slider").stream()
                .filter(Slider.class::isInstance)
                .map(Slider.class::cast)
                .filter(slider -> "Duration".equals(slider.getAccessibleText()))
                .findFirst()
                .orElseThrow();
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
