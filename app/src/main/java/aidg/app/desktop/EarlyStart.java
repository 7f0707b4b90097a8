package aidg.app.desktop;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Work that begins at once, on a thread of its own, and is asked for later: opening a workspace while the window is
/// still being made. Asked again, it is done again, by whoever asks.
final class EarlyStart<T> implements Callable<T> {

    private final Callable<T> work;
    private final AtomicReference<@Nullable FutureTask<T>> early;

    private EarlyStart(Callable<T> work, FutureTask<T> begun) {
        this.work = work;
        early = new AtomicReference<>(begun);
    }

    static <T> EarlyStart<T> of(Callable<T> work) {
        FutureTask<T> begun = new FutureTask<>(work);
        Thread.ofPlatform().daemon().name("aidg-early-start").start(begun);
        return new EarlyStart<>(work, begun);
    }

    @Override
    public T call() throws Exception {
        FutureTask<T> begun = early.getAndSet(null);
        if (begun == null) {
            return work.call();
        }
        try {
            return begun.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw failed;
        }
    }
}
