package aidg.ui.shell;

import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/// The frame, drawn larger or smaller than its natural size. What no longer fits the window can be scrolled to.
public final class Zoomed extends ScrollPane {

    private static final double LEAST_WIDTH = 1240;
    private static final double LEAST_HEIGHT = 720;

    /// @param zoom 1 for the natural size
    public Zoomed(Region frame, ReadOnlyDoubleProperty zoom) {
        Sheet sheet = new Sheet(frame, zoom);
        getStyleClass().add("zoomed");
        setContent(sheet);
        setFocusTraversable(false);
        setFitToWidth(true);
        setFitToHeight(true);
        zoom.subscribe(factor -> {
            boolean larger = factor.doubleValue() > 1;
            setHbarPolicy(larger ? ScrollBarPolicy.AS_NEEDED : ScrollBarPolicy.NEVER);
            setVbarPolicy(larger ? ScrollBarPolicy.AS_NEEDED : ScrollBarPolicy.NEVER);
        });
    }

    /// Gives the frame its share of the room in its own measure.
    private static final class Sheet extends Region {

        private final Region frame;
        private final ReadOnlyDoubleProperty zoom;

        Sheet(Region frame, ReadOnlyDoubleProperty zoom) {
            this.frame = frame;
            this.zoom = zoom;
            Scale scale = new Scale();
            scale.xProperty().bind(zoom);
            scale.yProperty().bind(zoom);
            frame.getTransforms().add(scale);
            getChildren().add(frame);
            zoom.subscribe(factor -> {
                setMinSize(LEAST_WIDTH * factor.doubleValue(), LEAST_HEIGHT * factor.doubleValue());
                requestLayout();
            });
        }

        @Override
        protected void layoutChildren() {
            frame.resizeRelocate(0, 0, getWidth() / zoom.get(), getHeight() / zoom.get());
        }
    }
}
