package aidg.engine.marketplace.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aidg.engine.domain.Money;
import aidg.engine.domain.Progress;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarketplaceFilesTest {

    private static final Generated SMALL = new MarketplaceGenerator().generate(20, 20, 7, Progress.SILENT);
    private static final Generated OTHER = new MarketplaceGenerator().generate(20, 20, 8, Progress.SILENT);

    @TempDir
    Path home;

    @Test
    void equalMarketplacesGiveEqualBytes() throws IOException {
        Generated again = new MarketplaceGenerator().generate(20, 20, 7, Progress.SILENT);
        MarketplaceFiles.write(SMALL, home.resolve("one"), Progress.SILENT);
        MarketplaceFiles.write(again, home.resolve("two"), Progress.SILENT);
        MarketplaceFiles.write(OTHER, home.resolve("three"), Progress.SILENT);
        for (String file : MarketplaceTables.FILES) {
            assertThat(home.resolve("two").resolve(file))
                    .hasSameBinaryContentAs(home.resolve("one").resolve(file));
        }
        assertThat(Files.readAllBytes(home.resolve("three/deals.csv.gz")))
                .isNotEqualTo(Files.readAllBytes(home.resolve("one/deals.csv.gz")));
    }

    @Test
    void everyRowIsWrittenUnderItsHeader() throws IOException {
        MarketplaceFiles.write(SMALL, home.resolve("data"), Progress.SILENT);
        List<String> deals = lines("deals.csv.gz");
        assertThat(deals).hasSize(401);
        assertThat(deals.getFirst())
                .isEqualTo("deal_id,merchant_id,title,category,discount,price,duration_days,proposed_on,starts_on,"
                        + "approved,views,redemptions,gp30,baseline_gp30");
        assertThat(lines("notes.csv.gz")).hasSize(SMALL.marketplace().notes().size() + 1);
        assertThat(lines("truth/truth.csv.gz"))
                .hasSize(SMALL.truth().size() + 1)
                .element(1)
                .asString()
                .matches("D000001,[01]\\.\\d{6}");
    }

    @Test
    void cellsWithCommasAndQuotesAreQuoted() throws IOException {
        Path file = home.resolve("cells.csv.gz");
        try (GzipCsv csv = new GzipCsv(file, "a", "b", "c")) {
            csv.row("one, two", "she said \"no\"", null);
            csv.row(new Money(-1205), new Money(-5), 0.35);
        }
        assertThat(unzipped(file)).isEqualTo("a,b,c\n\"one, two\",\"she said \"\"no\"\"\",\n-12.05,-0.05,0.35\n");
    }

    @Test
    void anOlderMarketplaceIsReplacedAndItsReadmeKept() throws IOException {
        Path data = home.resolve("data");
        MarketplaceFiles.write(OTHER, data, Progress.SILENT);
        Files.writeString(data.resolve("README.md"), "about");
        assertThat(MarketplaceFiles.write(SMALL, data, Progress.SILENT))
                .isInstanceOf(MarketplaceFiles.Written.Complete.class);
        MarketplaceFiles.write(SMALL, home.resolve("fresh"), Progress.SILENT);
        assertThat(data.resolve("deals.csv.gz")).hasSameBinaryContentAs(home.resolve("fresh/deals.csv.gz"));
        assertThat(data.resolve("README.md")).hasContent("about");
    }

    @Test
    void aFolderWithOtherThingsIsRefusedAndLeftAlone() throws IOException {
        Path photos = Files.createDirectories(home.resolve("photos"));
        Files.writeString(photos.resolve("cat.txt"), "meow");
        assertThat(MarketplaceFiles.write(SMALL, photos, Progress.SILENT))
                .isInstanceOfSatisfying(
                        MarketplaceFiles.Written.Refused.class,
                        refused -> assertThat(refused.reason()).contains("not empty"));
        assertThat(entries(photos)).containsExactly("cat.txt");
        assertThat(entries(home)).containsExactly("photos");
    }

    @Test
    void aFileInTheWayIsRefused() throws IOException {
        Path file = Files.writeString(home.resolve("data"), "here");
        assertThat(MarketplaceFiles.write(SMALL, file, Progress.SILENT))
                .isInstanceOf(MarketplaceFiles.Written.Refused.class);
    }

    @Test
    void stoppingHalfwayLeavesTheOlderMarketplace() throws IOException {
        Path data = home.resolve("data");
        MarketplaceFiles.write(SMALL, data, Progress.SILENT);
        byte[] before = Files.readAllBytes(data.resolve("deals.csv.gz"));
        assertThatThrownBy(() -> MarketplaceFiles.write(OTHER, data, (step, done, total) -> {
                    throw new CancellationException();
                }))
                .isInstanceOf(CancellationException.class);
        assertThat(Files.readAllBytes(data.resolve("deals.csv.gz"))).isEqualTo(before);
        assertThat(entries(home)).containsExactly("data");
    }

    private List<String> lines(String file) throws IOException {
        return unzipped(home.resolve("data").resolve(file)).lines().toList();
    }

    private static String unzipped(Path file) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<String> entries(Path folder) throws IOException {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}
