package aidg.ui.mirror;

import static aidg.ui.control.Style.CONTENT;
import static aidg.ui.control.Style.DETAIL;
import static aidg.ui.control.Style.MEDIUM;
import static aidg.ui.control.Style.MUTED;
import static aidg.ui.control.Style.STRONG;

import aidg.engine.review.CalibrationMirror;
import aidg.engine.review.CalibrationMirror.Part;
import aidg.engine.review.MirrorWords;
import aidg.ui.control.Parts;
import aidg.ui.control.ShareAxis;
import aidg.ui.control.ShareBar;
import aidg.ui.format.Figures;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// How many of a manager's deals reached the baseline, in all, by reason and by depth: every bar on the same axis from
/// 0 to 100 %.
final class RecordTable extends GridPane {

    private static final int COLUMNS = 5;

    private final Figures figures;
    private int row;

    RecordTable(Figures figures, CalibrationMirror mirror) {
        this.figures = figures;
        getStyleClass().add("record-table");
        for (int column = 0; column < COLUMNS; column++) {
            ColumnConstraints constraints = new ColumnConstraints();
            constraints.setHgrow(column == 1 ? Priority.ALWAYS : Priority.NEVER);
            constraints.setMinWidth(column == 1 ? 160 : Region.USE_PREF_SIZE);
            constraints.setHalignment(column > 1 ? HPos.RIGHT : HPos.LEFT);
            getColumnConstraints().add(constraints);
        }
        heading("Reached the merchant’s baseline", "share", "90%", "reached");
        part("Let out as proposed", mirror.approved());
        part("Changed", mirror.changed());
        stopped(mirror.stopped());
        if (!mirror.groups().isEmpty()) {
            heading("Changed, by reason", "", "", "");
            mirror.groups().forEach(group -> part(group.reason().words(), group.part()));
        }
        if (mirror.changed().known() > 0) {
            heading("Changed, by proposed discount", "", "", "");
            mirror.bands().forEach(band -> part(capital(MirrorWords.depth(band)), band.part()));
        }
        axis();
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private void heading(String words, String... columns) {
        Label label = Parts.whole(words, CONTENT, STRONG);
        label.getStyleClass().add("record-heading");
        add(label, 0, row, 2, 1);
        for (int i = 0; i < columns.length; i++) {
            add(Parts.whole(columns[i], DETAIL, MUTED), 2 + i, row);
        }
        row++;
    }

    private void part(String name, Part part) {
        ShareBar bar = new ShareBar();
        if (part.known() == 0) {
            bar.showNothing(name);
            line(name, bar, MUTED, "", "none known", "0");
            return;
        }
        bar.show(part.share(), part.interval(), name, figures);
        line(
                name,
                bar,
                part.known() < MirrorWords.LEAST ? MUTED : MEDIUM,
                figures.percent(part.share()),
                figures.range(part.interval()),
                "%s of %s".formatted(figures.count(part.right()), figures.count(part.known())));
    }

    private void stopped(int count) {
        line(
                "Stopped",
                Parts.label("nobody can say what the stopped ones would have brought", DETAIL, MUTED),
                MUTED,
                "",
                "unknown",
                figures.count(count));
    }

    private void line(String name, Node bar, String tone, String... columns) {
        add(Parts.whole(name, DETAIL), 0, row);
        add(bar, 1, row);
        for (int i = 0; i < columns.length; i++) {
            add(Parts.whole(columns[i], DETAIL, tone), 2 + i, row);
        }
        row++;
    }

    private void axis() {
        add(new ShareAxis(figures), 1, row++);
    }
}
