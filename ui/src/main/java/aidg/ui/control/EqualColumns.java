package aidg.ui.control;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;

/// Nodes side by side, each equally wide, as high as the highest.
public final class EqualColumns extends GridPane {

    /// Sets nodes side by side.
    ///
    /// @param gap style class that sets the gap
    public EqualColumns(String gap, List<? extends Node> children) {
        getStyleClass().addAll("equal-columns", gap);
        for (Node child : children) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / children.size());
            column.setMinWidth(0);
            getColumnConstraints().add(column);
            addRow(0, child);
        }
    }
}
