package aidg.ui.review;

import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// A name being asked for.
final class NameViewModel implements Asking {

    private final String question;
    private final Consumer<String> onConfirm;
    private final StringProperty name = new SimpleStringProperty("");
    private final BooleanBinding canConfirm =
            Bindings.createBooleanBinding(() -> !name.get().isBlank(), name);

    /// @param question `Name of this view`
    NameViewModel(String question, Consumer<String> onConfirm) {
        this.question = question;
        this.onConfirm = onConfirm;
    }

    void confirm() {
        if (canConfirm.get()) {
            onConfirm.accept(name.get().strip());
        }
    }

    String question() {
        return question;
    }

    StringProperty nameProperty() {
        return name;
    }

    BooleanBinding canConfirmProperty() {
        return canConfirm;
    }
}
