package aidg.ui.task;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;

/// The one thread that may touch nodes.
public final class FrontThread {

    private FrontThread() {}

    /// Starts JavaFX unless it runs already, and waits until it does.
    ///
    /// @throws IllegalStateException if there is no display; headless runs need `-Dglass.platform=Headless`
    public static void start() {
        CountDownLatch started = new CountDownLatch(1);
        try {
            Platform.startup(started::countDown);
        } catch (IllegalStateException alreadyRunning) {
            return;
        } catch (UnsupportedOperationException noDisplay) {
            throw new IllegalStateException(
                    "No display was found. Set DISPLAY, or start Java with -Dglass.platform=Headless -Dprism.order=sw",
                    noDisplay);
        }
        try {
            started.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while JavaFX was starting", stopped);
        }
    }

    /// Runs what it is given on the window's thread a while after it was given, however busy the workers are.
    public static Executor later(Duration rest) {
        return CompletableFuture.delayedExecutor(rest.toMillis(), TimeUnit.MILLISECONDS, Platform::runLater);
    }

    /// Runs something on the window's thread and waits for it. Not to be called from the window's thread.
    public static <T> T call(Callable<T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        Platform.runLater(task);
        try {
            return task.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw failed;
        }
    }
}
