package aidg.ui.theme;

import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;

/// Which theme is on. Follows the operating system until a person chooses.
public final class Appearance {

    private final ReadOnlyObjectWrapper<Theme> theme = new ReadOnlyObjectWrapper<>();
    private boolean chosen;

    private Appearance(Theme first) {
        theme.set(first);
    }

    /// Takes the look of the operating system, and its changes.
    public static Appearance ofSystem() {
        ObservableValue<ColorScheme> scheme = Platform.getPreferences().colorSchemeProperty();
        Appearance appearance = new Appearance(themeOf(scheme.getValue()));
        scheme.subscribe(now -> {
            if (!appearance.chosen) {
                appearance.theme.set(themeOf(now));
            }
        });
        return appearance;
    }

    /// One look, until a person chooses the other.
    public static Appearance of(Theme theme) {
        return new Appearance(theme);
    }

    public ReadOnlyObjectProperty<Theme> themeProperty() {
        return theme.getReadOnlyProperty();
    }

    public void toggle() {
        chosen = true;
        theme.set(theme.get().other());
    }

    /// Keeps the scene in the current theme.
    public void dress(Scene scene) {
        theme.subscribe(now -> now.applyTo(scene));
    }

    private static Theme themeOf(ColorScheme scheme) {
        return scheme == ColorScheme.DARK ? Theme.DARK : Theme.LIGHT;
    }
}
