package aidg.ui.shell;

import aidg.ui.control.Parts;
import aidg.ui.page.Destination;
import aidg.ui.page.Navigator;
import aidg.ui.session.SessionPage;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;

/// The open session in a few words, which lead to its view.
final class SessionChip extends Button {

    SessionChip(SessionPage page, Navigator navigator) {
        getStyleClass().addAll("bare", "status-task");
        Parts.doing("Session", this);
        setGraphic(Parts.icon(Feather.CLOCK, "icon-14"));
        setMinWidth(USE_PREF_SIZE);
        setTooltip(new Tooltip("The review session (Alt S)"));
        textProperty().bind(page.wordsProperty());
        accessibleTextProperty().bind(page.wordsProperty().concat(", keys Alt S"));
        setOnAction(pressed -> navigator.go(new Destination.Session()));
    }
}
