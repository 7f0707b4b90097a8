package aidg.ui.mirror;

import static aidg.ui.control.Style.CONTENT;
import static aidg.ui.control.Style.DETAIL;
import static aidg.ui.control.Style.GAP_12;
import static aidg.ui.control.Style.GAP_8;
import static aidg.ui.control.Style.MUTED;
import static aidg.ui.control.Style.STRONG;

import aidg.engine.review.CalibrationMirror;
import aidg.engine.review.MirrorWords;
import aidg.ui.control.Parts;
import aidg.ui.control.Skeleton;
import aidg.ui.control.StatePane;
import aidg.ui.control.ViewHead;
import aidg.ui.format.Figures;
import aidg.ui.page.Destination;
import aidg.ui.page.Problem;
import aidg.ui.page.Surroundings;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// A manager's own record: the finding in a sentence, every share as an interval on one axis, and what it rests on.
final class MirrorView extends BorderPane {

    private final MirrorViewModel model;
    private final Surroundings surroundings;
    private final Figures figures;
    private final ViewHead head;
    private final Button another =
            Parts.doing("Choose another manager", Parts.button("Not you?", List.of(), this::chooseAnother));
    private final ComboBox<String> choice = new ComboBox<>();

    MirrorView(MirrorViewModel model, Surroundings surroundings) {
        this.model = model;
        this.surroundings = surroundings;
        figures = surroundings.figures();
        another.setAccessibleText("Choose another manager");
        head = new ViewHead(another);
        choice.setAccessibleText("Which manager you are");
        choice.setPromptText("Manager");
        setTop(head);
        model.stateProperty().subscribe(this::show);
    }

    private void show(MirrorState state) {
        boolean ready = state instanceof MirrorState.Ready;
        another.setVisible(ready);
        another.setManaged(ready);
        String subject = "My record";
        switch (state) {
            case MirrorState.Loading() -> {
                head.show(subject, "Looking back…");
                setCenter(new Skeleton(24, 420, 520, 480, 560, 500, 440));
            }
            case MirrorState.Empty() -> {
                head.show(subject, "Nothing to look back on");
                setCenter(new StatePane(
                        Feather.USER_X,
                        MUTED,
                        "No override in the data names its manager",
                        "A record is of decisions that managers made in the past. Import overrides with their managers.",
                        Parts.button(
                                "Open data",
                                List.of(),
                                () -> surroundings.navigator().go(new Destination.Data()))));
            }
            case MirrorState.Choosing(List<String> managers) -> {
                head.show(subject, "Which manager are you?");
                setCenter(choosing(managers));
            }
            case MirrorState.Ready(CalibrationMirror mirror) -> {
                head.show("My record, %s".formatted(mirror.managerId()), MirrorWords.headline(mirror));
                setCenter(record(mirror));
            }
            case MirrorState.Failed(Problem problem) -> {
                head.show(subject, "Not found");
                setCenter(new StatePane(
                        Feather.ALERT_TRIANGLE,
                        "bad",
                        problem.words(),
                        problem.next(),
                        Parts.button("Try again", List.of(), model::load)));
            }
        }
    }

    private Node choosing(List<String> managers) {
        choice.setItems(FXCollections.observableArrayList(managers));
        choice.setValue(null);
        Button me = Parts.doing("This is me", Parts.button("This is me", List.of(), this::chooseMe, "accent"));
        me.disableProperty().bind(choice.valueProperty().isNull());
        HBox row = Parts.row(GAP_8, choice, me);
        row.setMaxWidth(USE_PREF_SIZE);
        StatePane pane = new StatePane(
                Feather.USER_CHECK,
                MUTED,
                "Say once which manager you are",
                "The data in use names %s. Your record is for your eyes: it is shown on this machine, and no report, packet or export has it."
                        .formatted(figures.count(managers.size(), "manager", "managers")));
        pane.getChildren().add(row);
        return pane;
    }

    void chooseMe() {
        String chosen = choice.getValue();
        if (model.stateProperty().get() instanceof MirrorState.Choosing && chosen != null) {
            model.choose(chosen);
        }
    }

    void chooseAnother() {
        model.chooseAnother();
    }

    private Node record(CalibrationMirror mirror) {
        VBox table = new VBox(new RecordTable(figures, mirror));
        table.getStyleClass().add("record-side");
        VBox words = Parts.column(GAP_12, Parts.whole("In words", CONTENT, STRONG));
        List<String> sentences = MirrorWords.sentences(mirror);
        if (sentences.isEmpty()) {
            words.getChildren()
                    .add(Parts.wrapping(
                            "Too few outcomes are known for a sentence that would not mislead. Each bar beside is as wide"
                                    + " as what is not known.",
                            DETAIL));
        }
        sentences.forEach(sentence -> words.getChildren().add(Parts.wrapping(sentence, DETAIL)));
        words.getChildren().add(Parts.hairline());
        words.getChildren().add(Parts.whole("What this rests on", CONTENT, STRONG));
        MirrorWords.basis().forEach(sentence -> words.getChildren().add(basis(sentence)));
        words.getStyleClass().add("record-words");
        HBox.setHgrow(table, Priority.ALWAYS);
        HBox both = new HBox(table, words);
        ScrollPane scroll = new ScrollPane(both);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setAccessibleText("Your record");
        return scroll;
    }

    private static Label basis(String sentence) {
        return Parts.wrapping(sentence, DETAIL, MUTED);
    }

    /// Puts the keyboard into what can be chosen, if something can.
    void focusChoice() {
        if (model.stateProperty().get() instanceof MirrorState.Choosing) {
            choice.requestFocus();
        }
    }

    /// Chooses one of those that can be chosen, as if the person had.
    void pick(String managerId) {
        choice.setValue(managerId);
    }
}
