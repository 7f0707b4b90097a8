package aidg.ui.proposal;

import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// Queue, centre and details side by side. At 1280 wide they are 300, 592 and 316; up to 1440 all three grow,
/// beyond that the centre takes the rest.
public final class ThreePanes extends Pane {

    /// Width of the queue in a narrow window, in pixels.
    public static final double QUEUE_NARROW = 300;

    private static final double NARROW = 1208;
    private static final double WIDE = 1368;
    private static final double QUEUE_WIDE = 340;
    private static final double DETAILS_NARROW = 316;
    private static final double DETAILS_WIDE = 356;

    private final Region queue;
    private final Region centre;
    private final Region details;

    public ThreePanes(Region queue, Region centre, Region details) {
        this.queue = queue;
        this.centre = centre;
        this.details = details;
        getChildren().addAll(queue, centre, details);
        setMinSize(0, 0);
    }

    @Override
    protected void layoutChildren() {
        double growth = Math.clamp((getWidth() - NARROW) / (WIDE - NARROW), 0, 1);
        double left = Math.round(QUEUE_NARROW + growth * (QUEUE_WIDE - QUEUE_NARROW));
        double right = Math.round(DETAILS_NARROW + growth * (DETAILS_WIDE - DETAILS_NARROW));
        double middle = Math.max(0, getWidth() - left - right);
        queue.resizeRelocate(0, 0, left, getHeight());
        centre.resizeRelocate(left, 0, middle, getHeight());
        details.resizeRelocate(left + middle, 0, right, getHeight());
    }
}
