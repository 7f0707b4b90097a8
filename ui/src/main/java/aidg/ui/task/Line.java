package aidg.ui.task;

import aidg.engine.domain.Progress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// Does every piece of work it is given, one at a time and in order, and delivers every result. The next piece
/// starts after the result of the one before has been taken, so it sees what that result changed. To be used on
/// the window's thread.
public final class Line {

    private final Background background;
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private boolean busy;

    Line(Background background) {
        this.background = background;
    }

    public <T> void run(Callable<? extends T> work, Consumer<? super T> then, Consumer<? super Exception> otherwise) {
        add(() -> background.workers().execute(() -> {
            Outcome<T> outcome = Outcome.of(progress -> work.call(), Progress.SILENT);
            background.front().execute(() -> finish(() -> outcome.tell(then, otherwise)));
        }));
    }

    /// Runs a step on the window's thread once everything before it is done.
    public void after(Runnable step) {
        add(() -> finish(step));
    }

    private void add(Runnable piece) {
        background.lineGrew();
        waiting.add(piece);
        startNext();
    }

    private void finish(Runnable last) {
        try {
            last.run();
        } finally {
            busy = false;
            startNext();
            background.lineShrank();
        }
    }

    private void startNext() {
        if (!busy) {
            Runnable next = waiting.poll();
            if (next != null) {
                busy = true;
                next.run();
            }
        }
    }
}
