package aidg.ui.control;

import java.util.List;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// A field for a name, with what drops the question and what keeps the name. Enter keeps it.
public final class NameRow extends HBox {

    private final TextField field = new TextField();
    private final Button save;

    /// @param id         of the field
    /// @param question   what is being named, for screen readers
    /// @param canConfirm whether the name will do
    public NameRow(
            String id,
            String question,
            StringProperty name,
            ObservableBooleanValue canConfirm,
            Runnable confirm,
            Runnable cancel) {
        getStyleClass().addAll(Style.GAP_8, Style.MIDDLE);
        field.setId(id);
        field.setAccessibleText(question);
        field.textProperty().bindBidirectional(name);
        field.setOnAction(entered -> confirm.run());
        setHgrow(field, Priority.ALWAYS);
        save = Parts.button("Save", List.of("Enter"), confirm, "accent");
        canConfirm.subscribe(can -> save.setDisable(!can));
        getChildren().addAll(field, Parts.button("Cancel", List.of("Esc"), cancel), save);
    }

    /// What the button that keeps the name says.
    public void setConfirmWords(String words) {
        save.setText(words);
    }

    /// Puts the keyboard into the field, with the name selected.
    public void focusName() {
        field.requestFocus();
        field.selectAll();
    }
}
