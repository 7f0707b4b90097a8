package aidg.app.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/// Several pages, as a longer report has them.
class PdfFlowTest {

    @Test
    void aLongTableRunsOverPagesWithItsNamesHeaderAndNumbers() throws IOException {
        byte[] pdf;
        try (PdfFile file = new PdfFile("Report", Instant.parse("2026-11-20T09:30:00Z"))) {
            PdfFlow flow = new PdfFlow(file, "Report of a session", List.of("Foot"));
            flow.heading("Decisions", 100);
            PdfTable table = new PdfTable(
                    List.of(new PdfTable.Column("Deal", 200, false), new PdfTable.Column("Profit", 100, true)),
                    1,
                    PdfStyle.SMALL);
            flow.table(
                    table,
                    IntStream.range(0, 100)
                            .mapToObj(i -> List.of("deal " + i, "$" + i))
                            .toList());
            flow.finish();
            pdf = file.bytes();
        }
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(3);
            PDFTextStripper second = new PDFTextStripper();
            second.setStartPage(2);
            second.setEndPage(2);
            assertThat(second.getText(document)).contains("Report of a session", "Profit", "Foot", "2 of 3");
            assertThat(new PDFTextStripper().getText(document)).contains("deal 0", "deal 99", "$99");
        }
    }
}
