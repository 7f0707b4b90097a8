package aidg.ui.shell;

import aidg.ui.control.Parts;
import aidg.ui.page.Navigator;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The views, at the left edge: an icon and a word each.
final class Rail extends VBox {

    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    Rail(Navigator navigator, List<Place> places) {
        getStyleClass().add("rail");
        StackPane mark = new StackPane(Parts.icon(Feather.TRENDING_UP, "icon-18"));
        mark.getStyleClass().add("rail-mark");
        StackPane holder = new StackPane(mark);
        holder.getStyleClass().add("rail-mark-holder");
        getChildren().add(holder);
        places.forEach(place -> add(navigator, place));
    }

    private void add(Navigator navigator, Place place) {
        Button item = new Button(place.word(), Parts.icon(place.icon(), "icon-18"));
        Parts.doing(place.word(), item);
        item.getStyleClass().add("rail-item");
        item.setTooltip(new Tooltip("%s (%s)"
                .formatted(place.word(), String.join(" ", place.shortcut().keys()))));
        item.setAccessibleText("Go to " + place.word());
        item.setOnAction(pressed -> navigator.go(place.home()));
        navigator.currentProperty().subscribe(now -> item.pseudoClassStateChanged(SELECTED, place.holds(now)));
        getChildren().add(item);
    }
}
