package aidg.ui.second;

import static aidg.ui.control.Style.DETAIL;
import static aidg.ui.control.Style.FIGURE;
import static aidg.ui.control.Style.MUTED;

import aidg.engine.review.ReviewItem;
import aidg.ui.control.Banner;
import aidg.ui.control.Parts;
import aidg.ui.format.Figures;
import aidg.ui.page.Problem;
import aidg.ui.proposal.DetailsPane;
import aidg.ui.proposal.ProposalPane;
import aidg.ui.proposal.ProposalRow;
import aidg.ui.proposal.ThreePanes;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What is to be read, the proposal, and its facts side by side, with the two answers below.
final class ReadingPane extends StackPane {

    private static final Insets AROUND_PANEL = new Insets(16, 16, 8, 16);

    private final SecondReadingViewModel model;
    private final Figures figures;
    private final ListView<ReviewItem> list;
    private final Label left = Parts.whole("", FIGURE);
    private final ProposalPane proposal;
    private final ComparablesPane comparables;
    private final DetailsPane details;
    private final ScrollPane reading = new ScrollPane();
    private final StackPane centre = new StackPane();
    private final VBox banner = new VBox();
    private Optional<Node> panel = Optional.empty();

    ReadingPane(SecondReadingViewModel model, Figures figures) {
        this.model = model;
        this.figures = figures;
        proposal = new ProposalPane(figures);
        comparables = new ComparablesPane(figures);
        details = new DetailsPane(figures);
        list = list();
        getChildren().add(new ThreePanes(queue(), middle(), details));
        model.selectedProperty().subscribe(now -> now.ifPresent(this::show));
        model.similarProperty().subscribe(comparables::show);
        model.explainedProperty().subscribe(now -> now.ifPresent(details::show));
        model.problemProperty().subscribe(this::showProblem);
        model.askingProperty().subscribe(this::showAsking);
    }

    private VBox queue() {
        VBox head = new VBox(
                left,
                Parts.wrapping(
                        "Drawn by lot. Read from the top, whatever you get through is a fair sample.", DETAIL, MUTED));
        head.getStyleClass().add("queue-head");
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox queue = new VBox(head, list);
        queue.getStyleClass().add("queue-pane");
        model.rows().addListener((ListChangeListener<ReviewItem>) change -> showCount());
        showCount();
        return queue;
    }

    private void showCount() {
        left.setText("%s to read".formatted(figures.count(model.rows().size())));
    }

    private ListView<ReviewItem> list() {
        ListView<ReviewItem> rows = new ListView<>(model.rows());
        rows.getStyleClass().add("queue-list");
        rows.setFixedCellSize(ProposalRow.HEIGHT);
        rows.setCellFactory(view -> new Cell());
        rows.setAccessibleText("Proposals to read a second time");
        rows.getSelectionModel().selectedItemProperty().subscribe(item -> {
            if (item != null) {
                model.select(Optional.of(item));
            }
        });
        model.selectedProperty()
                .subscribe(now -> now.ifPresent(item -> {
                    rows.getSelectionModel().select(item);
                    rows.scrollTo(Math.max(0, rows.getSelectionModel().getSelectedIndex() - 2));
                }));
        return rows;
    }

    private final class Cell extends ListCell<ReviewItem> {

        private final ProposalRow row = new ProposalRow(figures);

        Cell() {
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable ReviewItem item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setGraphic(null);
                return;
            }
            row.show(item, "");
            setGraphic(row);
            setAccessibleText(row.inWords());
        }
    }

    private BorderPane middle() {
        VBox read = new VBox(proposal, comparables);
        read.getStyleClass().add("reading");
        reading.setContent(read);
        reading.setFitToWidth(true);
        reading.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        reading.setAccessibleText("The proposal");
        banner.getStyleClass().add("banner-holder");
        banner.setPickOnBounds(false);
        banner.setAlignment(Pos.BOTTOM_CENTER);
        centre.getChildren().addAll(reading, banner);
        Button yes = Parts.button("Goes out", List.of("A"), () -> model.ask(true), "accent");
        Button no = Parts.button("Does not go out", List.of("O"), () -> model.ask(false));
        yes.disableProperty().bind(model.canAnswerProperty().not());
        no.disableProperty().bind(model.canAnswerProperty().not());
        HBox bar =
                new HBox(yes, no, Parts.spring(), Parts.label("First decision hidden until you answer", DETAIL, MUTED));
        bar.getStyleClass().add("triage-bar");
        BorderPane middle = new BorderPane(centre);
        middle.setBottom(bar);
        middle.getStyleClass().add("middle-pane");
        return middle;
    }

    private void show(ReviewItem item) {
        proposal.show(item, model.scoredAt());
        details.show(item);
        reading.setVvalue(0);
    }

    private void showProblem(Optional<Problem> problem) {
        banner.getChildren().clear();
        banner.setVisible(problem.isPresent());
        problem.ifPresent(now -> banner.getChildren().add(Banner.of(now)));
    }

    private void showAsking(Optional<AnswerViewModel> asking) {
        panel.ifPresent(before -> centre.getChildren().remove(before));
        panel = asking.map(answer -> new AnswerPanel(answer, model::stopAsking));
        panel.ifPresentOrElse(
                now -> {
                    setAlignment(now, Pos.BOTTOM_CENTER);
                    setMargin(now, AROUND_PANEL);
                    centre.getChildren().add(now);
                    ((AnswerPanel) now).focusFirst();
                },
                this::focusList);
    }

    /// Puts the keyboard into the list.
    void focusList() {
        list.requestFocus();
    }
}
