package aidg.ui.shell;

import java.util.Comparator;
import java.util.List;
import javafx.geometry.Rectangle2D;

/// Puts a window where a person can take hold of it: screens are unplugged and change their size.
public final class WindowPlace {

    /// As much of the title bar must be on a screen: its height, and enough beside the buttons to drag it by.
    private static final double GRIP_WIDTH = 160;

    private static final double GRIP_HEIGHT = 24;

    private WindowPlace() {}

    /// Where the window shall stand: where it stood if its title bar can be reached there, else in the middle of the
    /// screen that holds most of it, of the first one if none does. It is never larger than that screen, unless the
    /// window's own least size is.
    ///
    /// @param screens what can be used of each; at least one
    /// @param least   smallest size of the window; its position does not matter
    public static Rectangle2D on(List<Rectangle2D> screens, Rectangle2D wanted, Rectangle2D least) {
        Rectangle2D screen = screens.stream()
                .max(Comparator.comparingDouble(one -> common(one, wanted)))
                .filter(one -> common(one, wanted) > 0)
                .orElse(screens.getFirst());
        double width = Math.max(least.getWidth(), Math.min(wanted.getWidth(), screen.getWidth()));
        double height = Math.max(least.getHeight(), Math.min(wanted.getHeight(), screen.getHeight()));
        Rectangle2D grip = new Rectangle2D(wanted.getMinX(), wanted.getMinY(), width, GRIP_HEIGHT);
        if (screens.stream().anyMatch(one -> holds(one, grip))) {
            return new Rectangle2D(wanted.getMinX(), wanted.getMinY(), width, height);
        }
        return new Rectangle2D(
                screen.getMinX() + Math.max(0, (screen.getWidth() - width) / 2),
                screen.getMinY() + Math.max(0, (screen.getHeight() - height) / 2),
                width,
                height);
    }

    private static boolean holds(Rectangle2D screen, Rectangle2D grip) {
        return across(screen, grip) >= GRIP_WIDTH && down(screen, grip) >= GRIP_HEIGHT;
    }

    private static double common(Rectangle2D one, Rectangle2D other) {
        return Math.max(0, across(one, other)) * Math.max(0, down(one, other));
    }

    private static double across(Rectangle2D one, Rectangle2D other) {
        return Math.min(one.getMaxX(), other.getMaxX()) - Math.max(one.getMinX(), other.getMinX());
    }

    private static double down(Rectangle2D one, Rectangle2D other) {
        return Math.min(one.getMaxY(), other.getMaxY()) - Math.max(one.getMinY(), other.getMinY());
    }
}
