package aidg.ui.proposal;

import aidg.engine.domain.OverrideReason;
import aidg.ui.control.KeyHint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/// The reasons of an override as buttons, with the number keys that pick them.
public final class ReasonGrid extends GridPane {

    private static final List<String> KEYS = List.of("1", "2", "3", "4", "5", "6", "7", "8", "9", "0", "\u2212");
    private static final int COLUMNS = 3;
    private static final int NONE = -1;
    private static final int MINUS = 10;

    private final List<ToggleButton> choices = new ArrayList<>();

    public ReasonGrid(ObjectProperty<Optional<OverrideReason>> reason) {
        getStyleClass().add("reason-grid");
        List<OverrideReason> all = List.of(OverrideReason.values());
        for (int i = 0; i < all.size(); i++) {
            OverrideReason one = all.get(i);
            ToggleButton choice = new ToggleButton(one.words(), new KeyHint(List.of(KEYS.get(i))));
            choice.getStyleClass().add("reason");
            choice.setMaxWidth(Double.MAX_VALUE);
            choice.setMinWidth(USE_PREF_SIZE);
            choice.setAccessibleText("%s, key %s".formatted(one.words(), KEYS.get(i)));
            choice.setOnAction(pressed -> reason.set(Optional.of(one)));
            setHgrow(choice, Priority.ALWAYS);
            add(choice, i % COLUMNS, i / COLUMNS);
            choices.add(choice);
        }
        reason.subscribe(now -> {
            for (int i = 0; i < all.size(); i++) {
                choices.get(i).setSelected(now.equals(Optional.of(all.get(i))));
            }
        });
    }

    /// Puts the keyboard on the first reason.
    public void focusFirst() {
        choices.getFirst().requestFocus();
    }

    /// Position, from 0, that a key picks; less than 0 if it picks none.
    public static int positionOf(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return NONE;
        }
        return switch (event.getCode()) {
            case MINUS, SUBTRACT -> MINUS;
            case DIGIT0, NUMPAD0 -> MINUS - 1;
            default ->
                event.getCode().isDigitKey()
                        ? event.getCode()
                                        .getName()
                                        .charAt(event.getCode().getName().length() - 1)
                                - '1'
                        : NONE;
        };
    }
}
