package aidg.app.export;

/// How text looks.
///
/// @param size    of the letters, px
/// @param leading from one line to the next, px
record PdfStyle(PdfFace face, float size, float leading, PdfInk ink) {

    /// For everything that is neither content nor a key figure.
    static final PdfStyle SMALL = new PdfStyle(PdfFace.REGULAR, 12, 16, PdfInk.TEXT);

    /// For content and names.
    static final PdfStyle PLAIN = new PdfStyle(PdfFace.REGULAR, 14, 20, PdfInk.TEXT);

    /// For findings and key figures.
    static final PdfStyle LARGE = new PdfStyle(PdfFace.SEMIBOLD, 24, 32, PdfInk.TEXT);

    PdfStyle in(PdfInk other) {
        return new PdfStyle(face, size, leading, other);
    }

    PdfStyle muted() {
        return in(PdfInk.MUTED);
    }

    PdfStyle medium() {
        return new PdfStyle(PdfFace.MEDIUM, size, leading, ink);
    }

    PdfStyle bold() {
        return new PdfStyle(PdfFace.SEMIBOLD, size, leading, ink);
    }
}
