package aidg.engine.marketplace.intake;

import static org.assertj.core.api.Assertions.assertThat;

import aidg.engine.domain.Progress;
import aidg.engine.marketplace.intake.MarketplaceImport.Options;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormatTest {

    @TempDir
    Path csv;

    @TempDir
    Path other;

    @ParameterizedTest
    @ValueSource(strings = {"csv.gz", "csv.zst", "tsv", "parquet", "json", "jsonl", "ndjson", "jsonl.gz"})
    void sameRowsInAnyFormatGiveTheSameHashAndCounts(String ending) throws Exception {
        Folders.sound(csv);
        Map<String, String> tables = Map.of(
                "cities", Folders.CITIES,
                "merchants", Folders.MERCHANTS,
                "deals", Folders.DEALS,
                "overrides", Folders.OVERRIDES,
                "notes", Folders.NOTES,
                "proposals", Folders.PROPOSALS);
        for (Map.Entry<String, String> table : tables.entrySet()) {
            String name = table.getKey() + "." + ending;
            Files.write(other.resolve(name), Formats.deals(name, table.getValue()));
        }

        ImportResult.Accepted expected = read(csv);
        ImportResult.Accepted actual = read(other);

        assertThat(actual.report().rejects()).isEmpty();
        assertThat(actual.report().tables()).isEqualTo(expected.report().tables());
        assertThat(actual.marketplace().dataHash())
                .isEqualTo(expected.marketplace().dataHash());
    }

    @Test
    void orderOfRowsDoesNotChangeTheHashAndAnyValueDoes() throws Exception {
        Folders.sound(csv);
        Folders.sound(other);
        String[] rows = Folders.CITIES.split("\n", -1);
        Folders.write(other.resolve("cities.csv"), String.join("\n", rows[0], rows[2], rows[1]) + "\n");
        assertThat(read(other).marketplace().dataHash())
                .isEqualTo(read(csv).marketplace().dataHash());

        Folders.write(other.resolve("deals.csv"), Folders.DEALS.replace("1500.25", "1500.26"));
        assertThat(read(other).marketplace().dataHash())
                .isNotEqualTo(read(csv).marketplace().dataHash());
    }

    private static ImportResult.Accepted read(Path folder) {
        return (ImportResult.Accepted) new MarketplaceImport().read(folder, Options.PLAIN, Progress.SILENT);
    }
}
