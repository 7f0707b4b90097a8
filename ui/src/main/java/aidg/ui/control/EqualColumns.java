package aidg.ui.control;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;

/// Nodes side by side, each equally wide, as high as the highest.
public class EqualColumns extends GridPane {

    /// @param gap style class that sets the gap
    public EqualColumns(String gap, Node... children) {
        getStyleClass().addAll("equal-columns", gap);
        setColumns(List.of(children));
    }

    /// Puts other nodes in place of these.
    final void setColumns(List<? extends Node> children) {
        getChildren().clear();
        getColumnConstraints().clear();
        for (Node child : children) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / children.size());
            column.setMinWidth(0);
            getColumnConstraints().add(column);
            add(child, getColumnCount() - 1, 0);
        }
    }
}
