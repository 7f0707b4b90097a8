package aidg.ui.control;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.feather.Feather;

/// What a view shows in place of content: an icon, one sentence, what it means, and the next action.
public final class StatePane extends VBox {

    private static final double TEXT_WIDTH = 420;

    public StatePane(Feather icon, String tone, String title, String words, Button... actions) {
        getStyleClass().add("state-pane");
        var heading = Parts.wrapping(title, Style.CONTENT, Style.MEDIUM);
        var detail = Parts.wrapping(words, Style.DETAIL, Style.MUTED);
        detail.setMaxWidth(TEXT_WIDTH);
        detail.setTextAlignment(TextAlignment.CENTER);
        detail.setAlignment(Pos.CENTER);
        heading.setAlignment(Pos.CENTER);
        heading.setTextAlignment(TextAlignment.CENTER);
        getChildren().addAll(Parts.icon(icon, "icon-24", tone), heading, detail);
        if (actions.length > 0) {
            HBox row = Parts.row(Style.GAP_8, actions);
            row.setMaxWidth(USE_PREF_SIZE);
            getChildren().add(row);
            setMargin(row, new Insets(8, 0, 0, 0));
        }
        setAccessibleText(title + ". " + words);
    }
}
