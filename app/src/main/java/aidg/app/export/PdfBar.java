package aidg.app.export;

import org.jspecify.annotations.Nullable;

/// A value with its interval on a scale, and a dashed tick to compare it with.
///
/// @param low      left end of the scale
/// @param high     right end, more than `low`
/// @param from     lower end of the interval
/// @param to       upper end
/// @param tick     what to compare with; null for none
record PdfBar(
        double low,
        double high,
        double value,
        double from,
        double to,
        @Nullable Double tick) {

    private static final float TRACK = 10;
    private static final float MARKER = 22;
    private static final float MARKER_WIDTH = 4;

    /// Height that it takes, px.
    static final float HEIGHT = 28;

    PdfBar {
        if (!(low < high)) {
            throw new IllegalArgumentException("a scale from %s to %s cannot be".formatted(low, high));
        }
    }

    void draw(PdfPage page, float x, float top, float width) {
        float middle = top + HEIGHT / 2;
        page.fill(x, middle - TRACK / 2, width, TRACK, PdfInk.TRACK);
        float left = at(from, width);
        page.fill(x + left, middle - TRACK / 2, Math.max(1, at(to, width) - left), TRACK, PdfInk.BAND);
        if (tick != null) {
            float mark = x + at(tick, width);
            page.line(mark, top, mark, top + HEIGHT, 1.5f, 3, PdfInk.TEXT);
        }
        page.fill(
                x + Math.clamp(at(value, width) - MARKER_WIDTH / 2, 0, width - MARKER_WIDTH),
                middle - MARKER / 2,
                MARKER_WIDTH,
                MARKER,
                PdfInk.ACCENT);
    }

    /// Where a value lies, px from the left end; at an end if it is beyond.
    float at(double where, float width) {
        return (float) Math.clamp((where - low) / (high - low), 0, 1) * width;
    }
}
