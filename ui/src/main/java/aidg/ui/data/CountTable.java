package aidg.ui.data;

import static aidg.ui.control.Style.DETAIL;
import static aidg.ui.control.Style.MEDIUM;
import static aidg.ui.control.Style.MUTED;

import aidg.engine.marketplace.ImportReport.TableCount;
import aidg.ui.control.Parts;
import aidg.ui.format.Figures;
import java.util.Map;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/// Rows read, accepted and rejected, table by table.
final class CountTable extends GridPane {

    CountTable(Map<String, TableCount> tables, Figures figures) {
        getStyleClass().add("facts");
        ColumnConstraints names = new ColumnConstraints();
        names.setHgrow(Priority.ALWAYS);
        getColumnConstraints().add(names);
        addRow(0, Parts.whole("Table", DETAIL, MUTED), head("read"), head("accepted"), head("rejected"));
        tables.forEach((table, count) -> addRow(
                getRowCount(),
                Parts.whole(table, DETAIL, MEDIUM),
                figure(figures.count(count.read()), ""),
                figure(figures.count(count.accepted()), ""),
                figure(figures.count(count.rejected()), count.rejected() == 0 ? MUTED : "bad")));
    }

    private static Label head(String words) {
        return right(Parts.whole(words, DETAIL, MUTED));
    }

    private static Label figure(String text, String tone) {
        Label figure = Parts.whole(text, DETAIL);
        if (!tone.isEmpty()) {
            figure.getStyleClass().add(tone);
        }
        return right(figure);
    }

    private static Label right(Label label) {
        GridPane.setHalignment(label, HPos.RIGHT);
        return label;
    }
}
