package aidg.ui.similar;

import static aidg.ui.control.Style.CONTENT;
import static aidg.ui.control.Style.DETAIL;
import static aidg.ui.control.Style.GAP_4;
import static aidg.ui.control.Style.GAP_8;
import static aidg.ui.control.Style.MUTED;
import static aidg.ui.control.Style.STRONG;

import aidg.engine.SimilarMerchant;
import aidg.engine.domain.Deal;
import aidg.ui.control.Parts;
import aidg.ui.format.Figures;
import aidg.ui.proposal.NeighbourWords;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The matured deals of one similar merchant, newest first.
final class LatelyPane extends VBox {

    private final Figures figures;
    private final NeighbourWords words;
    private final Label heading = Parts.label("", CONTENT, STRONG);
    private final Label count = Parts.label("", DETAIL, MUTED);
    private final GridPane deals = new GridPane();

    LatelyPane(Figures figures, NeighbourWords words) {
        this.figures = figures;
        this.words = words;
        getStyleClass().addAll("lately-pane", GAP_8);
        deals.getStyleClass().add("lately");
        getChildren().addAll(Parts.row(GAP_8, heading, count), deals);
    }

    void show(SimilarMerchant one) {
        heading.setText(one.merchant().name());
        count.setText(
                one.matured() == 0
                        ? "no deal of it has matured yet"
                        : "%s, %s reached the baseline"
                                .formatted(
                                        figures.count(one.matured(), "matured deal", "matured deals"),
                                        figures.count(one.reached())));
        deals.getChildren().clear();
        int row = 0;
        for (Deal deal : one.lately()) {
            Label title = Parts.label(deal.title(), DETAIL);
            title.setMinWidth(0);
            GridPane.setHgrow(title, Priority.ALWAYS);
            deals.addRow(
                    row++,
                    Parts.whole(figures.date(deal.startsOn()), DETAIL, MUTED),
                    title,
                    Parts.whole(figures.terms(deal.terms()), DETAIL),
                    gp30(deal),
                    outcome(deal));
        }
    }

    private Node gp30(Deal deal) {
        Label label = Parts.whole(words.gp30(deal), DETAIL, STRONG);
        GridPane.setHalignment(label, HPos.RIGHT);
        return label;
    }

    private Node outcome(Deal deal) {
        boolean reached = NeighbourWords.reached(deal);
        String tone = reached ? "good" : "bad";
        return Parts.row(
                GAP_4,
                Parts.icon(reached ? Feather.CHECK_CIRCLE : Feather.X_CIRCLE, "icon-14", tone),
                Parts.whole(words.against(deal), DETAIL, tone));
    }
}
