package aidg.ui.shell;

import aidg.ui.page.Notice;
import aidg.ui.page.Surroundings;
import aidg.ui.task.LongTask;
import aidg.ui.task.TaskState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.value.ObservableIntegerValue;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/// Everything that was told since the window opened, newest first: what toasts said, and problems, those of long
/// tasks included.
final class NotificationsViewModel {

    private static final int KEPT = 200;

    private final Surroundings surroundings;
    private final ObservableIntegerValue undoDepth;
    private final ObservableList<Told> told = FXCollections.observableArrayList();
    private final ObservableList<Told> view = FXCollections.unmodifiableObservableList(told);
    private final ReadOnlyIntegerWrapper unread = new ReadOnlyIntegerWrapper();
    private final ReadOnlyBooleanWrapper unreadProblem = new ReadOnlyBooleanWrapper();

    /// @param undoDepth how many decisions can be taken back now
    NotificationsViewModel(Surroundings surroundings, ObservableIntegerValue undoDepth) {
        this.surroundings = surroundings;
        this.undoDepth = undoDepth;
        surroundings.background().tasks().addListener((ListChangeListener<LongTask>) this::takeFailures);
    }

    void take(Notice notice) {
        Optional<Told> newest = told.stream().findFirst();
        if (newest.filter(last -> last.notice().equals(notice)).isPresent() && notice.isProblem()) {
            told.removeFirst();
        } else {
            unread.set(unread.get() + 1);
        }
        unreadProblem.set(unreadProblem.get() || notice.isProblem());
        told.addFirst(new Told(surroundings.clock().instant(), notice, undoDepth.get()));
        if (told.size() > KEPT) {
            told.removeLast();
        }
        unread.set(Math.min(unread.get(), told.size()));
    }

    /// Forgets what was told.
    void forget() {
        told.clear();
        markRead();
    }

    private void takeFailures(ListChangeListener.Change<? extends LongTask> change) {
        while (change.next()) {
            if (change.wasUpdated()) {
                for (LongTask task : change.getList().subList(change.getFrom(), change.getTo())) {
                    if (task.stateProperty().get() instanceof TaskState.Failed failed
                            && task.repeatableProperty().get()) {
                        take(Notice.of(TasksViewModel.problem(task, failed)));
                    }
                }
            }
        }
    }

    /// Newest first.
    ObservableList<Told> told() {
        return view;
    }

    /// How many came since the list was last opened.
    ReadOnlyIntegerProperty unreadProperty() {
        return unread.getReadOnlyProperty();
    }

    /// Whether one of the unread is a problem.
    ReadOnlyBooleanProperty unreadProblemProperty() {
        return unreadProblem.getReadOnlyProperty();
    }

    void markRead() {
        unread.set(0);
        unreadProblem.set(false);
    }

    /// Whether this tells of the decision that would be taken back next.
    boolean canUndo(Told one) {
        return one.notice().undoable()
                && one.undoDepth() == undoDepth.get()
                && told.stream()
                        .filter(other -> other.notice().undoable() && other.undoDepth() == one.undoDepth())
                        .findFirst()
                        .filter(newest -> newest == one)
                        .isPresent();
    }

    /// `14:32`, and the date unless it is today's.
    String when(Told one) {
        LocalDate today = dayOf(surroundings.clock().instant());
        LocalDate day = dayOf(one.at());
        String time = surroundings.figures().timeOfDay(one.at());
        return day.equals(today) ? time : surroundings.figures().day(day) + ", " + time;
    }

    private LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, surroundings.figures().zone());
    }

    /// For a screen reader: `Notifications, 3 unread`.
    String summary() {
        return unread.get() == 0
                ? "Notifications, none unread"
                : "Notifications, %s unread".formatted(surroundings.figures().count(unread.get()));
    }
}
