package aidg.ui.shell;

import aidg.ui.theme.Theme;
import java.util.Optional;

/// How the window stood: what a person arranges and expects to find again.
///
/// @param x         of its left edge, in the units of the screens
/// @param y         of its top edge
/// @param width     while it is not maximised, more than 0
/// @param height    the same
/// @param zoom      1 for the natural size
/// @param theme     empty while nobody chose one, so that it follows the system
/// @param view      word of the view in front: `What-if`
public record WindowState(
        double x,
        double y,
        double width,
        double height,
        boolean maximised,
        double zoom,
        Optional<Theme> theme,
        String view) {

    public WindowState {
        requireFigure("x", x);
        requireFigure("y", y);
        requireFigure("width", width);
        requireFigure("height", height);
        requireFigure("zoom", zoom);
        if (width <= 0 || height <= 0 || zoom <= 0) {
            throw new IllegalArgumentException(
                    "a window %s wide, %s high and %s large cannot stand".formatted(width, height, zoom));
        }
    }

    private static void requireFigure(String name, double figure) {
        if (!Double.isFinite(figure)) {
            throw new IllegalArgumentException("%s of the window is %s, no figure".formatted(name, figure));
        }
    }
}
