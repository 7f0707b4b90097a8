package aidg.ui.review;

import static aidg.ui.control.Style.CONTENT;
import static aidg.ui.control.Style.GAP_8;
import static aidg.ui.control.Style.STRONG;

import aidg.ui.control.Parts;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Asks for a name. Enter confirms, Esc drops.
final class NamePanel extends VBox implements AskingPanel {

    private final TextField name = new TextField();

    NamePanel(NameViewModel model, Runnable cancel) {
        getStyleClass().addAll("floating", "draft-panel");
        setMaxHeight(USE_PREF_SIZE);
        name.setId("asked-name");
        name.setAccessibleText(model.question());
        name.textProperty().bindBidirectional(model.nameProperty());
        name.setOnAction(entered -> model.confirm());
        HBox.setHgrow(name, Priority.ALWAYS);
        Button save = Parts.button("Save", List.of("Enter"), model::confirm, "accent");
        save.disableProperty().bind(model.canConfirmProperty().not());
        getChildren()
                .addAll(
                        Parts.whole(model.question(), CONTENT, STRONG),
                        Parts.row(GAP_8, name, Parts.button("Cancel", List.of("Esc"), cancel), save));
    }

    @Override
    public void focusFirst() {
        name.requestFocus();
    }
}
