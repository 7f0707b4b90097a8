package aidg.ui.scenario;

import static aidg.ui.control.Style.CONTENT;
import static aidg.ui.control.Style.DETAIL;
import static aidg.ui.control.Style.GAP_8;
import static aidg.ui.control.Style.STRONG;

import aidg.ui.control.NameRow;
import aidg.ui.control.Parts;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// Asks for a scenario's new name. Enter keeps it, Esc drops the question.
final class RenamePanel extends VBox {

    private final NameRow row;

    RenamePanel(Renaming renaming) {
        getStyleClass().addAll("draft-panel", "name-panel");
        row = new NameRow(
                "new-name",
                "New name of this scenario",
                renaming.nameProperty(),
                renaming.canConfirmProperty(),
                renaming::confirm,
                renaming::stop);
        Label taken = Parts.label("", DETAIL, "careful");
        renaming.takenProperty()
                .subscribe(is -> taken.setText(is ? "Another scenario of this proposal has that name." : ""));
        getChildren().addAll(Parts.row(GAP_8, Parts.whole("New name of this scenario", CONTENT, STRONG), taken), row);
    }

    void focusName() {
        row.focusName();
    }
}
