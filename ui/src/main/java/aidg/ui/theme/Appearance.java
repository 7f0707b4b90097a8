package aidg.ui.theme;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;

/// Which theme is on and how large everything is. The theme follows the operating system until a person chooses.
public final class Appearance {

    private static final List<Double> ZOOMS = List.of(0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0);

    private final ReadOnlyObjectWrapper<Theme> theme = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyDoubleWrapper zoom = new ReadOnlyDoubleWrapper(1);
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
        choose(theme.get().other());
    }

    /// From now on it is this one, whatever the operating system says.
    public void choose(Theme one) {
        chosen = true;
        theme.set(one);
    }

    /// What a person chose; empty while the operating system is followed.
    public Optional<Theme> chosen() {
        return chosen ? Optional.of(theme.get()) : Optional.empty();
    }

    /// 0.8 to 2, where 1 is the natural size.
    public ReadOnlyDoubleProperty zoomProperty() {
        return zoom.getReadOnlyProperty();
    }

    public void zoomIn() {
        ZOOMS.stream().filter(step -> step > zoom.get()).findFirst().ifPresent(zoom::set);
    }

    public void zoomOut() {
        ZOOMS.reversed().stream().filter(step -> step < zoom.get()).findFirst().ifPresent(zoom::set);
    }

    public void zoomToNaturalSize() {
        zoom.set(1);
    }

    /// The step nearest to this size.
    public void zoomTo(double size) {
        ZOOMS.stream()
                .min(Comparator.comparingDouble(step -> Math.abs(step - size)))
                .ifPresent(zoom::set);
    }

    /// Keeps the scene in the current theme.
    public void dress(Scene scene) {
        theme.subscribe(now -> now.applyTo(scene));
    }

    private static Theme themeOf(ColorScheme scheme) {
        return scheme == ColorScheme.DARK ? Theme.DARK : Theme.LIGHT;
    }
}
