package aidg.app.export;

import aidg.engine.ScoredDeal;
import aidg.engine.domain.Money;
import aidg.engine.explain.Honesty;
import aidg.engine.review.CallSheet;
import aidg.engine.review.CallSheet.Comparable;
import aidg.engine.review.CallSheet.Objection;
import aidg.engine.review.CallSheet.Reason;
import java.io.IOException;
import java.util.List;

/// A call sheet on one A4 page. Each part has a largest number of lines; where all of them do not fit the page,
/// parts get fewer, the least important first. Longer texts are cut, never carried over.
final class CallSheetPdf {

    private static final float LEFT = PdfFlow.MARGIN;
    private static final float ROOM = PdfFlow.ROOM;
    private static final float BETWEEN = 14;
    private static final float HALF = (ROOM - 32) / 2;
    private static final float FIGURES = 250;
    private static final float LINE_TO_WRITE_ON = 26;
    private static final PdfStyle SMALL = PdfStyle.SMALL;
    private static final PdfStyle PLAIN = PdfStyle.PLAIN;

    /// Ever fewer lines: the last ones fit, whatever is written.
    private static final List<Lines> ALLOWANCES = List.of(
            new Lines(2, 2, 3, 2, 2),
            new Lines(2, 2, 3, 2, 1),
            new Lines(2, 2, 3, 1, 1),
            new Lines(2, 1, 3, 1, 1),
            new Lines(2, 1, 3, 1, 0),
            new Lines(1, 1, 3, 1, 0),
            new Lines(1, 1, 2, 1, 0));

    private final CallSheet sheet;
    private final Lines most;
    private final CallSheetWords words;
    private final PdfFile file;
    private final PdfFlow flow;
    private final PdfPage page;

    /// Most lines of each.
    private record Lines(int reason, int evidence, int answer, int lookedAt, int note) {}

    private CallSheetPdf(CallSheet sheet, Lines most, PdfFile file) {
        this.sheet = sheet;
        this.most = most;
        this.file = file;
        words = new CallSheetWords(sheet);
        flow = new PdfFlow(file, sheet.merchant().name(), words.foot());
        page = flow.page();
    }

    /// The whole file; the same sheet gives the same bytes.
    static byte[] bytes(CallSheet sheet) throws IOException {
        String title = "Call sheet %s, %s"
                .formatted(sheet.scored().proposal().id(), sheet.merchant().name());
        for (Lines most : ALLOWANCES) {
            try (PdfFile file = new PdfFile(title, sheet.madeAt())) {
                if (new CallSheetPdf(sheet, most, file).fits()) {
                    return file.bytes();
                }
            }
        }
        throw new IllegalStateException("the call sheet does not fit a page");
    }

    /// Draws it, and says whether all of it is above the foot.
    private boolean fits() {
        head();
        figures();
        reasons();
        comparables();
        objections();
        fallback();
        boolean fits = flow.left() >= 0;
        linesToWriteOn();
        flow.finish();
        return fits;
    }

    private void line(String text, float x, float top, float room, PdfStyle style) {
        page.text(PdfText.shortened(text, room, part -> file.width(part, style)), x, top, style);
    }

    private void head() {
        String id = sheet.scored().proposal().id();
        page.textTo("Call sheet \u00b7 " + id, LEFT + ROOM, flow.y() + 8, SMALL.muted());
        line(sheet.merchant().name(), LEFT, flow.y(), ROOM - 160, PdfStyle.LARGE);
        flow.space(34);
        line(words.place(), LEFT, flow.y(), ROOM, PLAIN.muted());
        flow.space(26);
        page.rule(LEFT, flow.y(), ROOM);
        flow.space(8);
        line(sheet.scored().proposal().title(), LEFT, flow.y(), ROOM, PLAIN.bold());
        flow.space(24);
        float width = ROOM / words.terms().size();
        float x = LEFT;
        for (List<String> term : words.terms()) {
            page.text(term.getFirst(), x, flow.y(), SMALL.muted());
            line(term.getLast(), x, flow.y() + 16, width - 8, PLAIN);
            x += width;
        }
        flow.space(36 + BETWEEN);
    }

    private void figures() {
        ScoredDeal scored = sheet.scored();
        float top = flow.y();
        float right = LEFT + HALF + 32;
        figure(LEFT, top, "Chance that it works", CallSheetWords.percent(scored.score()));
        figure(right, top, "Expected gross profit in 30 days", CallSheetWords.dollars(scored.expectedGp30()));
        float bars = top + 52;
        new PdfBar(
                        0,
                        1,
                        scored.score(),
                        scored.interval().low(),
                        scored.interval().high(),
                        scored.baseRate())
                .draw(page, LEFT, bars, HALF);
        profitBar(scored).draw(page, right, bars, HALF);
        float under = bars + PdfBar.HEIGHT + 2;
        line(words.chanceRange(), LEFT, under, HALF, SMALL.muted());
        line(words.chanceTick(), LEFT, under + 16, HALF, SMALL.muted());
        line(words.profitRange(), right, under, HALF, SMALL.muted());
        line(words.profitTick(), right, under + 16, HALF, SMALL.muted());
        flow.to(under + 38);
        PdfInk ink = scored.guard().allowed() ? PdfInk.GOOD : PdfInk.BAD;
        page.fill(LEFT, flow.y() + 1, 3, 14, ink);
        line(sheet.safety(), LEFT + 10, flow.y(), ROOM - 10, SMALL.medium().in(ink));
        flow.space(16);
        line(sheet.lately(), LEFT + 10, flow.y() + 2, ROOM - 10, SMALL);
        flow.space(18 + BETWEEN);
    }

    private void figure(float x, float top, String name, String value) {
        page.text(name, x, top, SMALL.muted());
        page.text(value, x, top + 16, PdfStyle.LARGE);
    }

    /// From nothing, or the largest loss, to somewhat beyond the largest figure on it.
    private static PdfBar profitBar(ScoredDeal scored) {
        Money usual = scored.proposal().baselineGp30();
        double low = scored.gp30Range().low().amount();
        double high = scored.gp30Range().high().amount();
        double end = Math.max(1, 1.05 * Math.max(high, usual.amount()));
        return new PdfBar(
                Math.min(0, low),
                end,
                scored.expectedGp30().amount(),
                low,
                high,
                usual.isPositive() ? usual.amount() : null);
    }

    private void reasons() {
        CallSheet.Reasons reasons = sheet.reasons();
        flow.heading(words.reasonsTitle(), 0);
        boolean weighed = reasons.told().stream().anyMatch(one -> one.points() != null);
        if (weighed) {
            page.textTo("chance", LEFT + ROOM - 80, flow.y() - 20, SMALL.muted());
            page.textTo("gross profit", LEFT + ROOM, flow.y() - 20, SMALL.muted());
        }
        if (!reasons.notice().isEmpty()) {
            PdfInk ink = reasons.badge() == Honesty.Badge.RED ? PdfInk.BAD : PdfInk.CAREFUL;
            line(
                    reasons.notice(),
                    LEFT,
                    flow.y(),
                    ROOM,
                    SMALL.in(reasons.badge() == Honesty.Badge.GREEN ? PdfInk.MUTED : ink));
            flow.space(18);
        }
        float room = weighed ? ROOM - FIGURES : ROOM - 80;
        int number = 1;
        for (Reason reason : reasons.told()) {
            float top = flow.y();
            page.text(String.valueOf(number++), LEFT, top, SMALL.muted());
            float below = page.lines(reason.sentence(), LEFT + 18, top, room - 18, most.reason(), SMALL);
            page.textTo(
                    CallSheetWords.bearing(reason),
                    weighed ? LEFT + ROOM - 170 : LEFT + ROOM,
                    top,
                    reason.bearing() == CallSheet.Bearing.AGAINST ? SMALL.in(PdfInk.CAREFUL) : SMALL.muted());
            page.textTo(CallSheetWords.points(reason), LEFT + ROOM - 80, top, SMALL);
            page.textTo(CallSheetWords.profit(reason), LEFT + ROOM, top, SMALL);
            flow.to(below + 3);
        }
        flow.space(BETWEEN);
    }

    private void comparables() {
        List<Comparable> all = sheet.comparables().all();
        flow.heading("What comparable merchants offered, and what came of it", 0);
        if (all.isEmpty()) {
            line("No comparable merchant has a measured deal.", LEFT, flow.y(), ROOM, SMALL.muted());
            flow.space(18);
        } else {
            PdfTable table = new PdfTable(
                    List.of(
                            new PdfTable.Column("Merchant", 156, false),
                            new PdfTable.Column("Latest deal", 150, false),
                            new PdfTable.Column("earned", 66, true),
                            new PdfTable.Column("vs its usual", 88, true),
                            new PdfTable.Column("worked", 74, true),
                            new PdfTable.Column("How it differs", ROOM - 534, false)),
                    2,
                    SMALL);
            flow.table(table, all.stream().map(CallSheetWords::cells).toList());
        }
        if (!sheet.comparables().notice().isEmpty()) {
            line(sheet.comparables().notice(), LEFT, flow.y(), ROOM, SMALL.muted());
            flow.space(16);
        }
        flow.space(BETWEEN - 6);
    }

    private void objections() {
        flow.heading(words.objectionsTitle(), 0);
        for (Objection one : sheet.objections().all()) {
            line("\u201c%s.\u201d".formatted(one.claim()), LEFT, flow.y(), ROOM, SMALL.bold());
            flow.space(17);
            flow.to(page.lines(one.evidence(), LEFT, flow.y(), ROOM, most.evidence(), SMALL.muted()));
            flow.to(page.lines(one.answer(), LEFT, flow.y(), ROOM, most.answer(), SMALL));
            flow.space(6);
        }
        flow.to(page.lines(sheet.objections().lookedAt(), LEFT, flow.y(), ROOM, most.lookedAt(), SMALL.muted()));
        if (most.note() > 0 && !sheet.objections().note().isEmpty()) {
            flow.to(page.lines(sheet.objections().note(), LEFT, flow.y(), ROOM, most.note(), SMALL.muted()));
        }
        flow.space(BETWEEN);
    }

    private void fallback() {
        List<String> lines = words.fallback();
        float x = LEFT + 16;
        float room = ROOM - 32;
        boolean offered = lines.size() > 1;
        float body = offered
                ? 38 + file.height(lines.get(1), room, 2, SMALL) + file.height(lines.get(2), room, 2, SMALL)
                : file.height(lines.getFirst(), room, 2, SMALL);
        float height = 28 + body + 10;
        float top = flow.y();
        page.fill(LEFT, top, ROOM, height, PdfInk.SUBTLE);
        page.fill(LEFT, top, 3, height, PdfInk.ACCENT);
        page.text(words.fallbackTitle(), x, top + 8, SMALL.muted());
        float y = top + 28;
        if (offered) {
            line(lines.getFirst(), x, y, room, PLAIN.bold());
            line(words.fallbackTerms().orElse(""), x, y + 22, room, SMALL);
            y = page.lines(lines.get(1), x, y + 38, room, 2, SMALL);
            page.lines(lines.get(2), x, y, room, 2, SMALL.muted());
        } else {
            page.lines(lines.getFirst(), x, y, room, 2, SMALL);
        }
        flow.to(top + height);
    }

    /// What is left of the page is for the call itself.
    private void linesToWriteOn() {
        if (flow.left() < 2 * LINE_TO_WRITE_ON + BETWEEN) {
            return;
        }
        flow.space(BETWEEN);
        page.text("Notes from the call", LEFT, flow.y(), SMALL.muted());
        flow.space(12);
        while (flow.left() > LINE_TO_WRITE_ON + BETWEEN) {
            flow.space(LINE_TO_WRITE_ON);
            page.rule(LEFT, flow.y(), ROOM);
        }
    }
}
