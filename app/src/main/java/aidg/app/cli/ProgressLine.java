package aidg.app.cli;

import aidg.engine.domain.Progress;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/// Shows progress as a bar on stderr if that is a terminal, one bar per step and none for steps under a second, and
/// carries the wish to stop to the worker.
final class ProgressLine implements Progress, AutoCloseable {

    private static final long SHOW_AFTER_MILLIS = 1_000;

    private final AtomicBoolean stop;
    private final PrintWriter err;
    private final @Nullable ScheduledExecutorService watch;
    private String step = "";
    private long done;
    private long total;
    private long since = System.nanoTime();
    private @Nullable ProgressBar bar;

    /// @param terminal whether somebody can see a bar
    /// @param stop     set when the user asked to stop
    /// @param err      where notes go
    ProgressLine(boolean terminal, AtomicBoolean stop, PrintWriter err) {
        this.stop = stop;
        this.err = err;
        watch = terminal
                ? Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name("progress").factory())
                : null;
        if (watch != null) {
            // A step that reports nothing after its start deserves a bar as well.
            Future<?> _ = watch.scheduleWithFixedDelay(
                    this::showIfSlow, SHOW_AFTER_MILLIS, SHOW_AFTER_MILLIS / 4, TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public synchronized void at(String now, long soFar, long inAll) {
        if (stop.get()) {
            throw new CancellationException("stopped");
        }
        if (watch == null) {
            return;
        }
        if (!family(now).equals(family(step))) {
            finish();
            since = System.nanoTime();
        }
        step = now;
        done = soFar;
        total = inAll;
        draw();
    }

    @Override
    public synchronized void note(String sentence) {
        finish();
        err.println(sentence);
        err.flush();
    }

    private synchronized void showIfSlow() {
        long millis = (System.nanoTime() - since) / 1_000_000;
        if (bar == null && !step.isEmpty() && millis >= SHOW_AFTER_MILLIS) {
            bar = new ProgressBarBuilder()
                    .setTaskName(family(step))
                    .setInitialMax(total <= 0 ? -1 : total)
                    .setStyle(ProgressBarStyle.COLORFUL_UNICODE_BAR)
                    .setUpdateIntervalMillis(200)
                    .startsFrom(done, Duration.ofMillis(millis))
                    .build();
            draw();
        }
    }

    private void draw() {
        ProgressBar shown = bar;
        if (shown != null) {
            shown.maxHint(total <= 0 ? -1 : total);
            shown.stepTo(done);
            shown.setExtraMessage(step.substring(family(step).length()));
        }
    }

    /// `Training, epoch 3` and `Training, epoch 4` share a bar.
    private static String family(String step) {
        int comma = step.indexOf(',');
        return comma < 0 ? step : step.substring(0, comma);
    }

    private void finish() {
        ProgressBar shown = bar;
        if (shown != null) {
            shown.close();
            bar = null;
        }
    }

    @Override
    public void close() {
        if (watch != null) {
            watch.shutdownNow();
        }
        synchronized (this) {
            step = "";
            finish();
        }
    }
}
