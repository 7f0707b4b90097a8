package aidg.app.export;

import aidg.engine.audit.AuditKind;
import aidg.engine.review.ReviewSession;
import aidg.engine.review.SessionReport;
import java.io.IOException;
import java.util.List;

/// The report of a review session on A4 pages: what it adds up to, then every line.
final class SessionPdf {

    private static final float LEFT = PdfFlow.MARGIN;
    private static final float ROOM = PdfFlow.ROOM;
    private static final float BETWEEN = 14;
    private static final int FIGURES = 5;

    /// What a cell can be high; less than a page.
    private static final int MOST_LINES = 30;

    private static final PdfStyle SMALL = PdfStyle.SMALL;

    private static final PdfTable SUMMARY = new PdfTable(
            List.of(new PdfTable.Column("", 250, false), new PdfTable.Column("", ROOM - 250, false)),
            MOST_LINES,
            SMALL);

    private static final PdfTable LINES = new PdfTable(
            List.of(
                    new PdfTable.Column("Line", 50, true),
                    new PdfTable.Column("Time", 56, false),
                    new PdfTable.Column("What", 104, false),
                    new PdfTable.Column("Merchant, deal", 140, false),
                    new PdfTable.Column("Score", 54, true),
                    new PdfTable.Column("Why, and in their words", ROOM - 488, false),
                    new PdfTable.Column("Stands", 84, false)),
            MOST_LINES,
            SMALL);

    private final SessionExport export;
    private final SessionReport report;
    private final SessionPdfWords words;
    private final PdfFlow flow;

    private SessionPdf(SessionExport export, PdfFile file) {
        this.export = export;
        report = export.account().report();
        words = new SessionPdfWords(export);
        flow = new PdfFlow(file, title(report.session()), words.foot());
    }

    /// The whole file; the same report at the same moment gives the same bytes.
    static byte[] bytes(SessionExport export) throws IOException {
        try (PdfFile file = new PdfFile(title(export.account().report().session()), export.madeAt())) {
            SessionPdf pdf = new SessionPdf(export, file);
            pdf.head();
            pdf.figures();
            pdf.summary();
            pdf.lines();
            pdf.flow.finish();
            return file.bytes();
        }
    }

    private static String title(ReviewSession session) {
        return "Review session %d of %s".formatted(session.number(), session.reader());
    }

    private void head() {
        flow.text(title(report.session()), 2, PdfStyle.LARGE);
        flow.space(2);
        flow.text(words.when(), 2, PdfStyle.PLAIN.muted());
        for (String told : words.interruptions()) {
            flow.text(told, 2, SMALL.in(PdfInk.CAREFUL));
        }
        flow.space(BETWEEN);
    }

    /// The key figures in a row.
    private void figures() {
        List<List<String>> all = List.of(
                List.of(words.worked(), "worked"),
                List.of(Integer.toString(report.count(AuditKind.APPROVED)), "approved"),
                List.of(Integer.toString(report.count(AuditKind.OVERRIDDEN)), "overridden"),
                List.of(words.median(), "per decision, median"),
                List.of(Integer.toString(export.account().left()), "left in the queue"));
        float height = 72;
        flow.need(height);
        flow.page().fill(LEFT, flow.y(), ROOM, height, PdfInk.SUBTLE);
        for (int i = 0; i < all.size(); i++) {
            float x = LEFT + 16 + i * (ROOM - 16) / FIGURES;
            flow.page().text(all.get(i).getFirst(), x, flow.y() + 10, PdfStyle.LARGE);
            flow.page().text(all.get(i).getLast(), x, flow.y() + 44, SMALL.muted());
        }
        flow.space(height + BETWEEN);
    }

    private void summary() {
        for (List<String> row : words.summary()) {
            float height = SUMMARY.height(flow.page().file(), row);
            flow.need(height);
            flow.to(SUMMARY.row(flow.page(), LEFT, flow.y(), row));
        }
        flow.space(BETWEEN);
    }

    private void lines() {
        flow.heading(words.linesTitle(), LINES.headHeight() + 2 * SMALL.leading());
        List<List<String>> rows = report.lines().stream().map(words::cells).toList();
        flow.table(LINES, rows);
    }
}
