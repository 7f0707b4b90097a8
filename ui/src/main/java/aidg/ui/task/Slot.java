package aidg.ui.task;

import aidg.engine.domain.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
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
    private boolean shown;

    Slot(Background background) {
        this.background = background;
    }

    /// Short work.
    public <T> void run(Callable<? extends T> work, Consumer<? super T> then, Consumer<? super Exception> otherwise) {
        long mine = begin();
        background.workers().execute(() -> {
            if (newest.get() == mine) {
                deliver(mine, Outcome.<T>of(progress -> work.call(), Progress.SILENT), then, otherwise);
            }
        });
    }

    /// Long work, shown in the status bar while it lasts.
    ///
    /// @param onProgress called on the window's thread, with the newest state only
    public <T> void runLong(
            String words,
            Work<? extends T> work,
            Consumer<? super Activity> onProgress,
            Consumer<? super T> then,
            Consumer<? super Exception> otherwise) {
        long mine = begin();
        Watcher watcher = new Watcher(mine, onProgress, background.clock().instant());
        watcher.show(new Activity(words, -1, Optional.empty()));
        background.workers().execute(() -> {
            Outcome<T> outcome = Outcome.of(work, watcher);
            deliver(
                    mine,
                    outcome,
                    result -> {
                        clear();
                        then.accept(result);
                    },
                    problem -> {
                        clear();
                        otherwise.accept(problem);
                    });
        });
    }

    /// Nobody waits for the work under way any more; its next look at its progress ends it.
    public void cancel() {
        begin();
    }

    private long begin() {
        clear();
        return newest.incrementAndGet();
    }

    private void clear() {
        if (shown) {
            shown = false;
            background.show(Optional.empty());
        }
    }

    private <T> void deliver(
            long mine, Outcome<T> outcome, Consumer<? super T> then, Consumer<? super Exception> otherwise) {
        background.front().execute(() -> {
            if (newest.get() == mine) {
                outcome.tell(then, otherwise);
            }
        });
    }

    /// Passes progress on to the window, at most one message under way.
    private final class Watcher implements Progress {
        private final long mine;
        private final Consumer<? super Activity> onProgress;
        private final Instant began;
        private final AtomicReference<@Nullable Activity> waiting = new AtomicReference<>();

        Watcher(long mine, Consumer<? super Activity> onProgress, Instant began) {
            this.mine = mine;
            this.onProgress = onProgress;
            this.began = began;
        }

        @Override
        public void at(String step, long done, long total) {
            if (newest.get() != mine) {
                throw new CancellationException("nobody waits for this any more");
            }
            Duration elapsed = Duration.between(began, background.clock().instant());
            if (waiting.getAndSet(Activity.of(step, done, total, elapsed)) == null) {
                background.front().execute(this::showWaiting);
            }
        }

        private void showWaiting() {
            Activity now = waiting.getAndSet(null);
            if (now != null && newest.get() == mine) {
                show(now);
            }
        }

        void show(Activity now) {
            shown = true;
            background.show(Optional.of(now));
            onProgress.accept(now);
        }
    }
}
