package aidg.ui.whatif;

import aidg.engine.whatif.Surface;
import aidg.ui.control.ColourMap;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/// Paints a surface of expected gross profit: viridis between its smallest and largest allowed value, hatched where
/// the guard rejects, thin lines of equal value.
final class CorridorPixels {

    private static final int HATCH = 8;
    private static final int STRIPE = premultiplied(0x60808890);
    private static final int GROUND = premultiplied(0x18808890);
    private static final int LINE = 0x70101418;
    private static final int BASELINE = 0xffffffff;
    private static final int LINES = 5;

    /// Colours are worked out once: more of them than a screen tells apart.
    private static final int SHADES = 1024;

    private static final int[] PLAIN = shades(colour -> colour);
    private static final int[] BLENDED = shades(CorridorPixels::blend);

    private final Surface surface;
    private final double least;
    private final double most;

    CorridorPixels(Surface surface) {
        this.surface = surface;
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < surface.gp30().length; i++) {
            for (int j = 0; j < surface.gp30()[i].length; j++) {
                if (surface.allowed()[i][j]) {
                    low = Math.min(low, surface.gp30()[i][j]);
                    high = Math.max(high, surface.gp30()[i][j]);
                }
            }
        }
        least = low;
        most = high;
    }

    /// Whether the guard lets out anything at all.
    boolean hasAllowed() {
        return least <= most;
    }

    /// The smallest allowed value, dollars.
    double least() {
        return least;
    }

    /// The largest allowed value, dollars.
    double most() {
        return most;
    }

    /// The picture: width x height colours, premultiplied by their alpha, row by row, the largest y at the top. Between
    /// the points worked out it goes by both distances. Too slow for the thread that draws the window.
    ///
    /// @param baseline a line of its own is drawn here, dollars
    int[] paint(double baseline, int width, int height) {
        int[] pixels = new int[width * height];
        if (!hasAllowed()) {
            for (int row = 0; row < height; row++) {
                for (int column = 0; column < width; column++) {
                    pixels[row * width + column] = hatched(column, row);
                }
            }
            return pixels;
        }
        Places columns = Places.of(width, surface.gp30().length);
        Places rows = Places.of(height, surface.gp30()[0].length);
        Strip strip = new Strip(surface);
        int[] levelBelow = new int[width];
        boolean[] overBelow = new boolean[width];
        double step = (most - least) / (LINES + 1);
        for (int up = 0; up < height; up++) {
            strip.at(rows, up);
            int row = height - 1 - up;
            int levelBefore = 0;
            boolean overBefore = false;
            for (int column = 0; column < width; column++) {
                double value = strip.value(columns, column);
                int level = step > 0 ? Math.min(LINES, (int) Math.floor((value - least) / step)) : 0;
                boolean over = value >= baseline;
                int colour;
                if (strip.allowed(columns, column) < 0.5) {
                    colour = hatched(column, row);
                } else if (column > 0 && over != overBefore || up > 0 && over != overBelow[column]) {
                    colour = BASELINE;
                } else {
                    boolean line = column > 0 && level != levelBefore || up > 0 && level != levelBelow[column];
                    double share = most > least ? (value - least) / (most - least) : 1;
                    int shade = (int) Math.clamp(share * (SHADES - 1) + 0.5, 0, SHADES - 1);
                    colour = line ? BLENDED[shade] : PLAIN[shade];
                }
                pixels[row * width + column] = colour;
                levelBelow[column] = level;
                overBelow[column] = over;
                levelBefore = level;
                overBefore = over;
            }
        }
        return pixels;
    }

    private static int hatched(int column, int row) {
        return Math.floorMod(column + row, HATCH) < 2 ? STRIPE : GROUND;
    }

    /// Where pixels lie among the points worked out.
    ///
    /// @param before the point before each pixel
    /// @param part   0..1, how far it is on its way to the next
    private record Places(int[] before, double[] part) {

        static Places of(int pixels, int points) {
            int[] before = new int[pixels];
            double[] part = new double[pixels];
            for (int pixel = 0; pixel < pixels; pixel++) {
                double at = pixels == 1 ? 0 : (double) pixel / (pixels - 1) * (points - 1);
                before[pixel] = Math.min((int) at, Math.max(0, points - 2));
                part[pixel] = at - before[pixel];
            }
            return new Places(before, part);
        }
    }

    /// The surface at one height, at each of its values of x.
    private static final class Strip {

        private final Surface surface;
        private final double[] values;
        private final double[] shares;

        Strip(Surface surface) {
            this.surface = surface;
            values = new double[surface.gp30().length + 1];
            shares = new double[values.length];
        }

        void at(Places rows, int row) {
            int below = rows.before()[row];
            double part = rows.part()[row];
            int last = values.length - 1;
            for (int i = 0; i < last; i++) {
                double[] column = surface.gp30()[i];
                boolean[] allowed = surface.allowed()[i];
                int above = Math.min(below + 1, column.length - 1);
                values[i] = (1 - part) * column[below] + part * column[above];
                shares[i] = (allowed[below] ? 1 - part : 0) + (allowed[above] ? part : 0);
            }
            values[last] = values[last - 1];
            shares[last] = shares[last - 1];
        }

        /// Expected gross profit, dollars.
        double value(Places columns, int column) {
            return between(values, columns, column);
        }

        /// How much of it the guard lets out, 0..1.
        double allowed(Places columns, int column) {
            return between(shares, columns, column);
        }

        private static double between(double[] points, Places columns, int column) {
            int before = columns.before()[column];
            double part = columns.part()[column];
            return (1 - part) * points[before] + part * points[before + 1];
        }
    }

    private static int[] shades(IntUnaryOperator drawn) {
        return IntStream.range(0, SHADES)
                .map(shade -> drawn.applyAsInt(ColourMap.argb((double) shade / (SHADES - 1))))
                .toArray();
    }

    private static int premultiplied(int colour) {
        int alpha = colour >>> 24;
        int result = alpha << 24;
        for (int shift = 0; shift <= 16; shift += 8) {
            result |= (colour >> shift & 0xff) * alpha / 255 << shift;
        }
        return result;
    }

    private static int blend(int colour) {
        int alpha = LINE >>> 24;
        int blended = 0xff000000;
        for (int shift = 0; shift <= 16; shift += 8) {
            int under = colour >> shift & 0xff;
            int over = LINE >> shift & 0xff;
            blended |= (under * (255 - alpha) + over * alpha) / 255 << shift;
        }
        return blended;
    }
}
