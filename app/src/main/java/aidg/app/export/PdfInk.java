package aidg.app.export;

import java.awt.Color;

/// The colours of printed pages: those of the desktop's light theme.
enum PdfInk {
    TEXT(0x24292f),
    MUTED(0x57606a),
    ACCENT(0x0969da),
    BAND(0xb9dbf9),
    TRACK(0xe4e9ee),
    HAIRLINE(0xd0d7de),
    SUBTLE(0xf6f8fa),
    GOOD(0x1a7f37),
    CAREFUL(0x9a6700),
    BAD(0xcf222e);

    private final Color color;

    PdfInk(int rgb) {
        color = new Color(rgb);
    }

    Color color() {
        return color;
    }
}
