package aidg.app.export;

import java.util.List;

/// Fills pages from top to bottom and begins a further one where something does not fit. Every page has a foot:
/// a text at the left and its number at the right where there are several.
final class PdfFlow {

    /// At the left and the right.
    static final float MARGIN = 56;

    private static final float TOP = 40;
    static final float ROOM = PdfPage.WIDTH - 2 * MARGIN;

    private static final PdfStyle SMALL = PdfStyle.SMALL.muted();

    private final PdfFile file;
    private final String header;
    private final List<String> foot;
    private PdfPage page;
    private float y = TOP;

    /// @param header at the top of every page but the first
    /// @param foot   lines at the bottom of every page, each cut to one line
    PdfFlow(PdfFile file, String header, List<String> foot) {
        this.file = file;
        this.header = header;
        this.foot = List.copyOf(foot);
        page = file.page();
    }

    PdfPage page() {
        return page;
    }

    /// Where the next thing begins.
    float y() {
        return y;
    }

    /// What is left on this page.
    float left() {
        return footTop() - y;
    }

    private float footTop() {
        return PdfPage.HEIGHT - TOP - foot.size() * SMALL.leading() - 8;
    }

    void space(float height) {
        y += height;
    }

    void to(float below) {
        y = below;
    }

    /// Begins a further page if less than this is left.
    void need(float height) {
        if (height > left()) {
            page = file.page();
            y = TOP;
            page.text(header, MARGIN, y, SMALL);
            page.rule(MARGIN, y + SMALL.leading() + 4, ROOM);
            y += SMALL.leading() + 16;
        }
    }

    /// Text over the whole width; a paragraph stays on one page.
    void text(String words, int mostLines, PdfStyle style) {
        int lines = PdfText.wrapped(words, ROOM, mostLines, text -> file.width(text, style))
                .size();
        need(lines * style.leading());
        y = page.lines(words, MARGIN, y, ROOM, mostLines, style);
    }

    /// A heading that stays with what follows.
    ///
    /// @param following height of what must stand on the same page
    void heading(String words, float following) {
        PdfStyle style = PdfStyle.PLAIN.bold();
        need(style.leading() + 4 + following);
        page.text(words, MARGIN, y, style);
        y += style.leading() + 4;
    }

    /// Rows; the names of the columns come again on a further page.
    void table(PdfTable table, List<List<String>> rows) {
        boolean headed = false;
        for (List<String> row : rows) {
            float height = table.height(file, row);
            PdfPage before = page;
            need(height + (headed ? 0 : table.headHeight()));
            if (!headed || page != before) {
                y = table.head(page, MARGIN, y);
                headed = true;
            }
            y = table.row(page, MARGIN, y, row);
        }
    }

    /// Writes the feet, when all pages are there.
    void finish() {
        List<PdfPage> pages = file.pages();
        for (int i = 0; i < pages.size(); i++) {
            float top = footTop() + 8;
            pages.get(i).rule(MARGIN, top - 6, ROOM);
            String number = pages.size() == 1 ? "" : "%d of %d".formatted(i + 1, pages.size());
            float room = ROOM - (number.isEmpty() ? 0 : file.width(number, SMALL) + 16);
            for (String line : foot) {
                String shown = PdfText.shortened(line, room, text -> file.width(text, SMALL));
                pages.get(i).text(shown, MARGIN, top, SMALL);
                top += SMALL.leading();
            }
            pages.get(i).textTo(number, PdfPage.WIDTH - MARGIN, top - SMALL.leading(), SMALL);
        }
    }
}
