package aidg.ui.review;

import aidg.engine.ScoredDeal;
import aidg.engine.domain.DealTerms;
import aidg.engine.explain.Honesty;
import aidg.engine.review.Decision;
import aidg.engine.review.ReviewItem;
import aidg.ui.page.Notice;
import aidg.ui.page.Problem;
import aidg.ui.page.Surroundings;
import aidg.ui.task.Line;
import aidg.ui.task.Slot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;

/// The queue, the selected proposal and every decision about it. A decision is written down first and the row
/// leaves after that; if writing fails the row stays and the problem is told. Undo goes back any number of
/// times.
final class ReviewViewModel {

    private final ReviewDesk desk;
    private final Surroundings surroundings;
    private final Slot loading;
    private final Slot explaining;
    private final Slot checking;
    private final Line writing;
    private final ObservableList<ReviewItem> queue = FXCollections.observableArrayList();
    private final ObservableSet<String> saving = FXCollections.observableSet();
    // Kept, because an unmodifiable view that nobody holds stops telling of changes.
    private final ObservableList<ReviewItem> queueView = FXCollections.unmodifiableObservableList(queue);
    private final ObservableSet<String> savingView = FXCollections.unmodifiableObservableSet(saving);
    private final ReadOnlyObjectWrapper<QueueState> state = new ReadOnlyObjectWrapper<>(new QueueState.Loading());
    private final ReadOnlyObjectWrapper<Optional<ReviewItem>> selected = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<ScoredDeal>> explained = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Honesty>> checked = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Problem>> whyProblem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<DraftViewModel>> draft = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyIntegerWrapper reviewed = new ReadOnlyIntegerWrapper();
    private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canDecide = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canApprove = new ReadOnlyBooleanWrapper();
    private final Deque<Made> done = new ArrayDeque<>();
    private final Deque<Made> undone = new ArrayDeque<>();
    private final Pace pace = new Pace();
    private Instant scoredAt = Instant.EPOCH;
    private Optional<Runnable> again = Optional.empty();

    ReviewViewModel(ReviewDesk desk, Surroundings surroundings) {
        this.desk = desk;
        this.surroundings = surroundings;
        loading = surroundings.background().slot();
        explaining = surroundings.background().slot();
        checking = surroundings.background().slot();
        writing = surroundings.background().line();
        selected.subscribe(now -> updateEnabled());
        draft.subscribe(now -> updateEnabled());
    }

    // ---- the queue

    void load() {
        state.set(new QueueState.Loading());
        closeDraft();
        loading.runLong(
                "Opening today’s proposals",
                desk::queue,
                activity -> {},
                this::take,
                failed -> state.set(new QueueState.Broken(Problem.of(
                        "Today’s proposals could not be read", failed, "Try again, or look at the data in use."))));
    }

    private void take(ReviewQueue loaded) {
        done.clear();
        undone.clear();
        updateHistory();
        scoredAt = loaded.scoredAt();
        reviewed.set(loaded.reviewedToday());
        Optional<String> before = selected.get().map(ReviewViewModel::id);
        queue.setAll(loaded.items());
        Optional<ReviewItem> same = before.flatMap(this::find);
        select(same.isPresent() ? same : queue.stream().findFirst());
        state.set(queue.isEmpty() ? new QueueState.Clear() : new QueueState.Ready());
    }

    void select(ReviewItem item) {
        if (!selected.get().equals(Optional.of(item))) {
            select(Optional.of(item));
        }
    }

    /// Selects a proposal by its id, if it still awaits review.
    void selectById(String dealId) {
        find(dealId).ifPresent(this::select);
    }

    private void select(Optional<ReviewItem> item) {
        closeDraft();
        explained.set(Optional.empty());
        checked.set(Optional.empty());
        checking.cancel();
        whyProblem.set(Optional.empty());
        selected.set(item);
        item.ifPresentOrElse(this::explain, explaining::cancel);
    }

    private void explain(ReviewItem item) {
        whyProblem.set(Optional.empty());
        explaining.run(
                () -> desk.explain(item),
                scored -> {
                    explained.set(Optional.of(scored));
                    check(item);
                },
                failed -> whyProblem.set(Optional.of(Problem.of(
                        "The score could not be explained", failed, "The score stands. Try again with J and K."))));
    }

    /// Without a measure the story is told without a badge.
    private void check(ReviewItem item) {
        checking.run(() -> desk.check(item), honesty -> checked.set(Optional.of(honesty)), failed -> {});
    }

    void next() {
        move(1);
    }

    void previous() {
        move(-1);
    }

    private void move(int by) {
        int from = selected.get().map(queue::indexOf).orElse(-1);
        int to = from + by;
        if (to >= 0 && to < queue.size()) {
            select(queue.get(to));
        }
    }

    // ---- decisions

    void approve() {
        if (canApprove.get()) {
            selected.get().ifPresent(item -> decide(item, new Made.Choice.Approving()));
        }
    }

    /// Asks why the selected proposal shall not go out.
    void startOverride() {
        openDraft(false);
    }

    /// Opens the selected proposal's terms for change.
    void startEdit() {
        openDraft(true);
    }

    /// Opens the selected proposal's terms with some already written down.
    void startEdit(DealTerms changed) {
        openDraft(true);
        draft.get().ifPresent(open -> open.text().write(changed));
    }

    private void openDraft(boolean terms) {
        if (canDecide.get()) {
            selected.get()
                    .ifPresent(item ->
                            draft.set(Optional.of(new DraftViewModel(desk, surroundings, item, terms, this::confirm))));
        }
    }

    private void confirm(DraftViewModel confirmed, Made.Choice.Overriding choice) {
        draft.set(Optional.empty());
        decide(confirmed.item(), choice);
    }

    /// Drops what was being written.
    ///
    /// @return whether there was anything
    boolean closeDraft() {
        boolean open = draft.get().isPresent();
        draft.get().ifPresent(DraftViewModel::drop);
        draft.set(Optional.empty());
        return open;
    }

    private void decide(ReviewItem item, Made.Choice choice) {
        if (!saving.add(id(item))) {
            return;
        }
        problem.set(Optional.empty());
        undone.clear();
        advanceFrom(item);
        write(item, choice);
    }

    private void write(ReviewItem item, Made.Choice choice) {
        writing.run(() -> choice.record(desk, item), decision -> leave(item, choice, decision), failed -> {
            saving.remove(id(item));
            updateEnabled();
            select(item);
            fail("%s was not saved".formatted(item.merchant().name()), failed, () -> decide(item, choice));
        });
    }

    private void leave(ReviewItem item, Made.Choice choice, Decision decision) {
        int place = queue.indexOf(item);
        boolean wasSelected = selected.get().equals(Optional.of(item));
        queue.remove(item);
        saving.remove(id(item));
        reviewed.set(reviewed.get() + 1);
        pace.add(surroundings.clock().instant());
        done.push(new Made(item, place, choice, decision));
        updateHistory();
        if (wasSelected) {
            select(queue.isEmpty() ? Optional.empty() : Optional.of(queue.get(Math.min(place, queue.size() - 1))));
        }
        if (queue.isEmpty()) {
            state.set(new QueueState.Clear());
        }
        say("%s %s".formatted(item.merchant().name(), choice.words()), true);
    }

    /// Moves on to the nearest proposal that is not being saved, if there is one.
    private void advanceFrom(ReviewItem item) {
        int place = queue.indexOf(item);
        for (int i = place + 1; i < queue.size(); i++) {
            if (!saving.contains(id(queue.get(i)))) {
                select(queue.get(i));
                return;
            }
        }
        for (int i = place - 1; i >= 0; i--) {
            if (!saving.contains(id(queue.get(i)))) {
                select(queue.get(i));
                return;
            }
        }
        updateEnabled();
    }

    /// Takes the last decision back, those still being written included.
    void undo() {
        writing.after(() -> Optional.ofNullable(done.peek()).ifPresent(this::withdraw));
    }

    private void withdraw(Made last) {
        done.remove(last);
        updateHistory();
        writing.run(
                () -> desk.withdraw(last.decision()),
                taken -> {
                    undone.push(last);
                    putBack(last);
                    say(
                            "%s awaits review again"
                                    .formatted(last.item().merchant().name()),
                            false);
                },
                failed -> {
                    done.push(last);
                    updateHistory();
                    fail(
                            "The decision on %s was not taken back"
                                    .formatted(last.item().merchant().name()),
                            failed,
                            this::undo);
                });
    }

    private void putBack(Made last) {
        queue.add(Math.min(last.place(), queue.size()), last.item());
        reviewed.set(reviewed.get() - 1);
        state.set(new QueueState.Ready());
        updateHistory();
        select(last.item());
    }

    /// Makes the decision again that was taken back last.
    void redo() {
        Made last = undone.poll();
        if (last != null && queue.contains(last.item()) && saving.add(id(last.item()))) {
            problem.set(Optional.empty());
            advanceFrom(last.item());
            write(last.item(), last.choice());
        }
        updateHistory();
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
        problem.set(Optional.of(Problem.of(what, cause, "Nothing is lost: try again, or restart the workbench.")));
    }

    private void say(String words, boolean undoable) {
        surroundings.notices().accept(new Notice(words, undoable));
    }

    private Optional<ReviewItem> find(String dealId) {
        return queue.stream().filter(item -> id(item).equals(dealId)).findFirst();
    }

    private void updateHistory() {
        canUndo.set(!done.isEmpty());
        canRedo.set(!undone.isEmpty());
    }

    private void updateEnabled() {
        Optional<ReviewItem> item = selected.get().filter(one -> !saving.contains(id(one)));
        canDecide.set(item.isPresent());
        canApprove.set(item.isPresent()
                && draft.get().isEmpty()
                && item.get().scored().guard().allowed());
    }

    static String id(ReviewItem item) {
        return item.scored().proposal().id();
    }

    // ---- what the view shows

    ObservableList<ReviewItem> queue() {
        return queueView;
    }

    /// Ids of proposals whose decision is being written.
    ObservableSet<String> saving() {
        return savingView;
    }

    ReadOnlyObjectProperty<QueueState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<ReviewItem>> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /// The selected proposal with its trace, once that has been computed.
    ReadOnlyObjectProperty<Optional<ScoredDeal>> explainedProperty() {
        return explained.getReadOnlyProperty();
    }

    /// How far the explanation can be trusted, once that has been measured.
    ReadOnlyObjectProperty<Optional<Honesty>> checkedProperty() {
        return checked.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Problem>> whyProblemProperty() {
        return whyProblem.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<DraftViewModel>> draftProperty() {
        return draft.getReadOnlyProperty();
    }

    ReadOnlyIntegerProperty reviewedProperty() {
        return reviewed.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty canUndoProperty() {
        return canUndo.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty canRedoProperty() {
        return canRedo.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty canDecideProperty() {
        return canDecide.getReadOnlyProperty();
    }

    /// Not while the guard rejects the proposal: such a one can only be overridden or edited.
    ReadOnlyBooleanProperty canApproveProperty() {
        return canApprove.getReadOnlyProperty();
    }

    Instant scoredAt() {
        return scoredAt;
    }

    /// How long the rest of the queue will take at this session's pace, once there is one.
    Optional<Duration> timeLeft() {
        return pace.each().map(each -> each.multipliedBy(queue.size()));
    }
}
