package aidg.ui.whatif;

import aidg.engine.domain.DealTerms;
import aidg.engine.whatif.Curve;
import aidg.ui.control.Parts;
import aidg.ui.control.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.Line;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;

/// The score along one term with its interval, the acceptable score, and where the term stands now.
final class CurvePlot extends Region {

    private static final double LEFT = 36;
    private static final double BOTTOM = 20;
    private static final double TOP = 6;
    private static final double RIGHT = 6;
    private static final int TICKS = 6;

    private final Path band = path("curve-band");
    private final Path line = path("curve-line");
    private final Path before = path("curve-before");
    private final Line least = line("curve-least");
    private final Line now = line("corridor-cross");
    private final Circle dot = new Circle(4.5);
    private final List<Label> xTicks = new ArrayList<>();
    private final List<Label> yTicks = new ArrayList<>();
    private final List<Line> grid = new ArrayList<>();
    private Optional<Curve> curve = Optional.empty();
    private Optional<Curve> original = Optional.empty();
    private double target;
    private double value;

    CurvePlot() {
        getStyleClass().add("curve-plot");
        setAccessibleRole(AccessibleRole.TEXT);
        setMinHeight(96);
        setPrefHeight(140);
        dot.getStyleClass().add("curve-dot");
        for (String words : List.of("0%", "50%", "100%")) {
            yTicks.add(Parts.whole(words, Style.DETAIL, Style.MUTED));
            grid.add(line("curve-grid"));
        }
        for (int i = 0; i < TICKS; i++) {
            xTicks.add(Parts.whole("", Style.DETAIL, Style.MUTED));
        }
        List<Node> all = new ArrayList<>(grid);
        all.addAll(List.of(band, before, line, least, now, dot));
        all.addAll(xTicks);
        all.addAll(yTicks);
        all.forEach(node -> node.setManaged(false));
        getChildren().addAll(all);
    }

    private static Path path(String style) {
        Path path = new Path();
        path.getStyleClass().add(style);
        return path;
    }

    private static Line line(String style) {
        Line line = new Line();
        line.getStyleClass().add(style);
        return line;
    }

    /// @param proposed the same curve with the other terms as proposed
    void show(Curve found, Optional<Curve> proposed, DealTerms terms, double leastScore) {
        curve = Optional.of(found);
        original = proposed;
        target = leastScore;
        value = found.term().of(terms);
        requestLayout();
    }

    private double x(double share) {
        return LEFT + share * (getWidth() - LEFT - RIGHT);
    }

    private double y(double score) {
        return TOP + (1 - score) * (getHeight() - TOP - BOTTOM);
    }

    private static double share(Curve shown, double at) {
        double low = shown.values()[0];
        double high = shown.values()[shown.values().length - 1];
        return high > low ? (at - low) / (high - low) : 0.5;
    }

    @Override
    protected void layoutChildren() {
        getChildren().forEach(node -> node.setVisible(curve.isPresent()));
        curve.ifPresent(this::layOut);
    }

    private void layOut(Curve shown) {
        trace(line, shown, shown.score());
        before.getElements().clear();
        original.filter(one -> one.values().length == shown.values().length)
                .ifPresent(one -> trace(before, one, one.score()));
        band.getElements().clear();
        int points = shown.values().length;
        for (int i = 0; i < points; i++) {
            add(band, i == 0, x(share(shown, shown.values()[i])), y(shown.high()[i]));
        }
        for (int i = points - 1; i >= 0; i--) {
            add(band, false, x(share(shown, shown.values()[i])), y(shown.low()[i]));
        }
        band.getElements().add(new ClosePath());
        horizontal(least, y(target));
        for (int i = 0; i < grid.size(); i++) {
            double score = i / (grid.size() - 1.0);
            horizontal(grid.get(i), y(score));
            Label label = yTicks.get(i);
            label.resizeRelocate(
                    Math.round(LEFT - 6 - label.prefWidth(-1)),
                    Math.round(y(score) - label.prefHeight(-1) / 2),
                    label.prefWidth(-1),
                    label.prefHeight(-1));
        }
        double at = x(Math.clamp(share(shown, value), 0, 1));
        now.setStartX(at);
        now.setEndX(at);
        now.setStartY(y(1));
        now.setEndY(y(0));
        dot.setCenterX(at);
        dot.setCenterY(y(scoreAt(shown)));
        layOutTicks(shown);
    }

    private double scoreAt(Curve shown) {
        double place = Math.clamp(share(shown, value), 0, 1) * (shown.values().length - 1);
        int below = Math.min((int) place, shown.values().length - 2);
        double part = place - below;
        return (1 - part) * shown.score()[below] + part * shown.score()[below + 1];
    }

    private void trace(Path path, Curve shown, double[] scores) {
        path.getElements().clear();
        for (int i = 0; i < scores.length; i++) {
            add(path, i == 0, x(share(shown, shown.values()[i])), y(scores[i]));
        }
    }

    private static void add(Path path, boolean first, double x, double y) {
        path.getElements().add(first ? new MoveTo(x, y) : new LineTo(x, y));
    }

    private void horizontal(Line one, double y) {
        one.setStartX(LEFT);
        one.setEndX(getWidth() - RIGHT);
        one.setStartY(Math.round(y) + 0.5);
        one.setEndY(Math.round(y) + 0.5);
    }

    private void layOutTicks(Curve shown) {
        List<Double> values = Ticks.between(shown.values()[0], shown.values()[shown.values().length - 1], TICKS - 1);
        for (int i = 0; i < xTicks.size(); i++) {
            Label label = xTicks.get(i);
            label.setVisible(i < values.size());
            if (i < values.size()) {
                label.setText(shown.term().said(values.get(i)));
                double width = label.prefWidth(-1);
                double middle = x(share(shown, values.get(i))) - width / 2;
                label.resizeRelocate(
                        Math.round(Math.clamp(middle, LEFT - 8, Math.max(LEFT - 8, getWidth() - width))),
                        Math.round(y(0) + 4),
                        width,
                        label.prefHeight(-1));
            }
        }
    }
}
