package aidg.app.export;

import static org.assertj.core.api.Assertions.assertThat;

import aidg.engine.ScoredDeal;
import aidg.engine.bandit.GuardVerdict;
import aidg.engine.domain.Category;
import aidg.engine.domain.City;
import aidg.engine.domain.Deal;
import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Discount;
import aidg.engine.domain.Interval;
import aidg.engine.domain.Merchant;
import aidg.engine.domain.Money;
import aidg.engine.domain.MoneyRange;
import aidg.engine.domain.OverrideReason;
import aidg.engine.domain.Position;
import aidg.engine.domain.Proposal;
import aidg.engine.explain.Honesty;
import aidg.engine.review.CallSheet;
import aidg.engine.review.CallSheet.Bearing;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/// The call sheet as a file: one page, its own fonts, the same bytes.
class CallSheetPdfTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final Instant NOW = Instant.parse("2026-11-20T09:30:00Z");

    private static DealTerms terms(double discount) {
        return new DealTerms(new Discount(discount), Money.of(42), 14, new Category("restaurant"));
    }

    private static ScoredDeal scored(String title, double discount) {
        return new ScoredDeal(
                new Proposal("D1", "m", title, terms(discount), DAY, DAY.plusDays(3), Money.of(1000)),
                0.64,
                new Interval(0.31, 0.89),
                0.8,
                0.8,
                Money.of(1400),
                new MoneyRange(Money.of(-200), Money.of(2100)),
                0.1,
                0.57,
                "Restaurant deals in Chicago",
                new GuardVerdict(true, "Valid", List.of()),
                "0123456789abcdef",
                "CPU",
                null);
    }

    /// @param name of the merchant and the deal
    /// @param text of every sentence
    private static CallSheet sheet(String name, String text) {
        City city = new City("chi", "Chicago", new Position(41.9, -87.6), 0, 50);
        Merchant merchant = new Merchant(
                "m", name, new Category("restaurant"), "chi", name, new Position(41.9, -87.6), DAY, Money.of(1000));
        Deal deal =
                new Deal("d", "m", name, terms(0.3), DAY.minusDays(90), DAY.minusDays(90), true, null, Money.of(900));
        CallSheet.Comparable comparable =
                new CallSheet.Comparable(merchant, city, deal, Money.of(1200), 20, 12, List.of(text, text, text));
        CallSheet.Objection objection = new CallSheet.Objection(
                OverrideReason.DISCOUNT_TOO_DEEP, "The discount is too deep", text, text, terms(0.2));
        return new CallSheet(
                scored(name, 0.3),
                merchant,
                city,
                text,
                text,
                new CallSheet.Reasons(
                        Honesty.Badge.AMBER,
                        List.of(
                                new CallSheet.Reason(text, Bearing.FOR, 0.07, Money.of(390)),
                                new CallSheet.Reason(text, Bearing.AGAINST, -0.05, Money.of(-20)),
                                new CallSheet.Reason(text, Bearing.FACT, null, null)),
                        text),
                new CallSheet.Comparables(Collections.nCopies(3, comparable), text),
                new CallSheet.Objections(List.of(objection, objection), text, text),
                new CallSheet.Fallback.NearestMiss(scored(name, 0.2), text, text, text),
                NOW,
                DAY,
                "feedfeedfeedfeedfeed",
                0.5);
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    void everythingStandsOnOnePageAndCanBeRead() throws IOException {
        byte[] pdf = CallSheetPdf.bytes(sheet("Osteria Fontana", "4 of its 6 deals earned $1,200."));

        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Call sheet D1, Osteria Fontana");
        }
        assertThat(text(pdf))
                .contains("Osteria Fontana", "Call sheet \u00b7 D1", "64%", "$1,400", "\u2212$200")
                .contains("Three reasons", "+7 points", "\u2212$20", "against it", "on record")
                .contains("Two objections to expect", "\u201cThe discount is too deep.\u201d")
                .contains("none is acceptable, this comes nearest", "4 of its 6 deals earned $1,200.")
                .contains("Made 20 Nov 2026 09:30 UTC", "model 0123456789abcdef", "feedfeedfeedfeed");
    }

    @Test
    void theLongestTextsAreCutAndNeverCarriedOver() throws IOException {
        String endless = "Supercalifragilistic words without end ".repeat(80);

        byte[] pdf = CallSheetPdf.bytes(sheet("Skillet & Magnolia ".repeat(30), endless));

        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
        }
        assertThat(text(pdf)).contains("\u2026", "Three reasons", "this comes nearest", "model 0123456789abcdef");
        assertThat(lowest(pdf)).as("the last line of the foot, px from the top").isLessThan(PdfPage.HEIGHT - 40);
    }

    /// How far down any text stands, px.
    private static float lowest(byte[] pdf) throws IOException {
        float[] lowest = new float[1];
        try (PDDocument document = Loader.loadPDF(pdf)) {
            new PDFTextStripper() {
                @Override
                protected void processTextPosition(org.apache.pdfbox.text.TextPosition text) {
                    lowest[0] = Math.max(lowest[0], text.getYDirAdj() / 0.75f);
                }
            }.getText(document);
        }
        return lowest[0];
    }

    @Test
    void namesFromOutsideArePrintedAsTheyAre() throws IOException {
        byte[] pdf = CallSheetPdf.bytes(sheet("<b>Caf\u00e9</b> (A\\B) \u5bff\u53f8\n\u0007", "$1 & %s"));

        assertThat(text(pdf)).contains("<b>Caf\u00e9</b> (A\\B) ??", "$1 & %s");
    }

    @Test
    void onlyInterIsUsedAndTheFileCarriesWhatItUses() throws IOException {
        try (PDDocument document = Loader.loadPDF(CallSheetPdf.bytes(sheet("Osteria", "Plain.")))) {
            PDResources resources = document.getPage(0).getResources();
            int fonts = 0;
            for (COSName name : resources.getFontNames()) {
                PDFont font = resources.getFont(name);
                assertThat(font.isEmbedded()).isTrue();
                assertThat(font.getName()).matches("[A-Z]{6}\\+InterWorkbench.*");
                fonts++;
            }
            assertThat(fonts).isEqualTo(PdfFace.values().length);
        }
    }

    @Test
    void theSameSheetGivesTheSameBytes() throws IOException {
        assertThat(CallSheetPdf.bytes(sheet("Osteria", "Plain.")))
                .isEqualTo(CallSheetPdf.bytes(sheet("Osteria", "Plain.")))
                .isNotEqualTo(CallSheetPdf.bytes(sheet("Osteria", "Other.")));
    }

    @Test
    void figuresStandUnderEachOther() throws IOException {
        try (PdfFile file = new PdfFile("widths", NOW)) {
            assertThat(file.width("1111", PdfStyle.PLAIN)).isEqualTo(file.width("0000", PdfStyle.PLAIN));
        }
    }
}
