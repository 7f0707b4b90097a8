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
import aidg.ui.control.ShareBar;
import aidg.ui.format.Figures;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// How many of a manager's deals reached the baseline, in all, by reason and by depth: every bar on the same axis from
/// 0 to 100 %.
final class RecordTable extends GridPane {

    private static final int COLUMNS = 4;

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
        heading("Reached the merchant’s baseline", "share, 90%", "deals");
        part("Let out as proposed", mirror.approved());
        part("Changed", mirror.changed());
        stopped(mirror.stopped());
        if (!mirror.groups().isEmpty()) {
            heading("Changed, by reason", "", "");
            mirror.groups().forEach(group -> part(group.reason().words(), group.part()));
        }
        if (mirror.changed().known() > 0) {
            heading("Changed, by proposed discount", "", "");
            mirror.bands().forEach(band -> part(capital(MirrorWords.depth(band)), band.part()));
        }
        axis();
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private void heading(String words, String share, String count) {
        Label label = Parts.whole(words, CONTENT, STRONG);
        label.getStyleClass().add("record-heading");
        add(label, 0, row, 2, 1);
        add(Parts.whole(share, DETAIL, MUTED), 2, row);
        add(Parts.whole(count, DETAIL, MUTED), 3, row);
        row++;
    }

    private void part(String name, Part part) {
        ShareBar bar = new ShareBar();
        boolean few = part.known() < MirrorWords.LEAST;
        if (part.known() == 0) {
            bar.showNothing(name);
        } else {
            bar.show(part.share(), part.interval(), name, figures);
        }
        line(
                name,
                bar,
                part.known() == 0
                        ? Parts.whole("none known", DETAIL, MUTED)
                        : Parts.whole(
                                "%s, %s".formatted(figures.percent(part.share()), figures.range(part.interval())),
                                DETAIL,
                                few ? MUTED : MEDIUM),
                Parts.whole(
                        "%s of %s".formatted(figures.count(part.right()), figures.count(part.known())),
                        DETAIL,
                        few ? MUTED : MEDIUM));
    }

    private void stopped(int count) {
        line(
                "Stopped",
                Parts.label("nobody can say what the stopped ones would have brought", DETAIL, MUTED),
                Parts.whole("unknown", DETAIL, MUTED),
                Parts.whole(figures.count(count), DETAIL, MUTED));
    }

    private void line(String name, Node bar, Node share, Node count) {
        addRow(row++, Parts.whole(name, DETAIL), bar, share, count);
    }

    private void axis() {
        HBox axis = new HBox();
        for (int quarter = 0; quarter <= 4; quarter++) {
            if (quarter > 0) {
                axis.getChildren().add(Parts.spring());
            }
            axis.getChildren().add(Parts.whole(figures.percent(quarter / 4.0), DETAIL, MUTED));
        }
        add(axis, 1, row++);
    }
}
