package aidg.app.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.util.Matrix;

/// One A4 page to draw on. Units are px, 96 to the inch, as on the screen; x runs to the right, y down from the top.
final class PdfPage {

    /// Points per px.
    private static final float SCALE = 0.75f;

    static final float WIDTH = PDRectangle.A4.getWidth() / SCALE;
    static final float HEIGHT = PDRectangle.A4.getHeight() / SCALE;

    /// Where the letters stand within their line, as a share of its height over the descent.
    private static final float ASCENT = 0.36f;

    private final PdfFile file;
    private final PDPageContentStream content;

    /// Something to draw.
    private interface Drawing {
        void draw() throws IOException;
    }

    PdfPage(PDDocument document, PdfFile file) throws IOException {
        this.file = file;
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        content = new PDPageContentStream(document, page, PDPageContentStream.AppendMode.OVERWRITE, true);
        content.transform(Matrix.getScaleInstance(SCALE, SCALE));
    }

    void finish() throws IOException {
        content.close();
    }

    PdfFile file() {
        return file;
    }

    private static void safely(Drawing drawing) {
        try {
            drawing.draw();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// One line of text.
    ///
    /// @param top of the line
    void text(String words, float x, float top, PdfStyle style) {
        String known = file.known(words, style.face());
        if (known.isBlank()) {
            return;
        }
        safely(() -> {
            content.beginText();
            content.setFont(file.font(style.face()), style.size());
            content.setNonStrokingColor(style.ink().color());
            content.newLineAtOffset(x, HEIGHT - top - style.leading() / 2 - ASCENT * style.size());
            content.showText(known);
            content.endText();
        });
    }

    /// One line of text that ends at `right`.
    void textTo(String words, float right, float top, PdfStyle style) {
        text(words, right - file.width(words, style), top, style);
    }

    /// Text in as many lines as it takes, the last one cut where there are more than `most`.
    ///
    /// @return below its last line
    float lines(String words, float x, float top, float width, int most, PdfStyle style) {
        float y = top;
        for (String line : PdfText.wrapped(words, width, most, text -> file.width(text, style))) {
            text(line, x, y, style);
            y += style.leading();
        }
        return y;
    }

    void fill(float x, float top, float width, float height, PdfInk ink) {
        safely(() -> {
            content.setNonStrokingColor(ink.color());
            content.addRect(x, HEIGHT - top - height, width, height);
            content.fill();
        });
    }

    /// @param dash length of dashes and gaps; 0 for a whole line
    void line(float x1, float y1, float x2, float y2, float thickness, float dash, PdfInk ink) {
        safely(() -> {
            content.setStrokingColor(ink.color());
            content.setLineWidth(thickness);
            content.setLineDashPattern(dash > 0 ? new float[] {dash, dash} : new float[0], 0);
            content.moveTo(x1, HEIGHT - y1);
            content.lineTo(x2, HEIGHT - y2);
            content.stroke();
        });
    }

    /// A hairline over the width given.
    void rule(float x, float y, float width) {
        line(x, y, x + width, y, 1, 0, PdfInk.HAIRLINE);
    }
}
