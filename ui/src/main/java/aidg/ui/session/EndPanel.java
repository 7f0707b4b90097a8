package aidg.ui.session;

import static aidg.ui.control.Style.ACCENT;
import static aidg.ui.control.Style.CONTENT;
import static aidg.ui.control.Style.DETAIL;
import static aidg.ui.control.Style.GAP_8;
import static aidg.ui.control.Style.MEDIUM;
import static aidg.ui.control.Style.MUTED;

import aidg.ui.control.Parts;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/// Asks whether the session is to end, and says what happens then.
final class EndPanel extends VBox {

    private final Button end;

    EndPanel(SessionViewModel model, SessionWords words) {
        getStyleClass().addAll("floating", "draft-panel", "end-panel");
        setMaxHeight(USE_PREF_SIZE);
        end = Parts.button("End session", List.of("Enter"), model::end, ACCENT);
        Button keep = Parts.button("Keep it open", List.of("Esc"), model::keepOpen);
        OpenSession open = model.clock().openProperty().get().orElseThrow();
        getChildren()
                .addAll(
                        Parts.whole("End session %d?".formatted(open.session().number()), CONTENT, MEDIUM),
                        Parts.wrapping(
                                words.ending(
                                        open, model.clock().workedProperty().get()),
                                DETAIL,
                                MUTED),
                        Parts.row(GAP_8, Parts.spring(), keep, end));
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                (keep.isFocused() ? keep : end).fire();
                event.consume();
            }
        });
    }

    void focusFirst() {
        end.requestFocus();
    }
}
