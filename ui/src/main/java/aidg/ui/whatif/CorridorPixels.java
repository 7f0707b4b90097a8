package aidg.ui.whatif;

import aidg.engine.whatif.Surface;
import aidg.ui.control.ColourMap;

/// Paints a surface of expected gross profit: viridis between its smallest and largest allowed value, hatched where
/// the guard rejects, thin lines of equal value.
final class CorridorPixels {

    private static final int HATCH = 8;
    private static final int STRIPE = 0x60808890;
    private static final int GROUND = 0x18808890;
    private static final int LINE = 0x70101418;
    private static final int BASELINE = 0xffffffff;
    private static final int LINES = 5;

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

    /// Expected gross profit between the points worked out, by both distances.
    ///
    /// @param x 0..1 from the first to the last value
    /// @param y likewise
    double at(double x, double y) {
        double[][] values = surface.gp30();
        double column = x * (values.length - 1);
        double row = y * (values[0].length - 1);
        int i = Math.min((int) column, Math.max(0, values.length - 2));
        int j = Math.min((int) row, Math.max(0, values[0].length - 2));
        double right = column - i;
        double up = row - j;
        int next = Math.min(i + 1, values.length - 1);
        int above = Math.min(j + 1, values[0].length - 1);
        return (1 - right) * ((1 - up) * values[i][j] + up * values[i][above])
                + right * ((1 - up) * values[next][j] + up * values[next][above]);
    }

    /// Whether the guard would let it out, between the points worked out.
    private boolean isAllowed(double x, double y) {
        boolean[][] allowed = surface.allowed();
        double column = x * (allowed.length - 1);
        double row = y * (allowed[0].length - 1);
        int i = Math.min((int) column, Math.max(0, allowed.length - 2));
        int j = Math.min((int) row, Math.max(0, allowed[0].length - 2));
        int next = Math.min(i + 1, allowed.length - 1);
        int above = Math.min(j + 1, allowed[0].length - 1);
        double right = column - i;
        double up = row - j;
        double share = (allowed[i][j] ? (1 - right) * (1 - up) : 0)
                + (allowed[i][above] ? (1 - right) * up : 0)
                + (allowed[next][j] ? right * (1 - up) : 0)
                + (allowed[next][above] ? right * up : 0);
        return share >= 0.5;
    }

    /// The picture: width x height colours, premultiplied by their alpha, row by row, the largest y at the top. Too
    /// slow for the thread that draws the window.
    ///
    /// @param baseline a line of its own is drawn here, dollars
    int[] paint(double baseline, int width, int height) {
        int[] pixels = new int[width * height];
        double step = (most - least) / (LINES + 1);
        double[] below = new double[width];
        for (int row = height - 1; row >= 0; row--) {
            double y = 1 - (double) row / (height - 1);
            double before = Double.NaN;
            for (int column = 0; column < width; column++) {
                double x = (double) column / (width - 1);
                double value = at(x, y);
                int at = row * width + column;
                if (!hasAllowed() || !isAllowed(x, y)) {
                    pixels[at] = Math.floorMod(column + row, HATCH) < 2 ? STRIPE : GROUND;
                } else if (crosses(value, before, baseline)
                        || row < height - 1 && crosses(value, below[column], baseline)) {
                    pixels[at] = BASELINE;
                } else {
                    pixels[at] = ColourMap.argb(most > least ? (value - least) / (most - least) : 1);
                    if (level(value, step) != level(before, step)
                            || row < height - 1 && level(value, step) != level(below[column], step)) {
                        pixels[at] = blend(pixels[at]);
                    }
                }
                pixels[at] = premultiplied(pixels[at]);
                below[column] = value;
                before = value;
            }
        }
        return pixels;
    }

    private static int premultiplied(int colour) {
        int alpha = colour >>> 24;
        int result = alpha << 24;
        for (int shift = 0; shift <= 16; shift += 8) {
            result |= (colour >> shift & 0xff) * alpha / 255 << shift;
        }
        return result;
    }

    private static boolean crosses(double one, double other, double level) {
        return one >= level != other >= level && !Double.isNaN(other);
    }

    private double level(double value, double step) {
        return Double.isNaN(value) || step <= 0 ? 0 : Math.floor((value - least) / step);
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
