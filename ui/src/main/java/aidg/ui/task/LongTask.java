package aidg.ui.task;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// One piece of long work, from its start until a while after its end: what a person sees of it and can do about
/// it. To be used on the window's thread.
public final class LongTask {

    private final String words;
    private final InstantSource clock;
    private final Instant began;
    private final Consumer<LongTask> stop;
    private final Runnable again;
    private final ReadOnlyObjectWrapper<TaskState> state;
    private final ReadOnlyBooleanWrapper repeatable = new ReadOnlyBooleanWrapper();
    private boolean overtaken;

    /// @param words what is being done: `Learning rules`
    /// @param stop  makes its result unwanted and tells whoever waits for it
    /// @param again starts the same work anew
    LongTask(String words, InstantSource clock, Consumer<LongTask> stop, Runnable again) {
        this.words = words;
        this.clock = clock;
        this.stop = stop;
        this.again = again;
        began = clock.instant();
        state = new ReadOnlyObjectWrapper<>(new TaskState.Running(Activity.of(words, 0, 0, Duration.ZERO)));
    }

    public String words() {
        return words;
    }

    public ReadOnlyObjectProperty<TaskState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public boolean isRunning() {
        return state.get() instanceof TaskState.Running;
    }

    /// Time since it began, while it runs.
    public Duration elapsed() {
        return Duration.between(began, clock.instant());
    }

    /// Makes its result unwanted, at once, and tells the view that waits for it. Nothing happens if it has ended.
    public void cancel() {
        if (isRunning()) {
            stop.accept(this);
        }
    }

    /// Whether it ended without a result and nothing newer has taken its place.
    public ReadOnlyBooleanProperty repeatableProperty() {
        return repeatable.getReadOnlyProperty();
    }

    /// Starts the same work anew, if that is still of use.
    public void tryAgain() {
        if (repeatable.get()) {
            again.run();
        }
    }

    void progress(Activity now) {
        if (isRunning()) {
            state.set(new TaskState.Running(now));
        }
    }

    void done() {
        state.set(new TaskState.Done(elapsed()));
    }

    void failed(Exception problem) {
        repeatable.set(!overtaken);
        state.set(new TaskState.Failed(problem, elapsed()));
    }

    void cancelled() {
        repeatable.set(!overtaken);
        state.set(new TaskState.Cancelled(elapsed()));
    }

    /// Newer work of the same kind has begun.
    void overtake() {
        overtaken = true;
        repeatable.set(false);
    }
}
