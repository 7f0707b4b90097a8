package aidg.ui.scenario;

import static aidg.ui.control.Style.CONTENT;
import static aidg.ui.control.Style.DETAIL;
import static aidg.ui.control.Style.GAP_4;
import static aidg.ui.control.Style.MUTED;
import static aidg.ui.control.Style.STRONG;

import aidg.ui.control.Parts;
import aidg.ui.format.Figures;
import aidg.ui.scenario.ComparisonRows.Row;
import aidg.ui.scenario.ScenarioDesk.Comparison;
import aidg.ui.scenario.ScenarioDesk.Side;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The proposal and up to four scenarios, one column each: what differs is bold, the best of a row has a mark.
final class ComparisonTable extends GridPane {

    private static final double NAMES = 132;
    private static final double LEAST = 120;
    private static final double MOST = 220;

    private final Figures figures;

    ComparisonTable(Figures figures, Comparison comparison) {
        this.figures = figures;
        getStyleClass().add("comparison");
        ColumnConstraints names = new ColumnConstraints(NAMES);
        getColumnConstraints().add(names);
        for (int i = 0; i <= comparison.sides().size(); i++) {
            ColumnConstraints column = new ColumnConstraints(LEAST, MOST, MOST);
            column.setHgrow(Priority.ALWAYS);
            column.setHalignment(HPos.RIGHT);
            getColumnConstraints().add(column);
        }
        heads(comparison);
        for (Row row : new ComparisonRows(figures, comparison).rows()) {
            add(row);
        }
        kept(comparison);
    }

    private void heads(Comparison comparison) {
        add(Parts.wrapping("", DETAIL), 0, 0);
        add(head("As proposed", comparison.proposed().proposal().id()), 1, 0);
        int column = 2;
        for (Side side : comparison.sides()) {
            add(head(side.scenario().name(), figures.moment(side.scenario().savedAt())), column++, 0);
        }
    }

    private static Node head(String name, String detail) {
        Label words = Parts.wrapping(name, CONTENT, STRONG);
        VBox head = new VBox(words, Parts.whole(detail, DETAIL, MUTED));
        head.getStyleClass().add("comparison-head");
        GridPane.setValignment(head, VPos.BOTTOM);
        return head;
    }

    private void add(Row row) {
        int at = getRowCount();
        line(at, row.cells().size());
        Label name = Parts.wrapping(row.name(), DETAIL, MUTED);
        GridPane.setValignment(name, VPos.TOP);
        add(name, 0, at + 1);
        for (int i = 0; i < row.cells().size(); i++) {
            add(
                    cell(
                            row.cells().get(i),
                            row.detail().get(i),
                            row.differs().get(i),
                            row.best().get(i)),
                    i + 1,
                    at + 1);
        }
    }

    private void line(int at, int columns) {
        add(Parts.hairline(), 0, at, columns + 1, 1);
    }

    private static Node cell(String text, String detail, boolean differs, boolean best) {
        Label words = Parts.wrapping(text, CONTENT);
        if (differs) {
            words.getStyleClass().add(STRONG);
        }
        HBox line = Parts.row(GAP_4);
        line.getStyleClass().add("right");
        if (best) {
            line.getChildren().add(Parts.icon(Feather.AWARD, "icon-14", "accent"));
        }
        line.getChildren().add(words);
        VBox cell = new VBox(line);
        cell.getStyleClass().add("comparison-cell");
        if (!detail.isEmpty()) {
            Label small = Parts.wrapping(detail, DETAIL, MUTED);
            small.getStyleClass().add("right");
            cell.getChildren().add(small);
        }
        cell.setAccessibleText(text
                + (detail.isEmpty() ? "" : ", " + detail)
                + (differs ? ", differs from the proposal" : "")
                + (best ? ", best of the row" : ""));
        GridPane.setValignment(cell, VPos.TOP);
        return cell;
    }

    private void kept(Comparison comparison) {
        int at = getRowCount();
        line(at, comparison.sides().size() + 1);
        Label name = Parts.wrapping("Same as when saved", DETAIL, MUTED);
        GridPane.setValignment(name, VPos.TOP);
        add(name, 0, at + 1);
        int column = 2;
        for (Side side : comparison.sides()) {
            add(kept(side), column++, at + 1);
        }
    }

    private Node kept(Side side) {
        HBox line = Parts.row(
                GAP_4,
                Parts.icon(
                        side.same() ? Feather.CHECK_CIRCLE : Feather.ALERT_CIRCLE,
                        "icon-14",
                        side.same() ? "good" : "careful"),
                Parts.whole(side.same() ? "Yes, to the bit" : "No", DETAIL, side.same() ? "good" : "careful"));
        line.getStyleClass().add("right");
        VBox cell = new VBox(line);
        cell.getStyleClass().add("comparison-cell");
        if (!side.same()) {
            String why =
                    Character.toUpperCase(side.why().charAt(0)) + side.why().substring(1);
            String words = "%s. It was %s and %s."
                    .formatted(
                            why,
                            figures.percent(side.scenario().said().score()),
                            figures.money(side.scenario().said().gp30()));
            Label detail = Parts.wrapping(words, DETAIL, MUTED);
            detail.getStyleClass().add("right");
            cell.getChildren().add(detail);
        }
        return cell;
    }

    /// What bold words and the mark mean.
    static Label legend() {
        return Parts.wrapping(
                "Bold differs from the proposal. The medal marks the best of a row; where likely ranges (90%) overlap, the order may turn out otherwise.",
                DETAIL, MUTED);
    }
}
