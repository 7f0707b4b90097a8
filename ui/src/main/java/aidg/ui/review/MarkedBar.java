package aidg.ui.review;

import static aidg.ui.control.Style.DETAIL;
import static aidg.ui.control.Style.GAP_8;
import static aidg.ui.control.Style.MEDIUM;
import static aidg.ui.control.Style.MIDDLE;
import static aidg.ui.control.Style.MUTED;

import aidg.ui.control.Parts;
import java.util.List;
import javafx.collections.SetChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// How many rows are marked, and that the keys now mean all of them. Not there while none is.
final class MarkedBar extends HBox {

    private final ReviewViewModel model;
    private final Label count = Parts.whole("", DETAIL, MEDIUM);

    MarkedBar(ReviewViewModel model) {
        this.model = model;
        getStyleClass().addAll(GAP_8, MIDDLE, "marked-bar");
        Button clear = Parts.button("Clear", List.of(), model.rows()::unmarkAll, "small");
        Parts.doing("Clear marks", clear);
        getChildren().addAll(count, Parts.label("A, O, S mean all", DETAIL, MUTED), Parts.spring(), clear);
        model.rows().marked().addListener((SetChangeListener<String>) change -> show());
        show();
    }

    private void show() {
        int marked = model.rows().marked().size();
        count.setText("%d marked".formatted(marked));
        setVisible(marked > 0);
        setManaged(marked > 0);
    }
}
