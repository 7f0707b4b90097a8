package aidg.ui.review;

import static aidg.ui.control.Style.CONTENT;
import static aidg.ui.control.Style.STRONG;

import aidg.ui.control.NameRow;
import aidg.ui.control.Parts;
import javafx.scene.layout.VBox;

/// Asks for a name. Enter confirms, Esc drops.
final class NamePanel extends VBox implements AskingPanel {

    private final NameRow row;

    NamePanel(NameViewModel model, Runnable cancel) {
        getStyleClass().addAll("floating", "draft-panel");
        setMaxHeight(USE_PREF_SIZE);
        row = new NameRow(
                "asked-name",
                model.question(),
                model.nameProperty(),
                model.canConfirmProperty(),
                model::confirm,
                cancel);
        getChildren().addAll(Parts.whole(model.question(), CONTENT, STRONG), row);
    }

    @Override
    public void focusFirst() {
        row.focusName();
    }
}
