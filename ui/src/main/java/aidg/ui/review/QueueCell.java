package aidg.ui.review;

import static aidg.ui.control.Style.CONTENT;
import static aidg.ui.control.Style.DETAIL;
import static aidg.ui.control.Style.GAP_8;
import static aidg.ui.control.Style.MEDIUM;
import static aidg.ui.control.Style.MUTED;

import aidg.engine.ScoredDeal;
import aidg.engine.bandit.GuardVerdict.Check;
import aidg.engine.bandit.GuardVerdict.Outcome;
import aidg.engine.review.ReviewItem;
import aidg.ui.control.Parts;
import aidg.ui.control.ScoreBar;
import aidg.ui.control.Style;
import aidg.ui.format.Figures;
import javafx.collections.ObservableSet;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// One row of the queue: who, what, what it may bring, how sure, and why it needs a look.
final class QueueCell extends ListCell<ReviewItem> {

    static final double HEIGHT = 66;

    private static final PseudoClass SAVING = PseudoClass.getPseudoClass("saving");

    private final Figures figures;
    private final QueueViewModel rows;
    private final ObservableSet<String> saving;
    private final FontIcon mark = Parts.icon(Feather.CHECK_SQUARE, "icon-14", Style.ACCENT);
    private final Label name = Parts.label("", CONTENT, MEDIUM);
    private final Label money = Parts.whole("", CONTENT, MEDIUM);
    private final Label offer = Parts.label("", DETAIL, MUTED);
    private final Label discount = Parts.whole("", DETAIL, MUTED);
    private final Label worth = Parts.whole("", DETAIL, MUTED);
    private final ScoreBar bar;
    private final Label score = Parts.whole("", DETAIL, MEDIUM);
    private final Label reason = Parts.label("", DETAIL, MUTED);
    private final VBox content;

    QueueCell(Figures figures, QueueViewModel rows, ObservableSet<String> saving) {
        this.figures = figures;
        this.rows = rows;
        this.saving = saving;
        bar = ScoreBar.small(figures);
        content = new VBox(
                row(mark, name, Parts.spring(), money),
                new HBox(offer, discount, Parts.spring(), worth),
                row(bar, score, Parts.spring(), reason));
        content.getStyleClass().add("queue-row");
        setPrefWidth(0);
    }

    private static HBox row(Node... children) {
        return Parts.row(GAP_8, children);
    }

    @Override
    protected void updateItem(@Nullable ReviewItem item, boolean empty) {
        super.updateItem(item, empty);
        pseudoClassStateChanged(SAVING, item != null && saving.contains(ReviewViewModel.id(item)));
        if (empty || item == null) {
            setGraphic(null);
            return;
        }
        ScoredDeal scored = item.scored();
        name.setText(item.merchant().name());
        money.setText(figures.money(scored.expectedGp30()));
        offer.setText(scored.proposal().title());
        discount.setText(
                " · " + figures.percent(scored.proposal().terms().discount().fraction()) + "  ");
        boolean marked = rows.marked().contains(ReviewViewModel.id(item));
        mark.setVisible(marked);
        mark.setManaged(marked);
        worth.setText(
                rows.weightsProperty().get().isPlain()
                        ? "review value " + figures.money(item.value().worth())
                        : "override " + figures.percent(item.value().overrideChance()));
        bar.show(scored.score(), scored.interval(), scored.baseRate());
        score.setText(figures.percent(scored.score()));
        showReason(item);
        setGraphic(content);
        setAccessibleText("%s%s, %s%s, expected gross profit %s, score %s, %s"
                .formatted(
                        marked ? "Marked, " : "",
                        name.getText(),
                        offer.getText(),
                        discount.getText(),
                        money.getText(),
                        score.getText(),
                        reason.getText()));
    }

    /// A rejected proposal says so in red, whatever else would need a look.
    private void showReason(ReviewItem item) {
        boolean rejected = !item.scored().guard().allowed();
        reason.getStyleClass().setAll("label", DETAIL, rejected ? Style.BAD : MUTED);
        reason.setGraphic(rejected ? Parts.icon(Feather.X_CIRCLE, "icon-12", Style.BAD) : null);
        reason.setText(rows.asleepUntil(item)
                .map(until -> "until " + figures.date(until))
                .orElse(rejected ? failedCheck(item) : item.reason()));
    }

    static String failedCheck(ReviewItem item) {
        return item.scored().guard().checks().stream()
                .filter(check -> check.outcome() == Outcome.FAILED)
                .map(Check::name)
                .findFirst()
                .orElse(item.scored().guard().reason());
    }
}
