package aidg.ui.shell;

import aidg.ui.control.Parts;
import aidg.ui.page.Destination;
import aidg.ui.page.Navigator;
import java.util.List;
import java.util.function.Predicate;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The views, at the left edge: an icon and a word each.
final class Rail extends VBox {

    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    Rail(Navigator navigator) {
        getStyleClass().add("rail");
        StackPane mark = new StackPane(Parts.icon(Feather.TRENDING_UP, "icon-18"));
        mark.getStyleClass().add("rail-mark");
        StackPane holder = new StackPane(mark);
        holder.getStyleClass().add("rail-mark-holder");
        getChildren().add(holder);
        add(
                navigator,
                "Review",
                List.of("Ctrl", "1"),
                Feather.INBOX,
                Destination.Review.QUEUE,
                Destination.Review.class::isInstance);
        add(
                navigator,
                "Data",
                List.of("Ctrl", "2"),
                Feather.DATABASE,
                new Destination.Data(),
                Destination.Data.class::isInstance);
    }

    private void add(
            Navigator navigator,
            String word,
            List<String> keys,
            Feather icon,
            Destination destination,
            Predicate<Destination> here) {
        Button item = new Button(word, Parts.icon(icon, "icon-18"));
        item.getStyleClass().add("rail-item");
        item.setTooltip(new Tooltip("%s (%s)".formatted(word, String.join(" ", keys))));
        item.setAccessibleText("Go to " + word);
        item.setOnAction(pressed -> navigator.go(destination));
        navigator.currentProperty().subscribe(now -> item.pseudoClassStateChanged(SELECTED, here.test(now)));
        getChildren().add(item);
    }
}
