package aidg.ui.control;

import aidg.ui.page.Problem;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// What went wrong and what to do next, in a box.
public final class Banner extends HBox {

    private Banner(Problem problem, Node... actions) {
        VBox words = new VBox(
                Parts.wrapping(problem.words(), Style.CONTENT, Style.MEDIUM),
                Parts.wrapping(problem.next(), Style.DETAIL, Style.MUTED));
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(Parts.icon(Feather.ALERT_TRIANGLE, "icon-18", Style.BAD), words);
        getChildren().addAll(actions);
        getStyleClass().add("banner");
    }

    /// @param actions what can be done about it at once
    public static Banner of(Problem problem, Node... actions) {
        return new Banner(problem, actions);
    }
}
