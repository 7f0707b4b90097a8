package aidg.ui.control;

import java.util.OptionalDouble;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;

/// A horizontal track with an interval band, a marker, and optionally a dashed tick and a hatched part at the left.
/// All positions are parts of the width, 0..1.
final class RangeBar extends Region {

    private final double height;
    private final double trackHeight;
    private final double markerWidth;
    private final double markerHeight;
    private final Region track = part("bar-track");
    private final Region hatch = part("bar-hatch");
    private final Region band = part("bar-band");
    private final Region marker = part("bar-marker");
    private final Line tick = new Line();
    private Marks marks = Marks.NONE;

    /// @param low    start of the band
    /// @param high   end of the band
    /// @param value  where the marker stands
    /// @param tick   where the dashed line stands
    /// @param hatch  where the hatched part ends
    record Marks(
            OptionalDouble low, OptionalDouble high, OptionalDouble value, OptionalDouble tick, OptionalDouble hatch) {

        static final Marks NONE = new Marks(
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty());
    }

    private RangeBar(double height, double trackHeight, double markerWidth, double markerHeight) {
        this.height = height;
        this.trackHeight = trackHeight;
        this.markerWidth = markerWidth;
        this.markerHeight = markerHeight;
        tick.getStyleClass().add("bar-tick");
        tick.setManaged(false);
        getChildren().addAll(track, hatch, band, tick, marker);
        setMinHeight(height);
        setPrefHeight(height);
        setMaxHeight(height);
        show(Marks.NONE);
    }

    /// 30 high, for the head of a view.
    static RangeBar large() {
        return new RangeBar(30, 10, 4, 22);
    }

    /// 14 high, for rows.
    static RangeBar small() {
        RangeBar bar = new RangeBar(14, 6, 3, 12);
        bar.getStyleClass().add("row-bar");
        return bar;
    }

    void show(Marks shown) {
        marks = shown;
        hatch.setVisible(marks.hatch().isPresent());
        band.setVisible(marks.low().isPresent());
        marker.setVisible(marks.value().isPresent());
        tick.setVisible(marks.tick().isPresent());
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double top = snapPositionY((height - trackHeight) / 2);
        track.resizeRelocate(0, top, width, trackHeight);
        hatch.resizeRelocate(0, top, snapSizeX(width * at(marks.hatch())), trackHeight);
        double from = snapPositionX(width * at(marks.low()));
        double to = snapPositionX(width * at(marks.high()));
        band.resizeRelocate(from, top, Math.max(1, to - from), trackHeight);
        double x = Math.clamp(width * at(marks.value()) - markerWidth / 2, 0, Math.max(0, width - markerWidth));
        marker.resizeRelocate(snapPositionX(x), snapPositionY((height - markerHeight) / 2), markerWidth, markerHeight);
        double tickX = Math.round(width * at(marks.tick())) + 0.5;
        tick.setStartX(tickX);
        tick.setEndX(tickX);
        tick.setStartY(0);
        tick.setEndY(height);
    }

    private static double at(OptionalDouble part) {
        return Math.clamp(part.orElse(0), 0, 1);
    }

    private static Region part(String style) {
        Region part = new Region();
        part.getStyleClass().add(style);
        part.setManaged(false);
        return part;
    }
}
