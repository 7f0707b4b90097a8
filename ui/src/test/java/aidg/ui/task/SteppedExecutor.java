package aidg.ui.task;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;

/// Runs what it was given only when told, one by one, so that tests decide what overtakes what.
final class SteppedExecutor implements Executor {

    private final Deque<Runnable> waiting = new ArrayDeque<>();

    @Override
    public void execute(Runnable work) {
        waiting.add(work);
    }

    /// Runs the oldest.
    void step() {
        waiting.remove().run();
    }

    /// Runs the newest, before the older ones.
    void stepNewest() {
        waiting.removeLast().run();
    }

    void all() {
        while (!waiting.isEmpty()) {
            step();
        }
    }

    int size() {
        return waiting.size();
    }
}
