package aidg.engine;

import aidg.engine.domain.Progress;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Does work on a thread of its own while the caller looks at its progress 20 times a second: who is asked to stop
/// leaves at once, even while the work is in a step that cannot stop, such as loading the networks. Work that was
/// left ends at its own next look; what it uses must stay open until then, see `close`. Safe for use by several
/// threads.
final class Aside {

    private static final long LOOK_MILLIS = 50;

    private int underWay;
    private @Nullable Runnable closing;

    /// Where the work stands, handed from its thread to the caller's.
    private static final class Relay implements Progress {

        /// One word of the work.
        private record Word(String step, long done, long total) {}

        private final AtomicBoolean left = new AtomicBoolean();
        private final Queue<String> notes = new ConcurrentLinkedQueue<>();
        private volatile Word last;

        Relay(String step) {
            last = new Word(step, 0, 0);
        }

        @Override
        public void at(String step, long done, long total) {
            if (left.get()) {
                throw new CancellationException("nobody waits for this any more");
            }
            last = new Word(step, done, total);
        }

        @Override
        public void note(String sentence) {
            notes.add(sentence);
        }

        void tell(Progress progress) {
            for (String note = notes.poll(); note != null; note = notes.poll()) {
                progress.note(note);
            }
            Word now = last;
            progress.at(now.step(), now.done(), now.total());
        }
    }

    /// Does the work and returns what it made. Whatever it throws reaches the caller.
    ///
    /// @param step told until the work tells one itself
    /// @throws CancellationException as soon as `progress` asks to stop
    <T> T run(String step, Progress progress, Function<Progress, T> work) {
        Relay relay = new Relay(step);
        CompletableFuture<T> result = new CompletableFuture<>();
        begin();
        Thread.ofPlatform().daemon().name("aidg-engine-work").start(() -> work(work, relay, result));
        try {
            while (true) {
                relay.tell(progress);
                try {
                    return result.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException e) {
                    continue; // it goes on
                }
            }
        } catch (ExecutionException e) {
            throw raised(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("stopped");
        } finally {
            relay.left.set(true);
        }
    }

    @SuppressWarnings("CatchingUnchecked") // whatever it is belongs to the caller
    private <T> void work(Function<Progress, T> work, Relay relay, CompletableFuture<T> result) {
        Runnable tell;
        try {
            T made = work.apply(relay);
            tell = () -> result.complete(made);
        } catch (Exception | LinkageError | OutOfMemoryError | StackOverflowError e) {
            tell = () -> result.completeExceptionally(e);
        }
        end();
        tell.run();
    }

    private static RuntimeException raised(@Nullable Throwable cause) {
        return switch (cause) {
            case RuntimeException known -> known;
            case Error error -> throw error;
            case null, default -> new IllegalStateException(cause);
        };
    }

    private synchronized void begin() {
        underWay++;
    }

    private void end() {
        Runnable last = null;
        synchronized (this) {
            underWay--;
            if (underWay == 0) {
                last = closing;
                closing = null;
            }
        }
        if (last != null) {
            last.run();
        }
    }

    /// Closes what the work uses: now, or when the work that was left has ended.
    void close(Runnable close) {
        synchronized (this) {
            if (underWay > 0) {
                closing = close;
                return;
            }
        }
        close.run();
    }
}
