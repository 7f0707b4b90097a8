package aidg.app.export;

import aidg.app.AppFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/// A PDF file in the making, set in Inter, which it carries. The same pages at the same moment give the same bytes.
final class PdfFile implements AutoCloseable {

    private final PDDocument document = new PDDocument();
    private final Map<PdfFace, PDType0Font> fonts = new EnumMap<>(PdfFace.class);
    private final List<PdfPage> pages = new ArrayList<>();

    /// @param title  as a viewer shows it
    /// @param madeAt stands in the file for when it was made
    PdfFile(String title, Instant madeAt) throws IOException {
        for (PdfFace face : PdfFace.values()) {
            try (InputStream file = PdfFile.class.getResourceAsStream(face.file())) {
                fonts.put(face, PDType0Font.load(document, Objects.requireNonNull(file, face.file()), true));
            }
        }
        PDDocumentInformation information = document.getDocumentInformation();
        information.setTitle(PdfText.printable(title));
        information.setCreator("AIDG Workbench " + AppFiles.version());
        information.setProducer("Apache PDFBox");
        information.setCreationDate(GregorianCalendar.from(ZonedDateTime.ofInstant(madeAt, ZoneOffset.UTC)));
        document.setDocumentId(madeAt.getEpochSecond());
        document.getDocumentCatalog().setLanguage("en-US");
        PDViewerPreferences preferences = new PDViewerPreferences(new COSDictionary());
        preferences.setDisplayDocTitle(true);
        document.getDocumentCatalog().setViewerPreferences(preferences);
    }

    /// A further page, empty.
    PdfPage page() {
        try {
            PdfPage page = new PdfPage(document, this);
            pages.add(page);
            return page;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<PdfPage> pages() {
        return List.copyOf(pages);
    }

    PDType0Font font(PdfFace face) {
        return Objects.requireNonNull(fonts.get(face));
    }

    /// Width of a text on one line, px.
    float width(String text, PdfStyle style) {
        try {
            return font(style.face()).getStringWidth(known(text, style.face())) / 1000 * style.size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Height of a text in as many lines as it takes, `most` at most, px.
    float height(String text, float room, int most, PdfStyle style) {
        return style.leading()
                * PdfText.wrapped(text, room, most, part -> width(part, style)).size();
    }

    /// The text with what the fonts cannot show as question marks.
    String known(String text, PdfFace face) {
        PDType0Font font = font(face);
        StringBuilder known = new StringBuilder();
        PdfText.printable(text).codePoints().forEach(letter -> {
            String one = Character.toString(letter);
            try {
                font.encode(one);
                known.append(one);
            } catch (IllegalArgumentException | IOException e) {
                known.append('?');
            }
        });
        return known.toString();
    }

    /// The whole file; nothing can be drawn any more.
    byte[] bytes() throws IOException {
        for (PdfPage page : pages) {
            page.finish();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
