package aidg.ui.shell;

import static aidg.ui.control.Style.CONTENT;
import static aidg.ui.control.Style.GAP_16;
import static aidg.ui.control.Style.STRONG;

import aidg.ui.control.Parts;
import aidg.ui.control.StatePane;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A floating list under a title, with what stands there while it is empty.
final class ListPanel extends VBox {

    private static final PseudoClass LAST = PseudoClass.getPseudoClass("last-row");

    private static final double MOST = 560;

    private final Button close;
    private final VBox rows = new VBox();
    private final ScrollPane scroll = new ScrollPane(rows);
    private final StatePane empty;

    ListPanel(String title, StatePane empty, Runnable onClose) {
        this.empty = empty;
        getStyleClass().addAll("floating", "list-panel");
        setMaxHeight(USE_PREF_SIZE);
        setAccessibleText(title);
        close = Parts.button("Close", List.of("Esc"), onClose, "small");
        HBox head = Parts.row(GAP_16, Parts.whole(title, CONTENT, STRONG), Parts.spring(), close);
        head.getStyleClass().add("list-panel-head");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("list-panel-scroll");
        setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(head, Parts.hairline(), empty);
    }

    void list(List<? extends Node> now) {
        rows.getChildren().setAll(now);
        now.forEach(row -> row.pseudoClassStateChanged(LAST, row == now.getLast()));
        getChildren().set(2, now.isEmpty() ? empty : scroll);
    }

    /// As high as its rows with their lines broken, up to a limit; a scroll pane would ask for unbroken ones.
    @Override
    protected double computePrefHeight(double width) {
        boolean isEmpty = rows.getChildren().isEmpty();
        double wide = prefWidth(-1) - snappedLeftInset() - snappedRightInset();
        double list = Math.min(MOST, isEmpty ? empty.prefHeight(wide) : rows.prefHeight(wide));
        return snappedTopInset()
                + getChildren().get(0).prefHeight(wide)
                + getChildren().get(1).prefHeight(wide)
                + list
                + snappedBottomInset();
    }

    /// Puts the keyboard onto its one button that is always there.
    void focusClose() {
        close.requestFocus();
    }
}
