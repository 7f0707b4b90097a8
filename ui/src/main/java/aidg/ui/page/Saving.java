package aidg.ui.page;

import aidg.ui.task.Slot;
import aidg.ui.task.Work;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Writes files that a person asked for, and tells how it went. To be used on the window's thread.
public final class Saving {

    private final Surroundings surroundings;
    private final Slot slot;
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());

    public Saving(Surroundings surroundings) {
        this.surroundings = surroundings;
        slot = surroundings.background().slot();
    }

    /// Writes one file in the background.
    ///
    /// @param work writes it and returns it
    public void write(Path file, Callable<Path> work) {
        problem.set(Optional.empty());
        slot.run(work, this::written, failed -> surroundings.told(fail(file, failed)));
    }

    /// Writes one file that takes seconds, as a task that can be cancelled.
    ///
    /// @param words what is done, for the list of tasks
    /// @param work  writes it and returns it
    public void writeLong(String words, Path file, Work<Path> work) {
        problem.set(Optional.empty());
        slot.runLong(words, work, activity -> {}, this::written, failed -> fail(file, failed));
    }

    private void written(Path file) {
        surroundings.notices().accept(new Notice("Saved as %s".formatted(file.getFileName()), false));
    }

    private Problem fail(Path file, Exception failed) {
        String next = failed instanceof IOException ? "Choose another place." : "What stood there is unchanged.";
        Problem now = Problem.of("%s was not written".formatted(file.getFileName()), failed, next);
        problem.set(Optional.of(now));
        return now;
    }

    /// The person has seen it.
    public void dismissProblem() {
        problem.set(Optional.empty());
    }

    /// Why the last file could not be written.
    public ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
