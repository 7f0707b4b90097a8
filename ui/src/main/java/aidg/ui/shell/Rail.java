package aidg.ui.shell;

import aidg.ui.control.Parts;
import aidg.ui.page.Navigator;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The views, at the left edge: an icon and a word each. Those that stand under another are there, in small, while
/// one is in that room.
final class Rail extends VBox {

    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final PseudoClass WITHIN = PseudoClass.getPseudoClass("within");

    Rail(Navigator navigator, Places places) {
        getStyleClass().add("rail");
        StackPane mark = new StackPane(Parts.icon(Feather.TRENDING_UP, "icon-18"));
        mark.getStyleClass().add("rail-mark");
        StackPane holder = new StackPane(mark);
        holder.getStyleClass().add("rail-mark-holder");
        getChildren().add(holder);
        places.all().forEach(place -> add(navigator, place, places));
    }

    private void add(Navigator navigator, Place place, Places places) {
        Button item = place.onRail()
                ? new Button(place.word(), Parts.icon(place.icon(), "icon-18"))
                : new Button(place.word());
        Parts.doing(place.word(), item);
        item.getStyleClass().add(place.onRail() ? "rail-item" : "rail-under");
        item.setTooltip(new Tooltip("%s: %s (%s)"
                .formatted(
                        place.word(),
                        place.context(),
                        String.join(" ", place.keys().keys()))));
        item.setAccessibleText("Go to " + place.word());
        item.setOnAction(pressed -> navigator.go(place.home()));
        navigator.currentProperty().subscribe(now -> {
            boolean inRoom = places.of(now).room().equals(place.room());
            item.pseudoClassStateChanged(SELECTED, place.holds(now));
            item.pseudoClassStateChanged(WITHIN, inRoom && !place.holds(now));
            item.setVisible(place.onRail() || inRoom);
            item.setManaged(place.onRail() || inRoom);
        });
        getChildren().add(item);
    }
}
