package aidg.ui.review;

import static aidg.ui.control.Style.CONTENT;
import static aidg.ui.control.Style.DETAIL;
import static aidg.ui.control.Style.GAP_4;
import static aidg.ui.control.Style.GAP_8;
import static aidg.ui.control.Style.MUTED;
import static aidg.ui.control.Style.STRONG;

import aidg.engine.ScoredDeal;
import aidg.engine.domain.Money;
import aidg.ui.control.Parts;
import aidg.ui.format.Figures;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/// What the typed terms do to score and money, and whether the guard lets them pass.
final class RescoreLine extends FlowPane {

    private static final double BETWEEN = 24;
    private static final double BETWEEN_LINES = 4;

    private final DraftViewModel draft;
    private final Figures figures;

    RescoreLine(DraftViewModel draft, Figures figures) {
        this.draft = draft;
        this.figures = figures;
        getStyleClass().add("rescore-line");
        setHgap(BETWEEN);
        setVgap(BETWEEN_LINES);
        setRowValignment(VPos.CENTER);
        draft.rescoredProperty().subscribe(now -> show());
        draft.problemProperty().subscribe(now -> show());
    }

    private void show() {
        if (draft.problemProperty().get().isPresent()) {
            getChildren()
                    .setAll(Parts.wrapping(draft.problemProperty().get().get().words(), DETAIL, "bad"));
            return;
        }
        draft.rescoredProperty()
                .get()
                .ifPresentOrElse(
                        this::show,
                        () -> getChildren().setAll(Parts.whole("Change a term to see what it does.", DETAIL, MUTED)));
    }

    private void show(ScoredDeal after) {
        ScoredDeal before = draft.item().scored();
        long points = Math.round(after.score() * 100) - Math.round(before.score() * 100);
        Money change =
                new Money(after.expectedGp30().cents() - before.expectedGp30().cents());
        getChildren()
                .setAll(
                        figure(
                                "Score",
                                figures.percent(before.score()),
                                figures.percent(after.score()),
                                figures.points((int) points) + " points"),
                        figure(
                                "GP30",
                                figures.money(before.expectedGp30()),
                                figures.money(after.expectedGp30()),
                                figures.moneyChange(change)),
                        guard(after));
    }

    private static Node figure(String name, String before, String after, String change) {
        HBox row = Parts.row(
                GAP_4,
                Parts.whole(name, DETAIL, MUTED),
                Parts.whole(before, DETAIL, MUTED),
                Parts.whole("→", DETAIL, MUTED),
                Parts.whole(after, CONTENT, STRONG),
                Parts.whole("(" + change + ")", DETAIL, MUTED));
        row.setAccessibleText("%s from %s to %s, %s".formatted(name, before, after, change));
        return row;
    }

    private static Node guard(ScoredDeal after) {
        boolean allowed = after.guard().allowed();
        return Parts.row(
                GAP_8,
                Parts.icon(allowed ? Feather.CHECK_CIRCLE : Feather.X_CIRCLE, "icon-14", allowed ? "good" : "bad"),
                Parts.whole(
                        allowed
                                ? "Guard allows"
                                : "Guard refuses: " + after.guard().reason(),
                        DETAIL,
                        allowed ? "good" : "bad"));
    }
}
