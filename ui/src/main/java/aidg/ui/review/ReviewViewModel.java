package aidg.ui.review;

import aidg.engine.domain.DealTerms;
import aidg.engine.review.PreMortem;
import aidg.engine.review.ReviewItem;
import aidg.ui.page.Problem;
import aidg.ui.page.Surroundings;
import aidg.ui.task.Slot;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import javafx.collections.SetChangeListener;

/// The selected proposal, what is asked about it, and every choice. What was chosen is written first and the row
/// leaves after that.
final class ReviewViewModel {

    private final ReviewDesk desk;
    private final Surroundings surroundings;
    private final Slot loading;
    private final QueueViewModel rows;
    private final HistoryViewModel history;
    private final StoryViewModel story;
    private final Autosave autosave;
    private final AskingViewModel asking;
    private final HabitsViewModel habits;
    private final ReadOnlyObjectWrapper<QueueState> state = new ReadOnlyObjectWrapper<>(new QueueState.Loading());
    private final ReadOnlyObjectWrapper<Optional<ReviewItem>> selected = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyIntegerWrapper reviewed = new ReadOnlyIntegerWrapper();
    private final ReadOnlyBooleanWrapper canDecide = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canApprove = new ReadOnlyBooleanWrapper();
    private Instant scoredAt = Instant.EPOCH;
    private Optional<String> wanted = Optional.empty();

    ReviewViewModel(ReviewDesk desk, Surroundings surroundings) {
        this.desk = desk;
        this.surroundings = surroundings;
        loading = surroundings.background().slot();
        rows = new QueueViewModel(surroundings.background());
        history = new HistoryViewModel(desk, surroundings, new Consequences());
        story = new StoryViewModel(desk, surroundings.background());
        autosave = new Autosave(desk, surroundings.background());
        asking = new AskingViewModel(desk, surroundings, autosave, history::make);
        habits = new HabitsViewModel(desk, surroundings, rows, asking);
        rows.afterSifting(this::selectShown);
        rows.marked().addListener((SetChangeListener<String>) change -> updateEnabled());
        selected.subscribe(now -> updateEnabled());
        asking.nowProperty().subscribe(now -> updateEnabled());
    }

    // ---- the queue

    /// Reads the queue anew and selects a proposal that has come back into it.
    void loadAt(String dealId) {
        wanted = Optional.of(dealId);
        load();
    }

    void load() {
        state.set(new QueueState.Loading());
        stopAsking();
        loading.runLong(
                "Opening today’s proposals",
                progress -> {
                    TodaysQueue queue = desk.queue(progress);
                    return new Loaded(queue, RankedRows.of(queue));
                },
                activity -> {},
                this::take,
                failed -> state.set(new QueueState.Broken(Problem.of(
                        "Today’s proposals could not be read", failed, "Try again, or look at the data in use."))));
    }

    private record Loaded(TodaysQueue queue, RankedRows rows) {}

    private void take(Loaded read) {
        TodaysQueue loaded = read.queue();
        history.forget();
        scoredAt = loaded.scoredAt();
        reviewed.set(loaded.reviewedToday());
        Optional<String> before = selected.get().map(ReviewViewModel::id);
        ReviewState kept = ReviewState.of(loaded.state());
        // With the rows: if it came after them, another row would stand where the selected one did.
        rows.load(loaded, read.rows(), before.isEmpty() ? Optional.of(kept.filter()) : Optional.empty());
        Optional<ReviewItem> same =
                before.or(kept::selection).flatMap(rows::find).filter(rows::shows);
        select(same.isPresent() ? same : queue().stream().findFirst());
        updateState();
        if (before.isEmpty()) {
            resume(kept);
        }
        wanted.ifPresent(this::selectById);
        wanted = Optional.empty();
    }

    /// Opens what was half written when the program ended.
    private void resume(ReviewState kept) {
        kept.draft()
                .filter(draft -> selected.get().map(ReviewViewModel::id).equals(Optional.of(draft.dealId())))
                .ifPresent(draft -> {
                    openDraft(draft.editsTerms()).ifPresent(draft::writeTo);
                });
    }

    private void updateState() {
        state.set(
                rows.waitingProperty().get() == 0 && queue().isEmpty()
                        ? new QueueState.Clear()
                        : new QueueState.Ready());
    }

    /// Other rows are shown: the selected one stays if it is among them.
    private void selectShown() {
        if (selected.get().filter(rows::shows).isEmpty()) {
            select(queue().stream().findFirst());
        }
        updateState();
        autosave.filter(rows.filterTextProperty().get());
    }

    void select(ReviewItem item) {
        if (!selected.get().equals(Optional.of(item))) {
            select(Optional.of(item));
        }
    }

    /// Selects a proposal by its id, if it still awaits review; a filter that hides it is lifted.
    void selectById(String dealId) {
        rows.find(dealId).ifPresent(item -> {
            if (!rows.shows(item)) {
                rows.filterTextProperty().set(rows.asleepUntil(item).isPresent() ? "is:snoozed" : "");
            }
            select(item);
        });
    }

    private void select(Optional<ReviewItem> item) {
        stopAsking();
        selected.set(item);
        story.of(item);
        autosave.selection(item.map(ReviewViewModel::id));
    }

    void next() {
        move(1);
    }

    void previous() {
        move(-1);
    }

    private void move(int by) {
        int from = selected.get().map(rows::place).orElse(-1);
        int to = from + by;
        if (to >= 0 && to < queue().size()) {
            select(queue().get(to));
        }
    }

    /// Marks the selected row, or takes its mark away, and moves on.
    void markSelected() {
        selected.get().ifPresent(item -> {
            rows.mark(item);
            next();
        });
    }

    // ---- choices

    void approve() {
        List<ReviewItem> marked = rows.markedItems();
        if (!marked.isEmpty()) {
            asking.preview(PreviewViewModel.Kind.APPROVE, marked);
        } else if (canApprove.get()) {
            selected.get().ifPresent(item -> history.make(List.of(item), new Choice.Approving()));
        }
    }

    /// Asks why the selected proposal, or the marked ones, shall not go out.
    void startOverride() {
        List<ReviewItem> marked = rows.markedItems();
        if (!marked.isEmpty()) {
            asking.preview(PreviewViewModel.Kind.OVERRIDE, marked);
        } else {
            openDraft(false);
        }
    }

    /// Opens the selected proposal's terms for change.
    void startEdit() {
        openDraft(true);
    }

    /// Opens an override of a proposal with terms, if any, and a comment already written down. Nothing happens unless
    /// that proposal is the selected one: terms are never written down for another.
    void startEdit(String dealId, Optional<DealTerms> changed, String comment) {
        if (selected.get().map(ReviewViewModel::id).equals(Optional.of(dealId))) {
            openDraft(changed.isPresent()).ifPresent(draft -> {
                changed.ifPresent(draft.text()::write);
                draft.commentProperty().set(comment);
            });
        }
    }

    /// Opens the foreseen edit as an override, with its reason picked.
    void useForeseenEdit() {
        story.foreseenProperty().get().ifPresent(foreseen -> {
            PreMortem.Edit edit = foreseen.edit();
            PreMortem.Cause cause = foreseen.cause();
            if (edit != null && cause != null) {
                openDraft(true).ifPresent(draft -> {
                    draft.text().write(edit.terms());
                    draft.reasonProperty().set(Optional.of(cause.reason()));
                });
            }
        });
    }

    private Optional<DraftViewModel> openDraft(boolean terms) {
        return canDecide.get() ? selected.get().map(item -> asking.override(item, terms)) : Optional.empty();
    }

    /// Asks until when the selected proposal, or the marked ones, are put off; one that is put off is woken.
    void startSnooze() {
        List<ReviewItem> marked = rows.markedItems();
        Optional<LocalDate> until = selected.get().flatMap(rows::asleepUntil);
        if (marked.isEmpty() && until.isPresent()) {
            selected.get().ifPresent(item -> history.make(List.of(item), new Choice.Waking(until.get())));
        } else if (!marked.isEmpty()) {
            asking.preview(PreviewViewModel.Kind.SNOOZE, marked);
        } else if (canDecide.get()) {
            selected.get().ifPresent(item -> asking.preview(PreviewViewModel.Kind.SNOOZE, List.of(item)));
        }
    }

    /// Asks for a note about the selected proposal's merchant.
    void startNote() {
        selected.get().ifPresent(asking::note);
    }

    /// Drops what is being asked.
    ///
    /// @return whether there was anything
    boolean stopAsking() {
        return asking.stop();
    }

    /// Moves on to the nearest proposal about which nothing is being written, if there is one.
    private void advanceFrom(List<ReviewItem> items) {
        Optional<ReviewItem> now = selected.get().filter(items::contains);
        int place = now.map(rows::place).orElse(-1);
        if (place >= 0) {
            for (int i = place + 1; i < queue().size(); i++) {
                if (!history.saving().contains(id(queue().get(i)))) {
                    select(queue().get(i));
                    return;
                }
            }
            for (int i = place - 1; i >= 0; i--) {
                if (!history.saving().contains(id(queue().get(i)))) {
                    select(queue().get(i));
                    return;
                }
            }
        }
        updateEnabled();
    }

    private final class Consequences implements HistoryViewModel.Effects {

        @Override
        public void takenUp(List<ReviewItem> items) {
            advanceFrom(items);
        }

        @Override
        public void made(List<ReviewItem> items, Choice choice) {
            Optional<ReviewItem> was = selected.get();
            int place = was.map(rows::place).orElse(-1);
            rows.settle(items, choice);
            if (choice.decides()) {
                reviewed.set(reviewed.get() + items.size());
            }
            if (was.filter(rows::shows).isEmpty()) {
                select(
                        queue().isEmpty()
                                ? Optional.empty()
                                : Optional.of(queue().get(Math.clamp(place, 0, queue().size() - 1))));
            }
            updateEnabled();
            updateState();
        }

        @Override
        public void takenBack(List<ReviewItem> items, Choice choice) {
            rows.unsettle(items, choice);
            if (choice.decides()) {
                reviewed.set(reviewed.get() - items.size());
            }
            updateState();
            if (rows.shows(items.getFirst())) {
                select(Optional.of(items.getFirst()));
            }
            updateEnabled();
        }

        @Override
        public void failed(List<ReviewItem> items) {
            updateEnabled();
            select(items.getFirst());
        }
    }

    private void updateEnabled() {
        Optional<ReviewItem> item =
                selected.get().filter(one -> !history.saving().contains(id(one)));
        boolean marked = !rows.marked().isEmpty();
        canDecide.set(item.isPresent());
        canApprove.set(asking.nowProperty().get().isEmpty()
                && (marked || item.filter(one -> one.scored().guard().allowed()).isPresent()));
    }

    static String id(ReviewItem item) {
        return item.scored().proposal().id();
    }

    // ---- what the view shows

    /// The rows that are shown.
    ObservableList<ReviewItem> queue() {
        return rows.shown();
    }

    QueueViewModel rows() {
        return rows;
    }

    /// How this person looks at the queue.
    HabitsViewModel habits() {
        return habits;
    }

    HistoryViewModel history() {
        return history;
    }

    ReadOnlyObjectProperty<QueueState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<ReviewItem>> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /// Why the selected proposal scores as it does.
    StoryViewModel story() {
        return story;
    }

    ReadOnlyObjectProperty<Optional<Asking>> askingProperty() {
        return asking.nowProperty();
    }

    ReadOnlyIntegerProperty reviewedProperty() {
        return reviewed.getReadOnlyProperty();
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
        return history.each()
                .map(each -> each.multipliedBy(rows.waitingProperty().get()));
    }
}
