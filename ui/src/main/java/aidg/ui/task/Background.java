package aidg.ui.task;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.collections.ObservableList;

/// Two executors and nothing else: one does the work, one hands the results to the window. With `Runnable::run` for
/// both, everything happens at once on the calling thread, which is how view models are tested.
public final class Background implements AutoCloseable {

    private static final int THREADS = 4;

    private final Executor workers;
    private final Function<Duration, Executor> later;
    private final Executor front;
    private final InstantSource clock;
    private final Runnable closing;
    private final TaskBoard board = new TaskBoard();
    private final List<Runnable> whenSettled = new ArrayList<>();
    private int inLines;
    private volatile boolean abandoned;

    private Background(
            Executor workers,
            Function<Duration, Executor> later,
            Executor front,
            InstantSource clock,
            Runnable closing) {
        this.workers = workers;
        this.later = later;
        this.front = front;
        this.clock = clock;
        this.closing = closing;
    }

    /// Work on daemon threads, results on the JavaFX thread.
    public static Background onThreads(InstantSource clock) {
        // What comes up after the window was closed nobody waits for.
        ExecutorService threads = new ThreadPoolExecutor(
                THREADS,
                THREADS,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().daemon().name("aidg-view-work-", 1).factory(),
                new ThreadPoolExecutor.DiscardPolicy());
        return new Background(
                threads,
                rest -> CompletableFuture.delayedExecutor(rest.toMillis(), TimeUnit.MILLISECONDS, threads),
                Platform::runLater,
                clock,
                threads::shutdown);
    }

    /// Work and results on the calling thread.
    public static Background onCallingThread(InstantSource clock) {
        return new Background(Runnable::run, rest -> Runnable::run, Runnable::run, clock, () -> {});
    }

    /// Work and results wherever the executors say.
    public static Background on(Executor workers, Executor front, InstantSource clock) {
        return new Background(workers, rest -> workers, front, clock, () -> {});
    }

    /// A place for work of which only the newest result matters: the explanation of the selected row.
    public Slot slot() {
        return new Slot(this);
    }

    /// A place for work of which every piece must be done, one after the other: decisions.
    public Line line() {
        return new Line(this);
    }

    /// The newest long work under way, if any; changes on the window's thread.
    public ReadOnlyObjectProperty<Optional<Activity>> activityProperty() {
        return board.activityProperty();
    }

    /// All long work under way and what ended lately, newest first; changes on the window's thread.
    public ObservableList<LongTask> tasks() {
        return board.tasks();
    }

    /// Nobody looks any more: long work ends at its next look at its progress, what has not begun never does, and no
    /// slot delivers anything. What is in lines is done all the same. To be called on the window's thread.
    public void abandonSlots() {
        abandoned = true;
    }

    /// Runs a step on the window's thread as soon as every piece of work in every line is done and its result taken:
    /// at once if there is none. To be called on the window's thread.
    public void settle(Runnable then) {
        if (inLines == 0) {
            then.run();
        } else {
            whenSettled.add(then);
        }
    }

    /// Takes no more work. What runs is not waited for.
    @Override
    public void close() {
        abandonSlots();
        closing.run();
    }

    void lineGrew() {
        inLines++;
    }

    void lineShrank() {
        inLines--;
        if (inLines == 0) {
            List<Runnable> now = List.copyOf(whenSettled);
            whenSettled.clear();
            now.forEach(Runnable::run);
        }
    }

    boolean isAbandoned() {
        return abandoned;
    }

    Executor workers() {
        return workers;
    }

    /// Begins work a while later; at once where work is done on the calling thread or wherever executors say.
    Executor workersAfter(Duration rest) {
        return later.apply(rest);
    }

    Executor front() {
        return front;
    }

    InstantSource clock() {
        return clock;
    }

    TaskBoard board() {
        return board;
    }
}
