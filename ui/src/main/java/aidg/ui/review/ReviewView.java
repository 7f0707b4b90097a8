package aidg.ui.review;

import static aidg.ui.control.Style.CONTENT;
import static aidg.ui.control.Style.DETAIL;
import static aidg.ui.control.Style.MEDIUM;
import static aidg.ui.control.Style.MUTED;

import aidg.engine.ScoredDeal;
import aidg.engine.review.ReviewItem;
import aidg.ui.control.Banner;
import aidg.ui.control.Parts;
import aidg.ui.control.Skeleton;
import aidg.ui.control.StatePane;
import aidg.ui.format.Figures;
import aidg.ui.page.Destination;
import aidg.ui.page.Problem;
import aidg.ui.page.Surroundings;
import aidg.ui.paper.Papers;
import aidg.ui.proposal.DetailsPane;
import aidg.ui.proposal.ProposalPane;
import aidg.ui.proposal.ThreePanes;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Queue left, proposal in the middle with its triage bar, details right; or the state that stands in their place.
final class ReviewView extends StackPane {

    private static final int SKELETON_ROWS = 7;
    private static final Insets AROUND_PANEL = new Insets(16, 16, 8, 16);

    private final ReviewViewModel model;
    private final Surroundings surroundings;
    private final QueuePane queue;
    private final ProposalPane proposal;
    private final WhyPane why;
    private final DetailsPane details;
    private final ScrollPane reading = new ScrollPane();
    private final StackPane centre = new StackPane();
    private final VBox banner = new VBox();
    private final Papers papers;
    private final Node panes;
    private Optional<Node> panel = Optional.empty();

    ReviewView(ReviewViewModel model, Papers papers, Surroundings surroundings, Runnable showKeys) {
        this.model = model;
        this.papers = papers;
        this.surroundings = surroundings;
        Figures figures = surroundings.figures();
        queue = new QueuePane(model, figures);
        proposal = new ProposalPane(figures);
        why = new WhyPane(figures, () -> surroundings.navigator().go(new Destination.Why()));
        details = new DetailsPane(figures, Parts.button("Call sheet", List.of("C"), this::callSheet, "small"));
        panes = panes(new TriageBar(model, showKeys));
        model.stateProperty().subscribe(this::show);
        model.selectedProperty().subscribe(now -> now.ifPresent(this::show));
        model.story().explainedProperty().subscribe(now -> now.ifPresent(this::show));
        model.story().checkedProperty().subscribe(now -> now.ifPresent(why::show));
        model.story().problemProperty().subscribe(now -> now.ifPresent(why::show));
        model.history().problemProperty().subscribe(now -> showProblem());
        papers.problemProperty().subscribe(now -> showProblem());
        model.askingProperty().subscribe(this::showAsking);
    }

    private Node panes(TriageBar triage) {
        VBox read = new VBox(proposal, new PreMortemCard(model, surroundings.figures()), why);
        read.getStyleClass().add("reading");
        reading.setContent(read);
        reading.setFitToWidth(true);
        reading.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        reading.setAccessibleText("The proposal");
        banner.getStyleClass().add("banner-holder");
        banner.setPickOnBounds(false);
        banner.setAlignment(Pos.BOTTOM_CENTER);
        centre.getChildren().addAll(reading, banner);
        BorderPane middle = new BorderPane(centre);
        middle.setBottom(triage);
        middle.getStyleClass().add("middle-pane");
        return new ThreePanes(queue, middle, details);
    }

    private void show(QueueState state) {
        getChildren()
                .setAll(
                        switch (state) {
                            case QueueState.Loading() -> loading();
                            case QueueState.Ready() -> panes;
                            case QueueState.Clear() -> clear();
                            case QueueState.Broken(Problem problem) -> broken(problem);
                        });
        // Else the line that sifts would have the keyboard, and J would be a letter.
        if (state instanceof QueueState.Ready) {
            focusQueue();
        }
    }

    private static Node loading() {
        VBox rows = new VBox();
        rows.getStyleClass().addAll("queue-pane", "skeleton-rows");
        rows.setMinWidth(ThreePanes.QUEUE_NARROW);
        for (int i = 0; i < SKELETON_ROWS; i++) {
            rows.getChildren().add(new Skeleton(10, 140, 190, 90));
        }
        VBox middle = new VBox(
                Parts.whole("Scoring today’s proposals", CONTENT, MEDIUM),
                Parts.whole("They are ranked by what a look at each is worth.", DETAIL, MUTED),
                new Skeleton(24, 420),
                new Skeleton(12, 320, 520, 480),
                new Skeleton(15, 380, 420, 360, 300));
        middle.getStyleClass().addAll("reading", "gap-16");
        HBox.setHgrow(middle, Priority.ALWAYS);
        return new HBox(rows, middle);
    }

    private Node clear() {
        int reviewed = model.reviewedProperty().get();
        Button undo = Parts.button("Undo last decision", List.of("Z"), model.history()::undo);
        undo.disableProperty().bind(model.history().canUndoProperty().not());
        return new StatePane(
                Feather.INBOX,
                MUTED,
                "Queue is clear",
                reviewed == 0
                        ? "No proposal awaits review. Import data that holds some."
                        : "%s reviewed today. New proposals appear here after an import."
                                .formatted(surroundings.figures().count(reviewed)),
                undo,
                Parts.button("Open data", List.of(), this::openData));
    }

    private Node broken(Problem problem) {
        return new StatePane(
                Feather.ALERT_TRIANGLE,
                "bad",
                problem.words(),
                problem.next(),
                Parts.button("Try again", List.of(), model::load),
                Parts.button("Open data", List.of(), this::openData));
    }

    private void openData() {
        surroundings.navigator().go(new Destination.Data());
    }

    private void show(ReviewItem item) {
        proposal.show(item, model.scoredAt());
        why.expect(item.scored().score());
        details.show(item);
        reading.setVvalue(0);
    }

    private void show(ScoredDeal explained) {
        why.show(explained);
        details.show(explained);
    }

    /// What was not written, and what to do: choices first, papers below.
    private void showProblem() {
        banner.getChildren().clear();
        model.history()
                .problemProperty()
                .get()
                .ifPresent(now -> banner.getChildren()
                        .add(Banner.of(
                                now,
                                Parts.button("Try again", List.of(), model.history()::tryAgain, "small"),
                                Parts.button("Close", List.of(), model.history()::dismissProblem, "small"))));
        papers.problemProperty()
                .get()
                .ifPresent(now -> banner.getChildren()
                        .add(Banner.of(now, Parts.button("Close", List.of(), papers::dismissProblem, "small"))));
        banner.setVisible(!banner.getChildren().isEmpty());
    }

    /// Asks where the call sheet of the selected proposal shall be written.
    void callSheet() {
        model.selectedProperty().get().ifPresent(item -> papers.callSheet(this, ReviewViewModel.id(item)));
    }

    /// Asks where the packet of the decision made last shall be written.
    void packetOfLastDecision() {
        model.history().lastDecided().ifPresent(item -> papers.packet(this, ReviewViewModel.id(item)));
    }

    private void showAsking(Optional<Asking> asking) {
        panel.ifPresent(before -> centre.getChildren().remove(before));
        panel = asking.map(this::panelOf);
        panel.ifPresentOrElse(
                now -> {
                    StackPane.setAlignment(now, Pos.BOTTOM_CENTER);
                    StackPane.setMargin(now, AROUND_PANEL);
                    centre.getChildren().add(now);
                    ((AskingPanel) now).focusFirst();
                },
                () -> {
                    focusQueue();
                    model.selectedProperty()
                            .get()
                            .ifPresent(item ->
                                    details.showTerms(item.scored().proposal().terms(), Optional.empty()));
                });
    }

    private Node panelOf(Asking asking) {
        return switch (asking) {
            case DraftViewModel draft -> {
                if (draft.editsTerms()) {
                    draft.text()
                            .termsProperty()
                            .subscribe(typed -> details.showTerms(
                                    draft.item().scored().proposal().terms(), typed));
                }
                yield new DraftPanel(draft, surroundings.figures(), model::stopAsking);
            }
            case PreviewViewModel preview -> new PreviewPanel(preview, surroundings.figures(), model::stopAsking);
            case NoteViewModel note -> new NotePanel(note, surroundings.figures(), model::stopAsking);
            case NameViewModel name -> new NamePanel(name, model::stopAsking);
            case WeightsViewModel weights -> new WeightsPanel(weights, model::stopAsking);
        };
    }

    /// Puts the keyboard into the line that sifts the queue.
    void focusFilter() {
        queue.focusFilter();
    }

    /// Puts the keyboard into the queue.
    void focusQueue() {
        queue.focusList();
    }
}
