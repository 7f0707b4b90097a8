package aidg.ui.review;

import aidg.engine.domain.Note;
import aidg.engine.review.ReviewItem;
import aidg.ui.task.Background;
import aidg.ui.task.Slot;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// A note about a merchant being written, beside those there are.
final class NoteViewModel implements Asking {

    private final ReviewItem item;
    private final Slot reading;
    private final Consumer<Choice.Noting> onConfirm;
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Optional<List<Note>>> before = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final BooleanBinding canConfirm;

    NoteViewModel(ReviewDesk desk, Background background, ReviewItem item, Consumer<Choice.Noting> onConfirm) {
        this.item = item;
        this.onConfirm = onConfirm;
        reading = background.slot();
        canConfirm = Bindings.createBooleanBinding(() -> !text.get().isBlank(), text);
        reading.run(
                () -> desk.notes(item),
                notes -> before.set(Optional.of(notes)),
                failed -> before.set(Optional.of(List.of())));
    }

    void confirm() {
        if (canConfirm.get()) {
            drop();
            onConfirm.accept(new Choice.Noting(text.get().strip()));
        }
    }

    @Override
    public void drop() {
        reading.cancel();
    }

    ReviewItem item() {
        return item;
    }

    StringProperty textProperty() {
        return text;
    }

    /// Earlier notes, latest first, once they are read.
    ReadOnlyObjectProperty<Optional<List<Note>>> beforeProperty() {
        return before.getReadOnlyProperty();
    }

    BooleanBinding canConfirmProperty() {
        return canConfirm;
    }
}
