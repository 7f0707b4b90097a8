package aidg.ui.second;

import aidg.engine.ScoredDeal;
import aidg.engine.SimilarMerchants;
import aidg.engine.review.ReaderNames;
import aidg.engine.review.ReviewItem;
import aidg.ui.page.Destination;
import aidg.ui.page.Notice;
import aidg.ui.page.Problem;
import aidg.ui.page.Surroundings;
import aidg.ui.task.Line;
import aidg.ui.task.Slot;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What the reader is asked, one proposal at a time, and their answers. Nothing here knows a first decision.
final class SecondReadingViewModel {

    /// What is looked at.
    enum Look {
        READING,
        RESULT
    }

    private final SecondReadingDesk desk;
    private final Surroundings surroundings;
    private final Runnable otherReader;
    private final Slot loading;
    private final Slot explaining;
    private final Slot comparing;
    private final Line writing;
    private final Map<String, AnswerViewModel> unsaved = new HashMap<>();
    private final ReadOnlyObjectWrapper<SecondState> state = new ReadOnlyObjectWrapper<>(new SecondState.Loading());
    private final ObjectProperty<Look> look = new SimpleObjectProperty<>(Look.READING);
    private final ReadOnlyStringWrapper reader = new ReadOnlyStringWrapper("");
    private final ObservableList<ReviewItem> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<ReviewItem>> selected = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<ScoredDeal>> explained = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<SimilarMerchants>> similar =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<AnswerViewModel>> asking =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper canAnswer = new ReadOnlyBooleanWrapper();

    /// @param otherReader called when somebody else has sat down
    SecondReadingViewModel(SecondReadingDesk desk, Surroundings surroundings, Runnable otherReader) {
        this.desk = desk;
        this.surroundings = surroundings;
        this.otherReader = otherReader;
        loading = surroundings.background().slot();
        explaining = surroundings.background().slot();
        comparing = surroundings.background().slot();
        writing = surroundings.background().line();
        surroundings.navigator().currentProperty().subscribe(now -> {
            if (isInFront()) {
                load();
            }
        });
        selected.subscribe(now -> update());
        look.subscribe(now -> update());
        asking.subscribe(now -> update());
    }

    private void update() {
        canAnswer.set(look.get() == Look.READING
                && selected.get().isPresent()
                && asking.get().isEmpty());
    }

    boolean isInFront() {
        return surroundings.navigator().currentProperty().get() instanceof Destination.SecondReading;
    }

    /// Reads what can be asked, anew if it had been read: decisions may have been made meanwhile. Answers that are
    /// being written are waited for.
    void load() {
        writing.after(this::draw);
    }

    private void draw() {
        loading.runLong(
                "Drawing proposals to read",
                desk::round,
                activity -> {},
                this::take,
                failed -> state.set(new SecondState.Failed(
                        Problem.of("What can be read a second time could not be found", failed, "Try again."))));
    }

    private void take(SecondRound round) {
        reader.set(round.reader());
        Optional<String> before = selected.get().map(SecondReadingViewModel::id);
        if (!rows.equals(round.toRead())) {
            rows.setAll(round.toRead());
        }
        select(rows.stream()
                .filter(item -> before.equals(Optional.of(id(item))))
                .findFirst()
                .or(() -> rows.stream().findFirst()));
        state.set(rows.isEmpty() ? new SecondState.Empty(round) : new SecondState.Ready(round));
    }

    static String id(ReviewItem item) {
        return item.scored().proposal().id();
    }

    void select(Optional<ReviewItem> item) {
        if (item.equals(selected.get())) {
            return;
        }
        asking.set(Optional.empty());
        selected.set(item);
        explained.set(Optional.empty());
        similar.set(Optional.empty());
        explaining.cancel();
        comparing.cancel();
        item.ifPresent(now -> {
            explaining.run(
                    () -> desk.explain(now),
                    found -> explained.set(Optional.of(found)),
                    failed -> surroundings.told(
                            Problem.of("The facts behind the score could not be read", failed, "Go on without them.")));
            comparing.run(
                    () -> desk.similar(now),
                    found -> similar.set(Optional.of(found)),
                    failed -> surroundings.told(
                            Problem.of("Similar merchants could not be found", failed, "Go on without them.")));
        });
    }

    /// Moves among what is to be read.
    void move(int by) {
        int at = selected.get().map(rows::indexOf).orElse(-1) + by;
        if (at >= 0 && at < rows.size()) {
            select(Optional.of(rows.get(at)));
        }
    }

    /// Asks to confirm that it goes out, or why not.
    void ask(boolean goesOut) {
        if (canAnswer.get()) {
            selected.get().ifPresent(item -> asking.set(Optional.of(answer(item, goesOut))));
        }
    }

    /// A new answer, or the one that could not be saved before.
    private AnswerViewModel answer(ReviewItem item, boolean goesOut) {
        AnswerViewModel before = unsaved.get(id(item));
        return before != null && before.goesOut() == goesOut ? before : new AnswerViewModel(item, goesOut, this::write);
    }

    /// Drops the question.
    ///
    /// @return whether there was one
    boolean stopAsking() {
        boolean open = asking.get().isPresent();
        asking.set(Optional.empty());
        return open;
    }

    private void write(AnswerViewModel answer) {
        asking.set(Optional.empty());
        problem.set(Optional.empty());
        ReviewItem item = answer.item();
        int at = rows.indexOf(item);
        rows.remove(item);
        select(rows.isEmpty() ? Optional.empty() : Optional.of(rows.get(Math.min(at, rows.size() - 1))));
        writing.run(
                () -> desk.answer(
                        item,
                        answer.reasonProperty().get().orElse(null),
                        answer.commentProperty().get().strip()),
                written -> {
                    unsaved.remove(id(item));
                    surroundings
                            .notices()
                            .accept(new Notice(
                                    "%s is read".formatted(item.merchant().name()), false));
                    if (rows.isEmpty()) {
                        load();
                    }
                },
                failed -> {
                    unsaved.put(id(item), answer);
                    rows.add(Math.clamp(at, 0, rows.size()), item);
                    if (asking.get().isEmpty()) {
                        select(Optional.of(item));
                    }
                    problem.set(Optional.of(surroundings.told(Problem.of(
                            "Your answer to %s was not saved"
                                    .formatted(item.merchant().name()),
                            failed,
                            "Answer it again once that is mended; what you wrote is still there."))));
                });
    }

    /// Reads under another name from now on.
    void readAs(String name) {
        String checked;
        try {
            checked = ReaderNames.checked(name);
        } catch (IllegalArgumentException wrong) {
            problem.set(Optional.of(Problem.of("Reader", wrong, "Enter the name by which colleagues know you.")));
            return;
        }
        problem.set(Optional.empty());
        stopAsking();
        writing.run(
                () -> {
                    desk.readAs(checked);
                    return checked;
                },
                kept -> {
                    reader.set(kept);
                    rows.clear();
                    select(Optional.empty());
                    state.set(new SecondState.Loading());
                    look.set(Look.READING);
                    otherReader.run();
                    load();
                },
                failed -> problem.set(Optional.of(
                        surroundings.told(Problem.of("The reader’s name was not kept", failed, "Enter it again.")))));
    }

    /// Other data is in use: nothing that is known holds.
    void forget() {
        loading.cancel();
        rows.clear();
        select(Optional.empty());
        state.set(new SecondState.Loading());
        if (isInFront()) {
            load();
        }
    }

    Instant scoredAt() {
        return state.get() instanceof SecondState.Ready(SecondRound round) ? round.scoredAt() : Instant.EPOCH;
    }

    ReadOnlyObjectProperty<SecondState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    ObjectProperty<Look> lookProperty() {
        return look;
    }

    /// Who reads; empty until that is known.
    ReadOnlyStringProperty readerProperty() {
        return reader.getReadOnlyProperty();
    }

    ObservableList<ReviewItem> rows() {
        return rows;
    }

    ReadOnlyObjectProperty<Optional<ReviewItem>> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<ScoredDeal>> explainedProperty() {
        return explained.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<SimilarMerchants>> similarProperty() {
        return similar.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<AnswerViewModel>> askingProperty() {
        return asking.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty canAnswerProperty() {
        return canAnswer.getReadOnlyProperty();
    }
}
