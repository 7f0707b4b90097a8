package aidg.ui.second;

import static aidg.ui.control.Style.DETAIL;
import static aidg.ui.control.Style.GAP_4;
import static aidg.ui.control.Style.GAP_8;
import static aidg.ui.control.Style.MUTED;

import aidg.ui.control.Banner;
import aidg.ui.control.Parts;
import aidg.ui.control.Skeleton;
import aidg.ui.control.StatePane;
import aidg.ui.control.ViewHead;
import aidg.ui.format.Figures;
import aidg.ui.page.Destination;
import aidg.ui.page.Problem;
import aidg.ui.page.SaveDialog;
import aidg.ui.page.Surroundings;
import aidg.ui.second.SecondReadingViewModel.Look;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/// The second reading: what is to be read, or how far the readers agree; above both, who reads.
final class SecondReadingView extends BorderPane {

    private final SecondReadingViewModel model;
    private final ResultViewModel result;
    private final Surroundings surroundings;
    private final Figures figures;
    private final ViewHead head;
    private final TextField reader = new TextField();
    private final Button export = Parts.button("Export", List.of("Ctrl", "S"), this::export);
    private final ReadingPane reading;
    private final ResultPane comparing;

    SecondReadingView(SecondReadingViewModel model, ResultViewModel result, Surroundings surroundings) {
        this.model = model;
        this.result = result;
        this.surroundings = surroundings;
        figures = surroundings.figures();
        reading = new ReadingPane(model, figures);
        comparing = new ResultPane(result, figures);
        head = new ViewHead(looks(), whoReads(), export);
        setTop(head);
        model.stateProperty().subscribe(now -> show());
        model.lookProperty().subscribe(now -> show());
        model.readerProperty().subscribe(now -> show());
        model.problemProperty().subscribe(now -> showProblem());
        result.stateProperty().subscribe(now -> show());
        result.saving().problemProperty().subscribe(now -> showProblem());
    }

    private Node looks() {
        ToggleGroup group = new ToggleGroup();
        HBox row = Parts.row(GAP_4);
        row.getChildren()
                .addAll(
                        look(group, "Read", Look.READING, "Read proposals"),
                        look(group, "Agreement", Look.RESULT, "See agreement"));
        return row;
    }

    private ToggleButton look(ToggleGroup group, String words, Look look, String action) {
        ToggleButton choice = Parts.doing(action, new ToggleButton(words));
        choice.getStyleClass().add("choice");
        choice.setMinWidth(USE_PREF_SIZE);
        choice.setAccessibleText(action);
        choice.setToggleGroup(group);
        choice.setOnAction(pressed -> {
            choice.setSelected(true);
            model.lookProperty().set(look);
        });
        model.lookProperty().subscribe(now -> choice.setSelected(now == look));
        return choice;
    }

    private Node whoReads() {
        reader.setId("reader");
        reader.getStyleClass().add("reader-name");
        reader.setOnAction(entered -> model.readAs(reader.getText()));
        Label named = Parts.whole("Reader", DETAIL, MUTED);
        named.setLabelFor(reader);
        Button use = Parts.doing("Read under this name", Parts.button("Use this name", List.of(), this::readAsTyped));
        use.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> reader.getText()
                                .strip()
                                .equals(model.readerProperty().get()),
                        reader.textProperty(),
                        model.readerProperty()));
        model.readerProperty().subscribe(reader::setText);
        return Parts.row(GAP_8, named, reader, use);
    }

    void readAsTyped() {
        model.readAs(reader.getText());
    }

    private void show() {
        boolean comparingNow = model.lookProperty().get() == Look.RESULT;
        export.setVisible(comparingNow);
        export.setManaged(comparingNow);
        export.setDisable(!(result.stateProperty().get() instanceof ResultState.Ready));
        if (comparingNow) {
            showResult(result.stateProperty().get());
        } else {
            showReading(model.stateProperty().get());
        }
    }

    private void showReading(SecondState state) {
        String subject = "Second reading, without sight of the first decision";
        switch (state) {
            case SecondState.Loading() -> {
                head.show(subject, "Drawing proposals…");
                setCenter(new Skeleton(24, 420, 520, 480, 560, 500, 440));
            }
            case SecondState.Ready(SecondRound round) -> {
                head.show(subject, "What would you have decided?");
                setCenter(reading);
            }
            case SecondState.Empty(SecondRound round) -> {
                head.show(subject, "Nothing to read");
                setCenter(nothing(round));
            }
            case SecondState.Failed(Problem problem) -> {
                head.show(subject, "Nothing to read");
                setCenter(new StatePane(
                        Feather.ALERT_TRIANGLE,
                        "bad",
                        problem.words(),
                        problem.next(),
                        Parts.button("Try again", List.of(), model::load)));
            }
        }
    }

    private Node nothing(SecondRound round) {
        if (round.decided() == 0) {
            return new StatePane(
                    Feather.INBOX,
                    MUTED,
                    "Nothing is decided yet",
                    "A second reading is of proposals that somebody has decided. Decide on some first.",
                    openReview());
        }
        if (round.own() == round.decided()) {
            return new StatePane(
                    Feather.USERS,
                    MUTED,
                    "All %s are %s’s own"
                            .formatted(figures.count(round.decided(), "decision", "decisions"), round.reader()),
                    "Nobody reads their own a second time. Have a colleague enter their name as reader above; it then"
                            + " stands beside what they answer and decide.",
                    Parts.doing("Change who reads", Parts.button("Change who reads", List.of(), this::focusReader)));
        }
        String leftOut = round.leftOut() == 0
                ? ""
                : " %s left out: the safety guard refuses it, or the data has it no more."
                        .formatted(figures.count(round.leftOut(), "more is", "more are"));
        return new StatePane(
                Feather.CHECK_CIRCLE,
                "good",
                "%s has read everything".formatted(round.reader()),
                "What others decide from now on appears here.%s".formatted(leftOut),
                Parts.doing(
                        "See agreement",
                        Parts.button(
                                "See agreement",
                                List.of(),
                                () -> model.lookProperty().set(Look.RESULT))));
    }

    private Button openReview() {
        return Parts.button(
                "Review", List.of("Ctrl", "1"), () -> surroundings.navigator().go(Destination.Review.QUEUE));
    }

    private void showResult(ResultState state) {
        String subject = "Second reading, what both have read";
        switch (state) {
            case ResultState.Loading() -> {
                head.show(subject, "Comparing…");
                setCenter(new Skeleton(24, 420, 520, 480, 560, 500, 440));
            }
            case ResultState.Ready(SecondResult found) -> {
                head.show(
                        subject,
                        found.differing().isEmpty()
                                ? "Nothing is open between you"
                                : "%s to talk about"
                                        .formatted(figures.count(
                                                found.differing().size(), "disagreement", "disagreements")));
                comparing.show(found);
                setCenter(comparing);
            }
            case ResultState.Empty(String who) -> {
                head.show(subject, "Nothing to compare");
                setCenter(new StatePane(
                        Feather.EYE,
                        MUTED,
                        "%s has read nothing in common with anybody yet".formatted(who),
                        "Read a few proposals first. What others said to them shows here once you have answered.",
                        Parts.doing(
                                "Read proposals",
                                Parts.button(
                                        "Read proposals",
                                        List.of(),
                                        () -> model.lookProperty().set(Look.READING)))));
            }
            case ResultState.Failed(Problem problem) -> {
                head.show(subject, "Nothing to compare");
                setCenter(new StatePane(
                        Feather.ALERT_TRIANGLE,
                        "bad",
                        problem.words(),
                        problem.next(),
                        Parts.button("Try again", List.of(), result::load)));
            }
        }
    }

    /// A reader's name that will not do is told here too where no proposal is in sight to tell it over.
    private void showProblem() {
        Optional<Problem> problem = result.saving()
                .problemProperty()
                .get()
                .or(() -> getCenter() == reading
                        ? Optional.empty()
                        : model.problemProperty().get());
        setBottom(problem.map(Banner::of).orElse(null));
    }

    void export() {
        SaveDialog.ask(this, "Export disagreements", "disagreements.csv", List.of("csv"))
                .ifPresent(result::export);
    }

    /// Puts the keyboard into the reader's name.
    void focusReader() {
        reader.requestFocus();
        reader.selectAll();
    }

    /// Puts the keyboard where one moves with it.
    void focusList() {
        if (model.lookProperty().get() == Look.RESULT) {
            comparing.focusList();
        } else {
            reading.focusList();
        }
    }
}
