package aidg.ui.review;

import static aidg.ui.control.Style.DETAIL;
import static aidg.ui.control.Style.FIGURE;
import static aidg.ui.control.Style.GAP_8;
import static aidg.ui.control.Style.MUTED;

import aidg.engine.review.ReviewItem;
import aidg.ui.control.Parts;
import aidg.ui.format.Figures;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.collections.SetChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The queue at the left: how much is left, and the proposals by value of review.
final class QueuePane extends VBox {

    private static final PseudoClass SCROLLS = PseudoClass.getPseudoClass("scrolls");

    private final ReviewViewModel model;
    private final Figures figures;
    private final Label left = Parts.whole("", FIGURE);
    private final Label time = Parts.whole("", DETAIL, MUTED);
    private final ProgressBar progress = new ProgressBar(0);
    private final Label part = Parts.whole("", DETAIL, MUTED);
    private final FilterRow filter;
    private final ListView<ReviewItem> list;

    QueuePane(ReviewViewModel model, Figures figures) {
        this.model = model;
        this.figures = figures;
        getStyleClass().add("queue-pane");
        setId("queue");
        filter = new FilterRow(model);
        Button ranked = new Button("Ranked by value of review");
        ranked.getStyleClass().addAll("bare", "small", "link");
        ranked.setAccessibleText("Ranked by value of review: change the weights");
        ranked.setTooltip(new Tooltip("GP at stake × uncertainty × override chance. Click to weigh them."));
        ranked.setOnAction(pressed -> model.habits().startWeighing());
        Parts.doing("Weigh what a look is worth", ranked);
        model.rows()
                .weightsProperty()
                .subscribe(
                        now -> ranked.setText(now.isPlain() ? "Ranked by value of review" : "Ranked by your weights"));
        progress.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(progress, Priority.ALWAYS);
        VBox head = new VBox(
                Parts.row(GAP_8, left, Parts.spring(), time),
                Parts.row(GAP_8, progress, part),
                filter,
                Parts.row(GAP_8, ranked, Parts.spring(), Parts.whole("GP30, expected", DETAIL, MUTED)),
                new MarkedBar(model));
        head.getStyleClass().add("queue-head");
        list = list();
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(head, list);
        model.queue().addListener((ListChangeListener<ReviewItem>) change -> showCounts());
        model.reviewedProperty().subscribe(now -> showCounts());
        model.history().saving().addListener((SetChangeListener<String>) change -> list.refresh());
        model.rows().marked().addListener((SetChangeListener<String>) change -> list.refresh());
        model.rows().weightsProperty().subscribe(now -> list.refresh());
        model.rows().waitingProperty().subscribe(now -> showCounts());
    }

    private ListView<ReviewItem> list() {
        ListView<ReviewItem> queue = new ListView<>(model.queue());
        queue.getStyleClass().add("queue-list");
        queue.setFixedCellSize(QueueCell.HEIGHT);
        queue.setCellFactory(
                view -> new QueueCell(figures, model.rows(), model.history().saving()));
        queue.setAccessibleText("Proposals that await review");
        queue.setPlaceholder(
                Parts.wrapping("No proposal passes the filter. Esc in the filter lifts it.", DETAIL, MUTED));
        queue.getSelectionModel().selectedItemProperty().subscribe(item -> {
            if (item != null && !model.rows().replacingProperty().get()) {
                model.select(item);
            }
        });
        model.selectedProperty().subscribe(now -> select(queue, now));
        model.rows().replacingProperty().subscribe((before, now) -> {
            if (!now) {
                select(queue, model.selectedProperty().get());
            }
        });
        return queue;
    }

    private void select(ListView<ReviewItem> queue, Optional<ReviewItem> selected) {
        int place = selected.map(model.rows()::place).orElse(-1);
        if (place < 0) {
            queue.getSelectionModel().clearSelection();
        } else {
            queue.getSelectionModel().clearAndSelect(place);
            queue.getFocusModel().focus(place);
            reveal(queue);
        }
    }

    /// Scrolls only if the selected row cannot be seen whole.
    private static void reveal(ListView<ReviewItem> queue) {
        int row = queue.getSelectionModel().getSelectedIndex();
        if (queue.lookup(".virtual-flow") instanceof VirtualFlow<?> flow
                && flow.getFirstVisibleCell() != null
                && flow.getLastVisibleCell() != null) {
            if (row <= flow.getFirstVisibleCell().getIndex()) {
                queue.scrollTo(row);
            } else if (row >= flow.getLastVisibleCell().getIndex()) {
                int seen = flow.getLastVisibleCell().getIndex()
                        - flow.getFirstVisibleCell().getIndex();
                queue.scrollTo(Math.max(0, row - seen + 2));
            }
        }
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        list.pseudoClassStateChanged(SCROLLS, model.queue().size() * QueueCell.HEIGHT > list.getHeight());
    }

    private void showCounts() {
        int waiting = model.rows().waitingProperty().get();
        int all = waiting + model.reviewedProperty().get();
        requestLayout();
        left.setText("%s left".formatted(figures.count(waiting)));
        time.setText(model.timeLeft().map(figures::left).orElse(""));
        progress.setProgress(all == 0 ? 0 : (double) model.reviewedProperty().get() / all);
        progress.setAccessibleText("Reviewed today");
        part.setText("%s of %s".formatted(figures.count(model.reviewedProperty().get()), figures.count(all)));
    }

    /// Puts the keyboard into the line that sifts.
    void focusFilter() {
        filter.focusLine();
    }

    /// Puts the keyboard into the list.
    void focusList() {
        list.requestFocus();
    }
}
