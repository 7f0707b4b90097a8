package aidg.ui.second;

import aidg.engine.domain.OverrideReason;
import aidg.engine.review.ReviewItem;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// An answer being given. It is confirmed before it is written, because it stands.
final class AnswerViewModel {

    private static final List<OverrideReason> REASONS = List.of(OverrideReason.values());

    private final ReviewItem item;
    private final boolean goesOut;
    private final Consumer<AnswerViewModel> onConfirm;
    private final ObjectProperty<Optional<OverrideReason>> reason = new SimpleObjectProperty<>(Optional.empty());
    private final StringProperty comment = new SimpleStringProperty("");
    private final BooleanBinding canConfirm;

    AnswerViewModel(ReviewItem item, boolean goesOut, Consumer<AnswerViewModel> onConfirm) {
        this.item = item;
        this.goesOut = goesOut;
        this.onConfirm = onConfirm;
        canConfirm = Bindings.createBooleanBinding(() -> goesOut || reason.get().isPresent(), reason);
    }

    void confirm() {
        if (canConfirm.get()) {
            onConfirm.accept(this);
        }
    }

    /// Picks by position, from 0; others are ignored.
    void pick(int position) {
        if (position >= 0 && position < REASONS.size()) {
            reason.set(Optional.of(REASONS.get(position)));
        }
    }

    ReviewItem item() {
        return item;
    }

    boolean goesOut() {
        return goesOut;
    }

    ObjectProperty<Optional<OverrideReason>> reasonProperty() {
        return reason;
    }

    StringProperty commentProperty() {
        return comment;
    }

    BooleanBinding canConfirmProperty() {
        return canConfirm;
    }
}
