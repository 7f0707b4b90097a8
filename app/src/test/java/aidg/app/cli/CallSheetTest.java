package aidg.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// Call sheets on the command line.
final class CallSheetTest extends OnSmallMarketplace {

    @Test
    void theFileAndTheObjectSayTheSameAndTheSameCallGivesTheSameBytes() throws IOException {
        Path file = folder.resolve("sheet.pdf");
        JsonNode json = market.run("callsheet", "--json", "--deal", deal, "--out", file.toString())
                .done();

        assertThat(json.propertyNames())
                .contains("dealId", "merchantId", "score", "expectedGp30", "reasons", "comparables", "objections")
                .contains("lookedAt", "fallback", "madeAt", "dataDate", "modelHash", "file");
        assertThat(json.get("file").asString()).isEqualTo(file.toString());
        assertThat(json.get("madeAt").asString()).isEqualTo(Shell.NOW.toString());
        assertThat(json.get("reasons").size()).isBetween(1, 3);
        JsonNode scored = market.run("score", "--json", "--deal", deal).done();
        assertThat(json.get("score").asDouble()).isEqualTo(scored.get("score").asDouble());
        byte[] first = Files.readAllBytes(file);
        try (PDDocument document = Loader.loadPDF(first)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
        }
        Shell.Ran again = market.run("callsheet", "--deal", deal, "--out", file.toString());
        assertThat(again.out()).contains("Chance that it works", "The call sheet is in " + file);
        assertThat(Files.readAllBytes(file)).as("replaced").isEqualTo(first);
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(Path::toString)).noneMatch(name -> name.endsWith(".part"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "callsheet",
                "callsheet --deal D9 --out FOLDER/x.pdf",
                "callsheet --deal DEAL --out FOLDER",
                "callsheet --deal DEAL --out FOLDER/x.txt",
                "callsheet --deal DEAL --out FOLDER/none/x.pdf",
                "callsheet --deal DEAL --out FOLDER/x.pdf --target 2"
            })
    void badInputIsNamedAndWritesNothing(String call) {
        Shell.Ran ran = market.run(
                call.replace("DEAL", deal).replace("FOLDER", folder.toString()).split(" "));

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).isNotBlank();
        assertThat(folder.resolve("x.pdf")).doesNotExist();
    }

    @Test
    void aFolderWithThatNameIsNotReplaced() throws IOException {
        Path taken = Files.createDirectory(folder.resolve("taken.pdf"));

        Shell.Ran ran = market.run("callsheet", "--deal", deal, "--out", taken.toString());

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("is a folder").contains("--out");
        assertThat(taken).isEmptyDirectory();
    }
}
