package aidg.ui.whatif;

import static aidg.ui.control.Style.DETAIL;
import static aidg.ui.control.Style.GAP_8;
import static aidg.ui.control.Style.MUTED;

import aidg.ui.control.Parts;
import aidg.ui.control.Style;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// One figure before and after: `71% › 74%  +3`.
final class BeforeAfter extends VBox {

    private final Label title = Parts.whole("", DETAIL, MUTED);
    private final Label before = Parts.whole("", Style.CONTENT, MUTED);
    private final Label after = Parts.whole("", Style.FIGURE);
    private final Label change = Parts.whole("", DETAIL, Style.MEDIUM);

    BeforeAfter() {
        HBox row = Parts.row(GAP_8, before, after, change);
        getChildren().addAll(title, row);
        setMinWidth(USE_PREF_SIZE);
    }

    /// @param was    empty where nothing changed
    /// @param better 1 if the change is welcome, -1 if not, 0 if neither
    void show(String heading, String was, String now, String difference, int better) {
        title.setText(heading);
        before.setText(was.isEmpty() ? "" : was + "  \u203a");
        before.setManaged(!was.isEmpty());
        before.setVisible(!was.isEmpty());
        after.setText(now);
        change.setText(difference);
        change.getStyleClass().removeAll(Style.GOOD, Style.BAD, MUTED);
        change.getStyleClass().add(better > 0 ? Style.GOOD : better < 0 ? Style.BAD : MUTED);
    }
}
