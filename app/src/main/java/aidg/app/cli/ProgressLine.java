package aidg.app.cli;

import aidg.engine.domain.Progress;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/// Shows progress as a bar on stderr if that is a terminal, one bar per step and none for steps under a second, and
/// carries the wish to stop to the worker.
final class ProgressLine implements Progress, AutoCloseable {

    private static final long SHOW_AFTER_NANOS = 1_000_000_000L;

    private final boolean terminal;
    private final AtomicBoolean stop;
    private String step = "";
    private long since = System.nanoTime();
    private @Nullable ProgressBar bar;

    /// @param stop set when the user asked to stop
    ProgressLine(boolean terminal, AtomicBoolean stop) {
        this.terminal = terminal;
        this.stop = stop;
    }

    @Override
    public void at(String now, long done, long total) {
        if (stop.get()) {
            throw new CancellationException("stopped");
        }
        if (!terminal) {
            return;
        }
        if (!family(now).equals(family(step))) {
            finish();
            since = System.nanoTime();
        }
        step = now;
        if (bar == null && System.nanoTime() - since > SHOW_AFTER_NANOS) {
            bar = new ProgressBarBuilder()
                    .setTaskName(family(now))
                    .setInitialMax(Math.max(total, 0))
                    .setStyle(ProgressBarStyle.COLORFUL_UNICODE_BAR)
                    .setUpdateIntervalMillis(200)
                    .startsFrom(done, Duration.ofNanos(System.nanoTime() - since))
                    .build();
        }
        ProgressBar shown = bar;
        if (shown != null) {
            shown.maxHint(total <= 0 ? -1 : total);
            shown.stepTo(done);
            shown.setExtraMessage(now.substring(family(now).length()));
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
        finish();
    }
}
