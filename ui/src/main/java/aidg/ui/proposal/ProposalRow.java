package aidg.ui.proposal;

import static aidg.ui.control.Style.CONTENT;
import static aidg.ui.control.Style.DETAIL;
import static aidg.ui.control.Style.GAP_8;
import static aidg.ui.control.Style.MEDIUM;
import static aidg.ui.control.Style.MUTED;

import aidg.engine.ScoredDeal;
import aidg.engine.review.ReviewItem;
import aidg.ui.control.Parts;
import aidg.ui.control.ScoreBar;
import aidg.ui.format.Figures;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// A proposal as a row of a queue, three lines high.
public final class ProposalRow extends VBox {

    /// In pixels.
    public static final double HEIGHT = 66;

    private final Figures figures;
    private final Label name = Parts.label("", CONTENT, MEDIUM);
    private final Label money = Parts.whole("", CONTENT, MEDIUM);
    private final Label offer = Parts.label("", DETAIL, MUTED);
    private final Label discount = Parts.whole("", DETAIL, MUTED);
    private final Label worth = Parts.whole("", DETAIL, MUTED);
    private final ScoreBar bar;
    private final Label score = Parts.whole("", DETAIL, MEDIUM);
    private final Label reason = Parts.label("", DETAIL, MUTED);

    /// @param mark stands before the name
    public ProposalRow(Figures figures, Node... mark) {
        this.figures = figures;
        bar = ScoreBar.small(figures);
        HBox first = Parts.row(GAP_8, mark);
        first.getChildren().addAll(name, Parts.spring(), money);
        getChildren()
                .addAll(
                        first,
                        new HBox(offer, discount, Parts.spring(), worth),
                        Parts.row(GAP_8, bar, score, Parts.spring(), reason));
        getStyleClass().add("queue-row");
    }

    /// @param worthLooking what a look at it is worth, in words; may be empty
    public void show(ReviewItem item, String worthLooking) {
        ScoredDeal scored = item.scored();
        name.setText(item.merchant().name());
        money.setText(figures.money(scored.expectedGp30()));
        offer.setText(scored.proposal().title());
        discount.setText(
                " · " + figures.percent(scored.proposal().terms().discount().fraction()) + "  ");
        worth.setText(worthLooking);
        bar.show(scored.score(), scored.interval(), scored.baseRate());
        score.setText(figures.percent(scored.score()));
        reason.setText(item.reason());
    }

    /// Why it needs a look, at the end of the last line.
    public Label reason() {
        return reason;
    }

    /// The row for a screen reader.
    public String inWords() {
        return "%s, %s%s, expected gross profit %s, score %s, %s"
                .formatted(
                        name.getText(),
                        offer.getText(),
                        discount.getText(),
                        money.getText(),
                        score.getText(),
                        reason.getText());
    }
}
