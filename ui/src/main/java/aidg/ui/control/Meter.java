package aidg.ui.control;

import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;

/// A measured share against what it needs, which is a dashed tick.
public final class Meter extends Region {

    private static final double HEIGHT = 14;
    private static final double TRACK = 6;

    private final Region track = part("meter-track");
    private final Region fill = part("meter-fill");
    private final Region tick = part("meter-tick");
    private double value;
    private double needed;

    public Meter() {
        setAccessibleRole(AccessibleRole.TEXT);
        getChildren().addAll(track, fill, tick);
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
    }

    /// @param now  0..1
    /// @param need 0..1; 0 for no tick
    /// @param tone a style class: `good`, `careful`, `bad`, or empty
    public void show(double now, double need, String tone) {
        value = Math.clamp(now, 0, 1);
        needed = Math.clamp(need, 0, 1);
        fill.getStyleClass().setAll("meter-fill");
        if (!tone.isEmpty()) {
            fill.getStyleClass().add(tone);
        }
        tick.setVisible(needed > 0);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double top = snapPositionY((HEIGHT - TRACK) / 2);
        track.resizeRelocate(0, top, getWidth(), TRACK);
        fill.resizeRelocate(0, top, snapSizeX(getWidth() * value), TRACK);
        tick.resizeRelocate(Math.round(getWidth() * needed) - 1.0, 1, 2, HEIGHT - 2);
    }

    private static Region part(String style) {
        Region part = new Region();
        part.getStyleClass().add(style);
        part.setManaged(false);
        return part;
    }
}
