package aidg.ui.control;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// A line of labels under a bar, each near its place. Where two would meet, the less important one moves aside a
/// little, and is dropped if that does not help.
final class BarLabels extends Region {

    private static final double GAP = 8;
    private static final double FARTHEST_MOVE = 48;
    private static final int STAYS = 2;

    private List<Placed> placed = List.of();

    /// How a label stands to its place.
    enum Anchor {
        LEFT,
        CENTRE,
        RIGHT
    }

    /// @param at         part of the width, 0..1
    /// @param importance smaller ones are placed first; from 2 on a label stays in its place or is dropped
    record Placed(Label label, double at, Anchor anchor, int importance) {}

    BarLabels() {
        setMinHeight(16);
        setPrefHeight(16);
        setMaxHeight(16);
    }

    void show(List<Placed> labels) {
        placed = labels.stream()
                .sorted(Comparator.comparingInt(Placed::importance))
                .toList();
        getChildren().setAll(placed.stream().map(Placed::label).toList());
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        List<double[]> taken = new ArrayList<>();
        for (Placed one : placed) {
            double width = snapSizeX(one.label().prefWidth(-1));
            double x = freePlace(preferred(one, width), width, one.importance() < STAYS ? FARTHEST_MOVE : 0, taken);
            boolean fits = x >= 0;
            one.label().setVisible(fits);
            if (fits) {
                one.label().resizeRelocate(snapPositionX(x), 0, width, getHeight());
                taken.add(new double[] {x, x + width});
            }
        }
    }

    private double preferred(Placed one, double width) {
        double x = getWidth() * one.at();
        double left = switch (one.anchor()) {
            case LEFT -> x;
            case CENTRE -> x - width / 2;
            case RIGHT -> x - width;
        };
        return Math.clamp(left, 0, Math.max(0, getWidth() - width));
    }

    /// The free x nearest to the wish, or -1.
    private double freePlace(double wish, double width, double farthest, List<double[]> taken) {
        List<Double> tries = new ArrayList<>(List.of(wish));
        taken.forEach(other -> {
            tries.add(other[1] + GAP);
            tries.add(other[0] - GAP - width);
        });
        return tries.stream()
                .filter(x -> x >= 0 && x + width <= getWidth() + 0.5 && Math.abs(x - wish) <= farthest)
                .filter(x -> taken.stream()
                        .allMatch(other ->
                                x + width + GAP <= other[1] - (other[1] - other[0]) + 0.5 || x >= other[1] + GAP - 0.5))
                .min(Comparator.comparingDouble(x -> Math.abs(x - wish)))
                .orElse(-1.0);
    }
}
