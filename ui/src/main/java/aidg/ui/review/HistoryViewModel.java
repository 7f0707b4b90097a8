package aidg.ui.review;

import aidg.engine.review.ReviewItem;
import aidg.ui.page.Notice;
import aidg.ui.page.Problem;
import aidg.ui.page.Surroundings;
import aidg.ui.task.Line;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;

/// What was done, written down one choice after the other, and the way back and forth. A choice is written
/// first and what follows from it happens after that; if writing fails, nothing follows and the problem is
/// told.
final class HistoryViewModel {

    /// What follows from choices.
    interface Effects {

        /// A choice was taken up and is about to be written.
        void takenUp(List<ReviewItem> items);

        /// A choice was written down.
        void made(List<ReviewItem> items, Choice choice);

        /// A choice was taken back.
        void takenBack(List<ReviewItem> items, Choice choice);

        /// A choice could not be written.
        void failed(List<ReviewItem> items);
    }

    private final ReviewDesk desk;
    private final Surroundings surroundings;
    private final Effects effects;
    private final Line writing;
    private final ObservableSet<String> saving = FXCollections.observableSet();
    // Kept, because an unmodifiable view that nobody holds stops telling of changes.
    private final ObservableSet<String> savingView = FXCollections.unmodifiableObservableSet(saving);
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyIntegerWrapper depth = new ReadOnlyIntegerWrapper();
    private final ReadOnlyBooleanWrapper hasDecided = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper();
    private final Deque<Made> done = new ArrayDeque<>();
    private final Deque<Made> undone = new ArrayDeque<>();
    private final Pace pace = new Pace();
    private Optional<Runnable> again = Optional.empty();

    HistoryViewModel(ReviewDesk desk, Surroundings surroundings, Effects effects) {
        this.desk = desk;
        this.surroundings = surroundings;
        this.effects = effects;
        writing = surroundings.background().line();
    }

    /// There is nothing to take back any more: other proposals are reviewed.
    void forget() {
        done.clear();
        undone.clear();
        update();
    }

    /// Somebody else sits here: nothing of the one before can be taken back, made again or tried again any more, what
    /// is still being written included.
    void handOver() {
        forget();
        dismissProblem();
        writing.after(() -> {
            forget();
            dismissProblem();
        });
    }

    /// Writes a choice down, unless one about one of these is being written.
    void make(List<ReviewItem> items, Choice choice) {
        if (begin(items, choice)) {
            undone.clear();
            update();
            write(items, choice);
        }
    }

    private boolean begin(List<ReviewItem> items, Choice choice) {
        if (!(choice instanceof Choice.Noting)) {
            List<String> ids = items.stream().map(ReviewViewModel::id).toList();
            if (ids.stream().anyMatch(saving::contains)) {
                return false;
            }
            saving.addAll(ids);
        }
        problem.set(Optional.empty());
        return true;
    }

    private void write(List<ReviewItem> items, Choice choice) {
        if (!(choice instanceof Choice.Noting)) {
            effects.takenUp(items);
        }
        writing.run(
                () -> choice.record(desk, items),
                receipt -> {
                    release(items);
                    if (choice.decides()) {
                        pace.add(surroundings.clock().instant());
                    }
                    done.push(new Made(items, choice, receipt));
                    update();
                    effects.made(items, choice);
                    say("%s %s".formatted(Made.whom(items), choice.words()), true);
                },
                failed -> {
                    release(items);
                    effects.failed(items);
                    fail("%s was not saved".formatted(Made.whom(items)), failed, () -> make(items, choice));
                });
    }

    private void release(List<ReviewItem> items) {
        items.forEach(item -> saving.remove(ReviewViewModel.id(item)));
    }

    /// Takes the last choice back, those still being written included.
    void undo() {
        writing.after(() -> Optional.ofNullable(done.peek()).ifPresent(this::takeBack));
    }

    private void takeBack(Made last) {
        done.remove(last);
        update();
        writing.run(
                () -> {
                    last.choice().takeBack(desk, last.items(), last.receipt());
                    return last;
                },
                taken -> {
                    undone.push(last);
                    update();
                    effects.takenBack(last.items(), last.choice());
                    say(back(last), false);
                },
                failed -> {
                    done.push(last);
                    update();
                    fail(
                            "What was done about %s was not taken back".formatted(Made.whom(last.items())),
                            failed,
                            this::undo);
                });
    }

    private static String back(Made last) {
        String whom = Made.whom(last.items());
        return switch (last.choice()) {
            case Choice.Noting ignored -> "The note on %s is taken back".formatted(whom);
            case Choice.Waking ignored -> "%s snoozed again".formatted(whom);
            case Choice.Snoozing ignored -> "%s awaits review again".formatted(whom);
            case Choice.Approving ignored -> "%s awaits review again".formatted(whom);
            case Choice.Overriding ignored -> "%s awaits review again".formatted(whom);
        };
    }

    /// Makes the choice again that was taken back last.
    void redo() {
        Made last = undone.peek();
        if (last != null && begin(last.items(), last.choice())) {
            undone.pop();
            update();
            write(last.items(), last.choice());
        }
    }

    /// Tries once more what failed.
    void tryAgain() {
        Optional<Runnable> retry = again;
        dismissProblem();
        retry.ifPresent(Runnable::run);
    }

    void dismissProblem() {
        again = Optional.empty();
        problem.set(Optional.empty());
    }

    private void fail(String what, Exception cause, Runnable retry) {
        again = Optional.of(retry);
        problem.set(Optional.of(
                surroundings.told(Problem.of(what, cause, "Nothing is lost: try again, or restart the workbench."))));
    }

    private void say(String words, boolean undoable) {
        surroundings.notices().accept(new Notice(words, undoable));
    }

    private void update() {
        depth.set(done.size());
        hasDecided.set(lastDecided().isPresent());
        canUndo.set(!done.isEmpty());
        canRedo.set(!undone.isEmpty());
    }

    /// Ids of proposals about which something is being written.
    ObservableSet<String> saving() {
        return savingView;
    }

    ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// How many choices can be taken back, one after the other.
    ReadOnlyIntegerProperty depthProperty() {
        return depth.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty canUndoProperty() {
        return canUndo.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty canRedoProperty() {
        return canRedo.getReadOnlyProperty();
    }

    /// Whether something decided here stands.
    ReadOnlyBooleanProperty hasDecidedProperty() {
        return hasDecided.getReadOnlyProperty();
    }

    /// The proposal that was decided last and stands; of several at once, the first.
    Optional<ReviewItem> lastDecided() {
        return done.stream()
                .filter(made -> made.choice().decides())
                .findFirst()
                .map(made -> made.items().getFirst());
    }

    /// How long one decision takes at this session's pace, once there is one.
    Optional<Duration> each() {
        return pace.each();
    }
}
