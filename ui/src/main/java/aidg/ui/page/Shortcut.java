package aidg.ui.page;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// The keys that run an action.
///
/// @param code    the key
/// @param control with Ctrl, or Cmd on a Mac
/// @param shift   with Shift
/// @param alt     with Alt
/// @param keys    what is printed on them: `Ctrl`, `K`
public record Shortcut(KeyCode code, boolean control, boolean shift, boolean alt, List<String> keys) {

    private static final Set<KeyCode> PLUS = Set.of(KeyCode.EQUALS, KeyCode.PLUS, KeyCode.ADD);

    public Shortcut {
        keys = List.copyOf(keys);
    }

    /// A single key, as in `A`.
    public static Shortcut of(KeyCode code) {
        return new Shortcut(code, false, false, false, List.of(nameOf(code)));
    }

    /// Ctrl and a key.
    public static Shortcut control(KeyCode code) {
        return new Shortcut(code, true, false, false, List.of("Ctrl", nameOf(code)));
    }

    /// Ctrl, Shift and a key.
    public static Shortcut controlShift(KeyCode code) {
        return new Shortcut(code, true, true, false, List.of("Ctrl", "Shift", nameOf(code)));
    }

    /// Shift and a key.
    public static Shortcut shift(KeyCode code) {
        return new Shortcut(code, false, true, false, List.of("Shift", nameOf(code)));
    }

    /// Alt and a key.
    public static Shortcut alt(KeyCode code) {
        return new Shortcut(code, false, false, true, List.of("Alt", nameOf(code)));
    }

    /// The question mark, wherever the keyboard has it.
    public static Shortcut questionMark() {
        return new Shortcut(KeyCode.SLASH, false, true, false, List.of("?"));
    }

    /// Ctrl and plus, wherever the keyboard has it.
    public static Shortcut controlPlus() {
        return new Shortcut(KeyCode.EQUALS, true, false, false, List.of("Ctrl", "+"));
    }

    /// Ctrl and minus, of the number pad too.
    public static Shortcut controlMinus() {
        return new Shortcut(KeyCode.MINUS, true, false, false, List.of("Ctrl", "\u2212"));
    }

    public boolean matches(KeyEvent event) {
        if (keys.equals(List.of("?")) && "?".equals(event.getText())) {
            return true;
        }
        boolean plus = code == KeyCode.EQUALS && PLUS.contains(event.getCode());
        boolean minus = code == KeyCode.MINUS && event.getCode() == KeyCode.SUBTRACT;
        return (event.getCode() == code || plus || minus)
                && event.isShortcutDown() == control
                && (event.isShiftDown() == shift || plus)
                && event.isAltDown() == alt;
    }

    /// Whether it could be meant as text, so that a text field keeps it.
    public boolean types() {
        return !control && !alt && !code.isFunctionKey();
    }

    private static String nameOf(KeyCode code) {
        return switch (code) {
            case LEFT -> "\u2190";
            case RIGHT -> "\u2192";
            case SLASH -> "/";
            case COMMA -> ",";
            case PERIOD -> ".";
            default -> code.getName().length() == 1 ? code.getName().toUpperCase(Locale.ROOT) : code.getName();
        };
    }
}
