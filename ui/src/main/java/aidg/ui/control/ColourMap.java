package aidg.ui.control;

/// Viridis: from dark violet for nothing to yellow for most, evenly brighter all the way, the same for people who
/// tell few colours apart and in both themes (Smith and van der Walt 2015).
public final class ColourMap {

    private static final int[] STOPS = {
        0x440154, 0x472d7b, 0x3b528b, 0x2c728e, 0x21918c, 0x28ae80, 0x5ec962, 0xaddc30, 0xfde725
    };
    private static final int OPAQUE = 0xff000000;
    private static final double BRIGHT = 0.36;

    private ColourMap() {}

    /// The colour of a share.
    ///
    /// @param share 0..1; what lies outside is cut
    /// @return alpha, red, green and blue, eight bits each
    public static int argb(double share) {
        double at = Math.clamp(share, 0, 1) * (STOPS.length - 1);
        int stop = (int) Math.min(at, STOPS.length - 2);
        double part = at - stop;
        int colour = OPAQUE;
        for (int shift = 0; shift <= 16; shift += 8) {
            int from = STOPS[stop] >> shift & 0xff;
            int to = STOPS[stop + 1] >> shift & 0xff;
            colour |= (int) Math.round(from + part * (to - from)) << shift;
        }
        return colour;
    }

    /// Whether dark text reads better on the colour of a share than light text.
    static boolean isBright(double share) {
        int colour = argb(share);
        double luminance = 0.2126 * linear(colour >> 16 & 0xff)
                + 0.7152 * linear(colour >> 8 & 0xff)
                + 0.0722 * linear(colour & 0xff);
        return luminance > BRIGHT * BRIGHT * 1.4;
    }

    private static double linear(int channel) {
        double part = channel / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
