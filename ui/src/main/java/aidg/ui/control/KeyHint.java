package aidg.ui.control;

import java.util.List;
import javafx.scene.layout.HBox;

/// Keys as they are printed on a keyboard, one cap each.
public final class KeyHint extends HBox {

    public KeyHint(List<String> keys) {
        getStyleClass().addAll(Style.GAP_4, Style.MIDDLE);
        keys.forEach(key -> getChildren().add(Parts.whole(key, "key-hint")));
        setMinWidth(USE_PREF_SIZE);
        setAccessibleText("key " + String.join(" ", keys));
    }
}
