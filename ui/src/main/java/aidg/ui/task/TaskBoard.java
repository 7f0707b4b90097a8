package aidg.ui.task;

import java.util.List;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/// The long tasks that run and those that ended lately, newest first. Of work that was done several times only the
/// last time stays. To be used on the window's thread.
final class TaskBoard {

    private static final int ENDED_KEPT = 10;

    private final ObservableList<LongTask> tasks = FXCollections.observableArrayList(
            task -> new Observable[] {task.stateProperty(), task.repeatableProperty()});
    // Kept, because an unmodifiable view that nobody holds stops telling of changes.
    private final ObservableList<LongTask> view = FXCollections.unmodifiableObservableList(tasks);
    private final ReadOnlyObjectWrapper<Optional<Activity>> activity = new ReadOnlyObjectWrapper<>(Optional.empty());

    TaskBoard() {
        // First of all who listen to the view, so that they find it right.
        view.addListener((ListChangeListener<LongTask>) change -> activity.set(newest()));
    }

    ObservableList<LongTask> tasks() {
        return view;
    }

    /// The newest of the tasks that run.
    ReadOnlyObjectProperty<Optional<Activity>> activityProperty() {
        return activity.getReadOnlyProperty();
    }

    void add(LongTask task) {
        List<LongTask> ended = tasks.stream().filter(one -> !one.isRunning()).toList();
        tasks.removeAll(ended.stream()
                .filter(one -> one.words().equals(task.words()) || ended.indexOf(one) >= ENDED_KEPT)
                .toList());
        tasks.addFirst(task);
    }

    /// Newer work has taken the place of this one, which is of no interest if it has not ended by itself.
    void overtake(LongTask task) {
        task.overtake();
        if (task.isRunning()) {
            tasks.remove(task);
        }
    }

    private Optional<Activity> newest() {
        return tasks.stream()
                .map(task -> task.stateProperty().get())
                .filter(TaskState.Running.class::isInstance)
                .map(state -> ((TaskState.Running) state).now())
                .findFirst();
    }
}
