package aidg.app.export;

import static org.assertj.core.api.Assertions.assertThat;

import aidg.engine.audit.AuditKind;
import aidg.engine.domain.Category;
import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Discount;
import aidg.engine.domain.Money;
import aidg.engine.domain.MoneyRange;
import aidg.engine.domain.OverrideReason;
import aidg.engine.review.Interruption;
import aidg.engine.review.ReviewSession;
import aidg.engine.review.SentOut;
import aidg.engine.review.SessionAccount;
import aidg.engine.review.SessionReport;
import aidg.engine.review.SessionReport.Line;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/// The session report as a file: every line once, long words whole, its own fonts, the same bytes.
class SessionPdfTest {

    private static final Instant BEGUN = Instant.parse("2026-11-19T19:45:00Z");
    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
    private static final DealTerms TERMS = new DealTerms(new Discount(0.28), Money.of(42.5), 14, new Category("spa"));
    private static final String COMMENT = "The owner never goes below twenty-eight percent in December, said so in"
            + " October and again last week, and asks to be called before anything is published this year";

    private static Line line(int number, AuditKind kind, String words) {
        boolean overridden = kind == AuditKind.OVERRIDDEN;
        return new Line(
                number,
                number,
                BEGUN.plusSeconds(40L * number),
                kind,
                "P-%04d".formatted(number),
                kind == AuditKind.NOTE_WRITTEN ? Double.NaN : 0.71,
                overridden ? OverrideReason.DISCOUNT_TOO_DEEP : null,
                overridden ? TERMS : null,
                words,
                number != 2);
    }

    private static SessionExport export(List<Line> lines, Optional<SentOut> out) {
        ReviewSession session =
                new ReviewSession(7, "Ana", BEGUN, BEGUN.plusSeconds(2820), Duration.ofMinutes(47), false);
        return new SessionExport(
                new SessionAccount(
                        new SessionReport(session, lines, Duration.ofSeconds(41)),
                        List.of(new Interruption(BEGUN.plusSeconds(600), BEGUN.plusSeconds(900))),
                        Map.of("P-0001", "Osteria Fontana", "P-0002", "Café <Lumière>"),
                        Set.of(),
                        34,
                        2),
                out,
                CHICAGO,
                BEGUN.plusSeconds(3000));
    }

    private static final Optional<SentOut> OUT =
            Optional.of(new SentOut(12, 11, Money.of(38_420), new MoneyRange(Money.of(-300), Money.of(52_900))));

    private static List<Line> some() {
        return List.of(
                line(1, AuditKind.APPROVED, ""),
                line(2, AuditKind.APPROVED, ""),
                line(3, AuditKind.OVERRIDDEN, COMMENT),
                line(4, AuditKind.NOTE_WRITTEN, "=HYPERLINK(1) & $1 %s"),
                line(5, AuditKind.DATA_REPLACED, ""));
    }

    private static String text(byte[] pdf, int from, int to) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            stripper.setStartPage(from);
            stripper.setEndPage(to);
            return stripper.getText(document);
        }
    }

    @Test
    void headSummaryAndLinesCanBeRead() throws IOException {
        byte[] pdf = export(some(), OUT).pdf();

        assertThat(text(pdf, 1, 99).replaceAll("\\s+", " "))
                .contains("Review session 7 of Ana")
                .contains("Begun 19 Nov 2026 13:45, ended 19 Nov 2026 14:32")
                .contains("Interrupted: last sign of life 19 Nov 2026 13:55, resumed 19 Nov 2026 14:00.")
                .contains("47 min", "41 s", "34", "left in the queue")
                .contains("discount too deep 1")
                .contains("1 of 2 (50%; 90% interval")
                .contains("12 deals, of which 11 are still in the data: $38,420 expected GP30, \u2212$300 to $52,900")
                .contains("34 proposals await review, 2 snoozed")
                .contains("Osteria Fontana,", "P-0001", "Café <Lumière>,", "P-0002", "taken back")
                .contains("=HYPERLINK(1) & $1 %s", "Data imported")
                .doesNotContain("P-0005")
                .contains("lines 1 to 5 of the audit log", "times in America/Chicago");
    }

    @Test
    void aLongCommentIsWrappedAndNothingOfItIsLost() throws IOException {
        byte[] pdf = export(some(), OUT).pdf();
        String text = text(pdf, 1, 1);

        for (String word : COMMENT.split("[ ,]+")) {
            assertThat(text).contains(word);
        }
        assertThat(text).as("the longest line there is").doesNotContain(COMMENT.substring(0, 60));
    }

    @Test
    void threeHundredLinesMakeSeveralPagesWithTheirHeads() throws IOException {
        List<Line> lines = new ArrayList<>();
        for (int i = 1; i <= 300; i++) {
            lines.add(line(i, i % 5 == 0 ? AuditKind.OVERRIDDEN : AuditKind.APPROVED, i % 25 == 0 ? COMMENT : ""));
        }
        byte[] pdf = export(lines, OUT).pdf();

        int pages;
        try (PDDocument document = Loader.loadPDF(pdf)) {
            pages = document.getNumberOfPages();
        }
        assertThat(pages).isBetween(8, 16);
        for (int page = 2; page <= pages; page++) {
            assertThat(text(pdf, page, page))
                    .contains("Review session 7 of Ana", "Merchant, deal", "Stands", "%d of %d".formatted(page, pages));
        }
        String all = text(pdf, 1, pages);
        for (int i = 1; i <= 300; i++) {
            assertThat(Pattern.compile(Pattern.quote("P-%04d".formatted(i)))
                            .matcher(all)
                            .results()
                            .count())
                    .as("line %d", i)
                    .isEqualTo(1);
        }
    }

    @Test
    void aSessionInWhichNothingWasDoneSaysSo() throws IOException {
        String text = text(export(List.of(), Optional.empty()).pdf(), 1, 1);

        assertThat(text).contains("Nothing was done in it", "nothing decided", "not forecast", "nothing overridden");
    }

    @Test
    void theFileCarriesItsFontsAndIsTheSameEveryTime() throws IOException {
        byte[] pdf = export(some(), OUT).pdf();

        assertThat(export(some(), OUT).pdf()).isEqualTo(pdf);
        assertThat(export(some(), Optional.empty()).pdf()).isNotEqualTo(pdf);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Review session 7 of Ana");
            for (PDPage page : document.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(name).isEmbedded()).isTrue();
                    assertThat(page.getResources().getFont(name).getName()).contains("InterWorkbench");
                }
            }
        }
    }

    @Test
    void everyPageHasInkWithinItsMargins() throws IOException {
        List<Line> lines = new ArrayList<>();
        for (int i = 1; i <= 60; i++) {
            lines.add(line(i, i % 4 == 0 ? AuditKind.OVERRIDDEN : AuditKind.APPROVED, i % 8 == 0 ? COMMENT : ""));
        }
        try (PDDocument document = Loader.loadPDF(export(lines, OUT).pdf())) {
            PDFRenderer renderer = new PDFRenderer(document);
            for (int page = 0; page < document.getNumberOfPages(); page++) {
                BufferedImage picture = renderer.renderImageWithDPI(page, 96);
                assertThat(inked(picture, 0, picture.getWidth())).isTrue();
                assertThat(inked(picture, 0, (int) PdfFlow.MARGIN - 2)).isFalse();
                assertThat(inked(picture, picture.getWidth() - (int) PdfFlow.MARGIN + 4, picture.getWidth()))
                        .isFalse();
            }
        }
    }

    private static boolean inked(BufferedImage picture, int from, int to) {
        int white = picture.getRGB(0, 0);
        for (int x = from; x < to; x++) {
            for (int y = 0; y < picture.getHeight(); y++) {
                if (picture.getRGB(x, y) != white) {
                    return true;
                }
            }
        }
        return false;
    }
}
