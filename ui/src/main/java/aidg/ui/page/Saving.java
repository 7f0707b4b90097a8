package aidg.ui.page;

import aidg.ui.task.Slot;
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
        slot.run(
                work,
                written -> surroundings
                        .notices()
                        .accept(new Notice("Saved as %s".formatted(written.getFileName()), false)),
                failed -> problem.set(Optional.of(surroundings.told(Problem.of(
                        "%s was not written".formatted(file.getFileName()), failed, "Choose another place.")))));
    }

    /// Why the last file could not be written.
    public ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
