package aidg.ui.task;

import aidg.engine.domain.Progress;
import java.util.function.Consumer;

/// How a piece of work ended, carried from the worker to the window.
sealed interface Outcome<T> {

    record Done<T>(T result) implements Outcome<T> {}

    record Failed<T>(Exception problem) implements Outcome<T> {}

    /// Runs the work and catches whatever it throws: a worker thread has nobody above it who could.
    @SuppressWarnings("CatchingUnchecked")
    static <T> Outcome<T> of(Work<? extends T> work, Progress progress) {
        try {
            return new Done<>(work.run(progress));
        } catch (Exception problem) {
            return new Failed<>(problem);
        } catch (LinkageError | StackOverflowError | OutOfMemoryError problem) {
            return new Failed<>(new IllegalStateException(String.valueOf(problem.getMessage()), problem));
        }
    }

    default void tell(Consumer<? super T> then, Consumer<? super Exception> otherwise) {
        switch (this) {
            case Done<T>(T result) -> then.accept(result);
            case Failed<T>(Exception problem) -> otherwise.accept(problem);
        }
    }
}
