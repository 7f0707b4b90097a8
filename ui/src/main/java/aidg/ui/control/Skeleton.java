package aidg.ui.control;

import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Grey shapes at the size of what is being loaded.
public final class Skeleton extends VBox {

    /// @param widths width of each line, in pixels
    public Skeleton(double height, double... widths) {
        getStyleClass().add(Style.GAP_8);
        for (double width : widths) {
            Region line = new Region();
            line.getStyleClass().add("skeleton");
            line.setMinHeight(height);
            line.setMaxHeight(height);
            line.setPrefWidth(width);
            line.setMaxWidth(width);
            getChildren().add(line);
        }
        setAccessibleText("Loading");
    }
}
