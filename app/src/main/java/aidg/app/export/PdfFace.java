package aidg.app.export;

import java.util.Locale;

/// The three weights of the one family that pages are set in.
enum PdfFace {
    REGULAR("Regular"),
    MEDIUM("Medium"),
    SEMIBOLD("SemiBold");

    private final String file;

    PdfFace(String weight) {
        file = String.format(Locale.ROOT, "fonts/InterWorkbench-%s.ttf", weight);
    }

    /// Its resource beside this class.
    String file() {
        return file;
    }
}
