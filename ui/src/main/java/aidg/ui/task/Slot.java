package aidg.ui.task;

import aidg.engine.domain.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Holds one piece of work at a time and delivers only the latest result: starting anew or cancelling makes the
/// earlier work's result unwanted, at once. Threads are never interrupted (an interrupt closes the workspace's
/// file); work that wants to stop early calls its `Progress`. To be used on the window's thread.
public final class Slot {

    private final Background background;
    private final AtomicLong newest = new AtomicLong();
    private Optional<LongTask> latest = Optional.empty();

    Slot(Background background) {
        this.background = background;
    }

    /// Short work.
    public <T> void run(Callable<? extends T> work, Consumer<? super T> then, Consumer<? super Exception> otherwise) {
        run(background.workers(), work, then, otherwise);
    }

    /// Short work that is only begun if nothing newer has come within a while: with a key held down it would take the
    /// processor from the window.
    public <T> void runAfter(
            Duration rest,
            Callable<? extends T> work,
            Consumer<? super T> then,
            Consumer<? super Exception> otherwise) {
        run(background.workersAfter(rest), work, then, otherwise);
    }

    private <T> void run(
            Executor workers,
            Callable<? extends T> work,
            Consumer<? super T> then,
            Consumer<? super Exception> otherwise) {
        long mine = begin();
        workers.execute(() -> {
            if (isWanted(mine)) {
                deliver(mine, Outcome.<T>of(progress -> work.call(), Progress.SILENT), then, otherwise);
            }
        });
    }

    /// Long work, in the list of tasks while it lasts and for a while after. Who cancels it there makes its result
    /// unwanted at once; `otherwise` then gets a `CancellationException`.
    ///
    /// @param onProgress called on the window's thread, with the newest state only
    public <T> void runLong(
            String words,
            Work<? extends T> work,
            Consumer<? super Activity> onProgress,
            Consumer<? super T> then,
            Consumer<? super Exception> otherwise) {
        long mine = begin();
        LongTask task = new LongTask(
                words,
                background.clock(),
                running -> {
                    cancel();
                    otherwise.accept(new CancellationException("it was cancelled"));
                },
                () -> runLong(words, work, onProgress, then, otherwise));
        latest = Optional.of(task);
        background.board().add(task);
        Watcher watcher = new Watcher(mine, task, onProgress);
        watcher.show(new Activity(words, -1, Optional.empty()));
        background.workers().execute(() -> {
            Outcome<T> outcome = isWanted(mine)
                    ? Outcome.of(work, watcher)
                    : new Outcome.Failed<>(new CancellationException("nobody waits for this any more"));
            deliver(
                    mine,
                    outcome,
                    result -> {
                        task.done();
                        then.accept(result);
                    },
                    problem -> {
                        task.failed(problem);
                        otherwise.accept(problem);
                    });
        });
    }

    /// Nobody waits for the work under way any more; its next look at its progress ends it.
    public void cancel() {
        newest.incrementAndGet();
        latest.filter(LongTask::isRunning).ifPresent(LongTask::cancelled);
    }

    private boolean isWanted(long one) {
        return newest.get() == one && !background.isAbandoned();
    }

    private long begin() {
        latest.ifPresent(background.board()::overtake);
        latest = Optional.empty();
        return newest.incrementAndGet();
    }

    private <T> void deliver(
            long mine, Outcome<T> outcome, Consumer<? super T> then, Consumer<? super Exception> otherwise) {
        background.front().execute(() -> {
            if (isWanted(mine)) {
                outcome.tell(then, otherwise);
            }
        });
    }

    /// Passes progress on to the window, at most one message under way.
    private final class Watcher implements Progress {
        private final long mine;
        private final LongTask task;
        private final Consumer<? super Activity> onProgress;
        private final Instant began = background.clock().instant();
        private final AtomicReference<@Nullable Activity> waiting = new AtomicReference<>();

        Watcher(long mine, LongTask task, Consumer<? super Activity> onProgress) {
            this.mine = mine;
            this.task = task;
            this.onProgress = onProgress;
        }

        @Override
        public void at(String step, long done, long total) {
            if (!isWanted(mine)) {
                throw new CancellationException("nobody waits for this any more");
            }
            Duration elapsed = Duration.between(began, background.clock().instant());
            if (waiting.getAndSet(Activity.of(step, done, total, elapsed)) == null) {
                background.front().execute(this::showWaiting);
            }
        }

        private void showWaiting() {
            Activity now = waiting.getAndSet(null);
            if (now != null && isWanted(mine)) {
                show(now);
            }
        }

        void show(Activity now) {
            task.progress(now);
            onProgress.accept(now);
        }
    }
}
