package aidg.ui.scenario;

import static aidg.ui.control.Style.GAP_12;
import static aidg.ui.control.Style.GAP_4;
import static aidg.ui.control.Style.MUTED;

import aidg.engine.review.ReviewItem;
import aidg.ui.control.Banner;
import aidg.ui.control.Parts;
import aidg.ui.control.Pictures;
import aidg.ui.control.Skeleton;
import aidg.ui.control.StatePane;
import aidg.ui.control.ViewHead;
import aidg.ui.format.Figures;
import aidg.ui.page.Problem;
import aidg.ui.page.SaveDialog;
import aidg.ui.page.Surroundings;
import aidg.ui.scenario.ScenarioDesk.Comparison;
import aidg.ui.scenario.ScenarioDesk.Kept;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The list of scenarios at the left, up to four of them beside the proposal at the right.
final class ScenarioView extends BorderPane {

    private final ScenarioViewModel model;
    private final Figures figures;
    private final ViewHead head;
    private final Button export = Parts.button("Export", List.of("Ctrl", "S"), this::export);
    private final ListView<Kept> list = new ListView<>();
    private final VBox compared = Parts.column(GAP_12);
    private final VBox below = new VBox();
    private final Node content;
    private final RenamePanel renaming;

    ScenarioView(ScenarioViewModel model, Surroundings surroundings) {
        this.model = model;
        figures = surroundings.figures();
        getStyleClass().add("scenario-view");
        CheckBox everything = Parts.doing("Scenarios of all proposals", new CheckBox("All proposals"));
        everything.selectedProperty().bindBidirectional(model.everythingProperty());
        head = new ViewHead(everything, Parts.button("Undo", List.of("Ctrl", "Z"), model.changes()::undo), export);
        Node undo = head.getChildren().get(2);
        model.changes().canUndoProperty().subscribe(can -> {
            undo.setVisible(can);
            undo.setManaged(can);
        });
        content = content();
        renaming = new RenamePanel(model.renaming());
        setTop(head);
        setBottom(below);
        model.stateProperty().subscribe(this::show);
        model.comparisonProperty().subscribe(this::show);
        model.selectedProperty().subscribe(now -> showHead());
        model.problemProperty().subscribe(now -> showBelow());
        model.renaming().askedProperty().subscribe(asked -> {
            showBelow();
            if (asked.isPresent()) {
                renaming.focusName();
            } else {
                focusList();
            }
        });
        model.saving().problemProperty().subscribe(now -> showBelow());
    }

    private Node content() {
        list.setId("scenarios");
        list.setAccessibleText("Scenarios");
        list.getStyleClass().addAll("queue-list", "scenario-list");
        list.setCellFactory(own -> new ScenarioCell(model, figures));
        list.getSelectionModel()
                .selectedItemProperty()
                .subscribe(now -> model.chosenProperty().set(Optional.ofNullable(now)));
        // The list would take these keys for itself.
        list.addEventFilter(KeyEvent.KEY_PRESSED, pressed -> {
            boolean taken = !pressed.isShortcutDown();
            switch (pressed.getCode()) {
                case SPACE -> chosen(model::mark);
                case ENTER -> chosen(model::open);
                default -> taken = false;
            }
            if (taken) {
                pressed.consume();
            }
        });
        list.setOnMouseClicked(clicked -> {
            if (clicked.getButton() == MouseButton.PRIMARY && clicked.getClickCount() == 2) {
                model.chosenProperty().get().ifPresent(model::open);
            }
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        Button open = Parts.doing(
                "Open scenario in What-if", Parts.button("What-if", List.of(), () -> chosen(model::open), "small"));
        Button delete =
                Parts.doing("Delete scenario", Parts.button("Delete", List.of(), () -> chosen(model::delete), "small"));
        Button rename =
                Parts.doing("Rename scenario", Parts.button("Rename", List.of(), () -> chosen(model::rename), "small"));
        Button mark = Parts.doing("Mark scenario", Parts.button("Mark", List.of(), () -> chosen(model::mark), "small"));
        model.chosenProperty()
                .subscribe(
                        now -> List.of(mark, open, rename, delete).forEach(button -> button.setDisable(now.isEmpty())));
        HBox doing = Parts.row(GAP_4, mark, open, rename, delete);
        doing.getStyleClass().add("scenario-doing");
        VBox left = new VBox(list, doing);
        left.getStyleClass().addAll("queue-pane", "scenario-pane");
        compared.getStyleClass().add("comparison-pane");
        ScrollPane scroll = new ScrollPane(compared);
        scroll.setFitToWidth(true);
        scroll.setAccessibleText("Side by side");
        HBox.setHgrow(scroll, Priority.ALWAYS);
        return new HBox(left, scroll);
    }

    private void chosen(Consumer<Kept> what) {
        model.chosenProperty().get().ifPresent(what);
    }

    private void show(ScenarioState state) {
        showHead();
        switch (state) {
            case ScenarioState.Loading() -> setCenter(new Skeleton(24, 420, 520, 480, 560, 500));
            case ScenarioState.Empty(boolean isSelected, int others) ->
                setCenter(new StatePane(
                        Feather.BOOKMARK,
                        MUTED,
                        isSelected ? "No scenario of this proposal yet" : "No proposal is selected",
                        (isSelected
                                        ? "Try other terms in What-if and save them under a name with Ctrl+S; up to four stand side by side here."
                                        : "Select one in the queue, with Ctrl+1.")
                                + (others > 0 ? " Other proposals have " + figures.count(others) + "." : ""),
                        Parts.doing("What-if", Parts.button("Go to What-if", List.of(), model::goToWhatIf))));
            case ScenarioState.Ready(List<Kept> listed) -> {
                Kept before = list.getSelectionModel().getSelectedItem();
                list.getSelectionModel().clearSelection();
                list.getItems().setAll(listed);
                if (before != null && listed.contains(before)) {
                    list.getSelectionModel().select(before);
                } else {
                    list.getSelectionModel().selectLast();
                }
                setCenter(content);
            }
            case ScenarioState.Broken(Problem problem) -> setCenter(broken(problem));
        }
    }

    private StatePane broken(Problem problem) {
        return new StatePane(
                Feather.ALERT_TRIANGLE,
                "bad",
                problem.words(),
                problem.next(),
                Parts.button("Try again", List.of(), model::tryAgain));
    }

    private void show(ComparisonState state) {
        export.setDisable(!(state instanceof ComparisonState.Ready));
        list.refresh();
        compared.getChildren()
                .setAll(
                        switch (state) {
                            case ComparisonState.Nothing() ->
                                List.of(new StatePane(
                                        Feather.COLUMNS,
                                        MUTED,
                                        "None is marked",
                                        "Mark up to four with Space; they stand here beside the proposal."));
                            case ComparisonState.Working() -> List.of(new Skeleton(24, 420, 520, 480, 560, 500));
                            case ComparisonState.Ready(Comparison comparison) ->
                                List.of(new ComparisonTable(figures, comparison), ComparisonTable.legend());
                            case ComparisonState.Broken(Problem problem) -> List.of(broken(problem));
                        });
        showHead();
    }

    private void showHead() {
        String subject = switch (model.comparisonProperty().get()) {
            case ComparisonState.Ready(Comparison now) ->
                "Scenarios, %s, proposal %s"
                        .formatted(now.merchant(), now.proposed().proposal().id());
            default ->
                model.selectedProperty()
                        .get()
                        .map(ReviewItem::merchant)
                        .map(merchant -> "Scenarios, " + merchant.name())
                        .orElse("Scenarios");
        };
        head.show(
                subject,
                switch (model.stateProperty().get()) {
                    case ScenarioState.Loading() -> "Reading…";
                    case ScenarioState.Empty empty -> "None saved";
                    case ScenarioState.Ready(List<Kept> listed) -> found(listed);
                    case ScenarioState.Broken broken -> "Not available";
                });
    }

    private String found(List<Kept> listed) {
        String kept = figures.count(listed.size(), "scenario", "scenarios");
        return switch (model.comparisonProperty().get()) {
            case ComparisonState.Ready(Comparison now) ->
                "%s, %s side by side".formatted(kept, figures.count(now.sides().size()));
            default -> kept;
        };
    }

    private void showBelow() {
        List<Node> shown = new ArrayList<>();
        model.renaming().askedProperty().get().ifPresent(asked -> shown.add(renaming));
        Stream.of(
                        model.problemProperty().get(),
                        model.saving().problemProperty().get())
                .flatMap(Optional::stream)
                .map(Banner::of)
                .forEach(shown::add);
        below.getChildren().setAll(shown);
    }

    void export() {
        SaveDialog.ask(this, "Export comparison", "scenarios.csv", List.of("csv"))
                .ifPresent(model::export);
    }

    void savePicture() {
        SaveDialog.ask(this, "Save comparison", "scenarios.png", List.of("png")).ifPresent(this::savePicture);
    }

    void savePicture(Path file) {
        WritableImage taken = Pictures.of(compared);
        model.saving().write(file, () -> Pictures.write(taken, file));
    }

    /// Puts the keyboard into the list.
    void focusList() {
        list.requestFocus();
    }
}
