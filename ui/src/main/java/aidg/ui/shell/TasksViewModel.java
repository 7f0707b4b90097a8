package aidg.ui.shell;

import aidg.ui.format.Figures;
import aidg.ui.page.Problem;
import aidg.ui.page.Surroundings;
import aidg.ui.task.Activity;
import aidg.ui.task.LongTask;
import aidg.ui.task.TaskState;
import java.time.Duration;
import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/// The list of tasks in words: what runs, how far it is, how it ended and what to do about it.
final class TasksViewModel {

    private static final String IF_IT_FAILS_AGAIN =
            "Try again in Tasks, Ctrl+T. If it fails again, run workbench doctor: it looks for what is wrong here.";
    private static final String OVERTAKEN = "It has been asked for anew since; nothing is left to do.";

    private final Surroundings surroundings;
    private final ReadOnlyIntegerWrapper running = new ReadOnlyIntegerWrapper();

    TasksViewModel(Surroundings surroundings) {
        this.surroundings = surroundings;
        tasks().addListener((ListChangeListener<LongTask>) change -> count());
        count();
    }

    private void count() {
        running.set((int) tasks().stream().filter(LongTask::isRunning).count());
    }

    /// Newest first.
    ObservableList<LongTask> tasks() {
        return surroundings.background().tasks();
    }

    /// The newest that runs.
    ReadOnlyObjectProperty<Optional<Activity>> activityProperty() {
        return surroundings.background().activityProperty();
    }

    /// How many run.
    ReadOnlyIntegerProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /// Cancels the newest task that runs.
    void cancelNewest() {
        tasks().stream().filter(LongTask::isRunning).findFirst().ifPresent(LongTask::cancel);
    }

    /// For the status bar: `Reading deals, about 20 s left`, `Reading deals and 2 more`; `Tasks` while none runs.
    String summary() {
        Optional<Activity> newest = activityProperty().get();
        int more = running.get() - 1;
        return newest.map(now -> more > 0
                        ? "%s and %s more"
                                .formatted(now.step(), surroundings.figures().count(more))
                        : words(now))
                .orElse("Tasks");
    }

    /// `Reading deals, about 20 s left`.
    private String words(Activity now) {
        return now.step()
                + now.left()
                        .map(left -> ", " + surroundings.figures().left(left) + " left")
                        .orElse("");
    }

    /// What there is to know of a task beside its name.
    String detail(LongTask task) {
        Figures figures = surroundings.figures();
        return switch (task.stateProperty().get()) {
            case TaskState.Running(Activity now) -> running(task, now);
            case TaskState.Done(Duration took) -> "Done, took %s.".formatted(figures.took(took));
            case TaskState.Cancelled(Duration took) ->
                "Cancelled, had run %s. What it found is not used.".formatted(figures.took(took));
            case TaskState.Failed failed -> problem(task, failed).next();
        };
    }

    private String running(LongTask task, Activity now) {
        String part = now.fraction() < 0 ? "" : surroundings.figures().percent(now.fraction()) + ", ";
        String step = now.step().equals(task.words()) ? "" : now.step() + ", ";
        String left = now.left()
                .map(time -> surroundings.figures().left(time) + " left")
                .orElseGet(() -> "running for " + surroundings.figures().took(task.elapsed()));
        String all = step + part + left;
        return all.substring(0, 1).toUpperCase(surroundings.figures().locale()) + all.substring(1)
                + ". You can keep working.";
    }

    /// The name of a task; for one that failed, what went wrong.
    String title(LongTask task) {
        return task.stateProperty().get() instanceof TaskState.Failed failed
                ? problem(task, failed).words()
                : task.words();
    }

    /// What went wrong and what to do next.
    static Problem problem(LongTask task, TaskState.Failed failed) {
        return Problem.of(
                task.words() + " failed",
                failed.problem(),
                task.repeatableProperty().get() ? IF_IT_FAILS_AGAIN : OVERTAKEN);
    }
}
