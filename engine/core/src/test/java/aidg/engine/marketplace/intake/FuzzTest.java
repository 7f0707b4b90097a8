package aidg.engine.marketplace.intake;

import static org.assertj.core.api.Assertions.assertThat;

import aidg.engine.domain.Progress;
import aidg.engine.marketplace.ImportReport;
import aidg.engine.marketplace.intake.MarketplaceImport.Options;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FuzzTest {

    private static final String[] POISON = {
        "",
        "\"",
        "\"\"",
        "NaN",
        "-1",
        "1e999",
        "35%",
        "1",
        "\u0000",
        "\n",
        "\r\n",
        ",",
        "'",
        "=1+1",
        "\uFEFF",
        "２",
        "0x1",
        "9".repeat(400),
        "\uD83D\uDE00",
        "2024-13-01",
        "true",
        "null",
        "m1",
        "d1",
        "\t",
        "{}",
        "[",
        "\\"
    };

    @TempDir
    Path folder;

    /// Every mutation keeps the number of line ends outside quotes, so rows in can be counted without a parser.
    @Test
    void tenThousandMutatedRowsAreEachTakenOrRefused() throws IOException {
        Folders.sound(folder);
        SplittableRandom random = new SplittableRandom(20_260_331);
        String[] header = Folders.DEALS.lines().findFirst().orElseThrow().split(",", -1);
        StringBuilder csv = new StringBuilder(String.join(",", header)).append('\n');
        for (int i = 0; i < 10_000; i++) {
            String[] cells = {
                "x" + i,
                "m1",
                "Dinner",
                "Restaurant",
                "0.25",
                "30",
                "14",
                "2024-03-01",
                "2024-03-04",
                "true",
                "9",
                "8",
                "7",
                ""
            };
            for (int n = random.nextInt(3); n > 0; n--) {
                cells[random.nextInt(cells.length)] = POISON[random.nextInt(POISON.length)];
            }
            csv.append(java.util.Arrays.stream(cells)
                    .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                    .collect(Collectors.joining(",", "", "\n")));
        }
        Folders.write(folder.resolve("deals.csv"), csv.toString());

        ImportReport report = report(read());

        ImportReport.TableCount deals =
                java.util.Objects.requireNonNull(report.tables().get("deals"));
        assertThat(deals.read()).isEqualTo(10_000);
        assertThat(deals.accepted()).isBetween(3_000L, 9_000L);
        assertRejectsAreCounted(report);
    }

    @ParameterizedTest
    @ValueSource(strings = {"deals.csv", "deals.csv.gz", "deals.csv.zst", "deals.json", "deals.jsonl", "deals.parquet"})
    void damagedFilesNeverThrow(String name) throws Exception {
        Folders.sound(folder);
        Files.delete(folder.resolve("deals.csv"));
        byte[] sound = Formats.deals(name, manyDeals());
        Random random = new Random(name.hashCode());
        for (int round = 0; round < 120; round++) {
            byte[] bytes = sound.clone();
            for (int flips = random.nextInt(4); flips > 0; flips--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            int length = random.nextBoolean() ? bytes.length : random.nextInt(bytes.length);
            Files.write(folder.resolve(name), java.util.Arrays.copyOf(bytes, length));

            switch (read()) {
                case ImportResult.Accepted accepted -> assertRejectsAreCounted(accepted.report());
                case ImportResult.RefusedStrict refused -> throw new AssertionError(refused);
                case ImportResult.Unusable unusable ->
                    assertThat(unusable.fix()).isNotEmpty();
            }
        }
    }

    @Test
    void theScannerTakesAnyBytesAndStops() throws IOException {
        Random random = new Random(7);
        byte[] alphabet = "ab,\"\"\n\r \u00e9".getBytes(StandardCharsets.UTF_8);
        for (int round = 0; round < 3_000; round++) {
            ByteArrayOutputStream text = new ByteArrayOutputStream();
            for (int i = random.nextInt(60); i > 0; i--) {
                text.write(alphabet[random.nextInt(alphabet.length)]);
            }
            CsvScanner scanner = new CsvScanner(new ByteArrayInputStream(text.toByteArray()), ',');
            long last = 0;
            while (scanner.next() != CsvScanner.Found.END) {
                assertThat(scanner.line()).isGreaterThan(last);
                last = scanner.line();
                scanner.raw();
                IntStream.range(0, scanner.fields()).forEach(scanner::field);
            }
        }
    }

    private static String manyDeals() {
        return IntStream.range(0, 300)
                .mapToObj(i -> "y%d,m%d,Deal %d,Restaurant,0.%02d,30,14,2024-03-01,2024-03-04,true,9,8,7,\n"
                        .formatted(i, 1 + i % 2, i, i % 100))
                .collect(
                        Collectors.joining("", Folders.DEALS.lines().findFirst().orElseThrow() + "\n", ""));
    }

    private ImportResult read() {
        return new MarketplaceImport().read(folder, Options.PLAIN, Progress.SILENT);
    }

    private static ImportReport report(ImportResult result) {
        return ((ImportResult.Accepted) result).report();
    }

    private static void assertRejectsAreCounted(ImportReport report) {
        report.tables()
                .forEach((table, count) -> assertThat(report.rejects().stream()
                                .filter(reject -> reject.table().equals(table))
                                .count())
                        .isEqualTo(count.rejected()));
    }
}
