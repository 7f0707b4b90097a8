package aidg.ui.review;

import static aidg.ui.control.Style.DETAIL;
import static aidg.ui.control.Style.MUTED;

import aidg.engine.bandit.GuardVerdict.Check;
import aidg.engine.bandit.GuardVerdict.Outcome;
import aidg.engine.review.ReviewItem;
import aidg.ui.control.Parts;
import aidg.ui.control.Style;
import aidg.ui.format.Figures;
import aidg.ui.proposal.ProposalRow;
import javafx.collections.ObservableSet;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// One row of the queue: who, what, what it may bring, how sure, and why it needs a look.
final class QueueCell extends ListCell<ReviewItem> {

    static final double HEIGHT = ProposalRow.HEIGHT;

    private static final PseudoClass SAVING = PseudoClass.getPseudoClass("saving");

    private final Figures figures;
    private final QueueViewModel rows;
    private final ObservableSet<String> saving;
    private final FontIcon mark = Parts.icon(Feather.CHECK_SQUARE, "icon-14", Style.ACCENT);
    private final ProposalRow content;

    QueueCell(Figures figures, QueueViewModel rows, ObservableSet<String> saving) {
        this.figures = figures;
        this.rows = rows;
        this.saving = saving;
        content = new ProposalRow(figures, mark);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable ReviewItem item, boolean empty) {
        super.updateItem(item, empty);
        pseudoClassStateChanged(SAVING, item != null && saving.contains(ReviewViewModel.id(item)));
        if (empty || item == null) {
            setGraphic(null);
            return;
        }
        boolean marked = rows.marked().contains(ReviewViewModel.id(item));
        mark.setVisible(marked);
        mark.setManaged(marked);
        content.show(
                item,
                rows.weightsProperty().get().isPlain()
                        ? "review value " + figures.money(item.value().worth())
                        : "override " + figures.percent(item.value().overrideChance()));
        showReason(item);
        setGraphic(content);
        setAccessibleText((marked ? "Marked, " : "") + content.inWords());
    }

    /// A rejected proposal says so in red, whatever else would need a look.
    private void showReason(ReviewItem item) {
        boolean rejected = !item.scored().guard().allowed();
        Label reason = content.reason();
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
