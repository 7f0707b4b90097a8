package aidg.ui.control;

import aidg.ui.control.Fall.Kind;
import aidg.ui.control.Fall.Step;
import aidg.ui.format.Figures;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/// Draws a `Fall`: a row of 24 for each step, label left, bar in the middle, signed points right.
public final class Waterfall extends Region {

    private static final double ROW = 24;
    private static final double BAR = 15;
    private static final double GAP = 8;
    private static final double POINTS_WIDTH = 44;
    private static final double LABEL_WIDTH = 232;

    private final Figures figures;
    private List<Row> rows = List.of();
    private double low;
    private double high = 1;

    private record Row(Step step, Label words, Label points, Region bar, Region join, Region track) {}

    public Waterfall(Figures figures) {
        this.figures = figures;
        setAccessibleRole(AccessibleRole.TEXT);
    }

    public void show(Fall fall) {
        low = fall.low();
        high = Math.max(fall.high(), fall.low() + 0.01);
        rows = fall.steps().stream().map(Waterfall::row).toList();
        List<Node> nodes = new ArrayList<>();
        rows.forEach(row -> nodes.addAll(List.of(row.track(), row.join(), row.bar(), row.words(), row.points())));
        getChildren().setAll(nodes);
        setMinHeight(rows.size() * ROW);
        setPrefHeight(rows.size() * ROW);
        setAccessibleText(fall.inWords(figures));
        requestLayout();
    }

    private static Row row(Step step) {
        boolean plus = step.to() >= step.from();
        Label words = Parts.label(step.words(), Style.DETAIL);
        Label points = Parts.whole(step.points(), Style.DETAIL, Style.STRONG);
        switch (step.kind()) {
            case BASE -> {
                words.getStyleClass().add(Style.MUTED);
                points.getStyleClass().add(Style.MUTED);
            }
            case CHANGE -> points.getStyleClass().add(plus ? "plus" : "minus");
            case SCORE -> words.getStyleClass().add(Style.STRONG);
        }
        words.setTooltip(new Tooltip(step.words()));
        String style = switch (step.kind()) {
            case BASE -> "fall-base";
            case SCORE -> "fall-score";
            case CHANGE -> plus ? "fall-plus" : "fall-minus";
        };
        Region track = region("fall-track");
        track.setVisible(step.kind() == Kind.SCORE);
        Region join = region("fall-join");
        join.setVisible(step.kind() != Kind.SCORE);
        return new Row(step, words, points, region(style), join, track);
    }

    @Override
    protected void layoutChildren() {
        double labelWidth = LABEL_WIDTH;
        double left = labelWidth + GAP;
        double width = getWidth() - left - POINTS_WIDTH;
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            double top = i * ROW;
            double barTop = top + Math.floor((ROW - BAR) / 2);
            row.words().resizeRelocate(0, top, labelWidth, ROW);
            double pointsWidth = snapSizeX(row.points().prefWidth(-1));
            row.points().resizeRelocate(getWidth() - pointsWidth, top, pointsWidth, ROW);
            double from = Math.round(
                    left + width * part(Math.min(row.step().from(), row.step().to())));
            double to = Math.round(
                    left + width * part(Math.max(row.step().from(), row.step().to())));
            double end = Math.round(left + width * part(row.step().to()));
            switch (row.step().kind()) {
                case BASE -> row.bar().resizeRelocate(from - 1, barTop - 1, 2, BAR + 2);
                case CHANGE -> row.bar().resizeRelocate(from, barTop, Math.max(2, to - from), BAR);
                case SCORE -> row.bar().resizeRelocate(from - 2, barTop - 1, 4, BAR + 2);
            }
            row.track().resizeRelocate(left, barTop, end - left, BAR);
            row.join().resizeRelocate(end, barTop + BAR, 1, ROW - BAR);
        }
    }

    private double part(double share) {
        return (share - low) / (high - low);
    }

    private static Region region(String style) {
        Region region = new Region();
        region.getStyleClass().add(style);
        region.setManaged(false);
        return region;
    }
}
