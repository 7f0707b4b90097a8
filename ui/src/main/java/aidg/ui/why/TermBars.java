package aidg.ui.why;

import aidg.ui.control.Parts;
import aidg.ui.control.Style;
import aidg.ui.format.Figures;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// Two bars for each term of the deal: filled what is told, outlined what another method says of the same.
final class TermBars extends Region {

    private static final double BAR = 10;
    private static final double FIGURE = 44;
    private static final double LEAST_AXIS = 0.01;

    private final Figures figures;
    private final List<Row> rows = new ArrayList<>();
    private final Region axis = part("term-axis");
    private double most = LEAST_AXIS;
    private double top;
    private double step = 1;

    /// One term.
    ///
    /// @param told  in probability, -1..1
    /// @param other the same by another method
    record Term(String name, double told, double other) {}

    private record Row(Term term, Region told, Region other, Label figure) {}

    TermBars(Figures figures) {
        this.figures = figures;
        getStyleClass().add("term-bars");
        setAccessibleRole(AccessibleRole.TEXT);
        setMinWidth(150);
        setPrefWidth(190);
    }

    /// @param firstRow pixels from the top to the first row
    /// @param rowStep  pixels from row to row
    void show(List<Term> terms, double firstRow, double rowStep) {
        top = firstRow;
        step = rowStep;
        rows.clear();
        List<Node> nodes = new ArrayList<>(List.of(axis));
        StringBuilder words = new StringBuilder("Points of score. ");
        for (Term term : terms) {
            String points = figures.signedPoints(term.told());
            Label figure = Parts.whole(points, Style.DETAIL, Style.STRONG, term.told() < 0 ? "minus" : "plus");
            figure.setManaged(false);
            Row row = new Row(
                    term,
                    part(term.told() < 0 ? "fall-minus" : "fall-plus"),
                    part(term.other() < 0 ? "term-other-minus" : "term-other-plus"),
                    figure);
            rows.add(row);
            nodes.addAll(List.of(row.told(), row.other(), figure));
            words.append("%s %s, by the other method %s. "
                    .formatted(term.name(), points, figures.signedPoints(term.other())));
        }
        most = terms.stream()
                .mapToDouble(term -> Math.max(Math.abs(term.told()), Math.abs(term.other())))
                .reduce(LEAST_AXIS, Math::max);
        getChildren().setAll(nodes);
        setAccessibleText(words.toString().strip());
        requestLayout();
    }

    @Override
    protected double computePrefHeight(double width) {
        return top + rows.size() * step;
    }

    @Override
    protected void layoutChildren() {
        double middle = Math.round(getWidth() / 2);
        double room = middle - FIGURE;
        axis.resizeRelocate(middle, top - 4, 1, rows.size() * step + 4);
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            double y = top + i * step + (step - 2 - 2 * BAR - 2) / 2;
            place(row.told(), row.term().told(), middle, room, Math.round(y));
            place(row.other(), row.term().other(), middle, room, Math.round(y + BAR + 2));
            double farthest = Math.max(Math.abs(row.term().told()), sameSide(row.term()));
            double width = row.figure().prefWidth(-1);
            double reach = room * farthest / most + 6;
            double x = row.term().told() < 0 ? middle - reach - width : middle + reach;
            row.figure().resizeRelocate(Math.round(x), top + i * step, width, step - 2);
        }
    }

    private static double sameSide(Term term) {
        return term.told() * term.other() > 0 ? Math.abs(term.other()) : 0;
    }

    private void place(Region bar, double value, double middle, double room, double y) {
        double width = Math.max(2, Math.round(room * Math.abs(value) / most));
        bar.resizeRelocate(value < 0 ? middle - width : middle + 1, y, width, BAR);
    }

    private static Region part(String style) {
        Region part = new Region();
        part.getStyleClass().add(style);
        part.setManaged(false);
        return part;
    }
}
