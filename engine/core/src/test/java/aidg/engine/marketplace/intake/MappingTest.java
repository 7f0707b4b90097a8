package aidg.engine.marketplace.intake;

import static org.assertj.core.api.Assertions.assertThat;

import aidg.engine.domain.Progress;
import aidg.engine.marketplace.ImportReport.TableCount;
import aidg.engine.marketplace.Reject;
import aidg.engine.marketplace.intake.MarketplaceImport.Options;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MappingTest {

    private static final String SOUND = """
            -- Shops and sales; a quote ' in a comment does no harm.
            CREATE VIEW cities AS SELECT 'c' AS city_id, 'City; one' AS name, 1.5 AS latitude, 2 AS longitude, 50 AS demand;
            CREATE VIEW merchants AS
            SELECT shop AS merchant_id, shop AS name, 'food' AS category, 'c' AS city_id,
                   DATE '2024-01-01' AS joined_on, 100 AS baseline_gp30
            FROM shops;
            CREATE VIEW deals AS
            SELECT 'd' || row_number() OVER () AS deal_id, shop AS merchant_id, 'A deal' AS title, 'food' AS category,
                   cut / 100 AS discount, price, 7 AS duration_days, day AS proposed_on, day AS starts_on,
                   true AS approved, NULL AS views, NULL AS redemptions, NULL AS gp30
            FROM sales ORDER BY day;
            """;

    @TempDir
    Path folder;

    private ImportResult map(String sql) throws IOException {
        Folders.write(folder.resolve("shops.csv"), "shop\nAnna\nBert\n");
        Folders.write(
                folder.resolve("sales.csv"),
                "shop,cut,price,day\nAnna,25,9.5,2024-02-01\nBert,150,9.5,2024-02-02\nCarl,10,3,2024-02-03\n");
        Path mapping = folder.resolve("mapping.sql");
        Folders.write(mapping, sql);
        return new MarketplaceImport().read(folder, new Options(mapping, false, null), Progress.SILENT);
    }

    @Test
    void viewsOverTheFilesPassTheSameRulesByRowNumber() throws IOException {
        ImportResult.Accepted result = (ImportResult.Accepted) map(SOUND);

        assertThat(result.report().tables())
                .containsEntry("merchants", new TableCount(2, 2, 0))
                .containsEntry("deals", new TableCount(3, 1, 2))
                .containsEntry("sales", new TableCount(3, 3, 0));
        assertThat(result.report().rejects())
                .extracting(Reject::file, Reject::line, Reject::column, Reject::reason)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "deals", 2L, "discount", "\"1.5\" is not between 0 and 1; write 0.015 for 1.5%"),
                        org.assertj.core.groups.Tuple.tuple(
                                "deals",
                                3L,
                                "merchant_id",
                                "\"Carl\" is not among the accepted merchants; add it there, or correct the id"));
        assertThat(result.marketplace().deals())
                .singleElement()
                .satisfies(
                        deal -> assertThat(deal.terms().discount().fraction()).isEqualTo(0.25));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "COPY (SELECT 1) TO 'FOLDER/out.csv'",
                "EXPORT DATABASE 'FOLDER/out'",
                "IMPORT DATABASE 'FOLDER'",
                "ATTACH 'FOLDER/out.db'",
                "INSTALL httpfs",
                "LOAD httpfs",
                "LOAD 'FOLDER/evil.duckdb_extension'",
                "CREATE VIEW notes AS SELECT * FROM read_csv('/etc/passwd')",
                "CREATE TABLE notes AS SELECT * FROM read_text('/etc/passwd')",
                "CREATE TABLE notes AS SELECT * FROM read_blob('/etc/passwd')",
                "CREATE TABLE notes AS SELECT * FROM '/etc/passwd'",
                "CREATE TABLE notes AS SELECT * FROM glob('/*')",
                "CREATE TABLE notes AS SELECT * FROM sniff_csv('/etc/passwd')",
                "CREATE TABLE notes AS SELECT * FROM read_parquet('FOLDER/x.parquet')",
                "CREATE TABLE notes AS SELECT * FROM read_json('FOLDER/x.json')",
                "CREATE TABLE notes AS SELECT * FROM read_csv('FOLDER/shops.csv')",
                "CREATE TABLE notes AS SELECT * FROM read_csv('http://127.0.0.1:9/x.csv')",
                "CREATE TABLE notes AS SELECT * FROM 'https://127.0.0.1:9/x.parquet'",
                "CREATE TABLE notes AS SELECT getenv('HOME') AS text",
                "CREATE SECRET s (TYPE s3)",
                "SET enable_external_access = true",
                "SET lock_configuration = false",
                "RESET lock_configuration",
                "SET memory_limit = '1TB'",
                "SET temp_directory = 'FOLDER'",
                "SET autoload_known_extensions = true",
                "PRAGMA profiling_output = 'FOLDER/out.json'"
            })
    void noStatementGetsOutOfTheDatabase(String statement) throws IOException {
        ImportResult result = map(SOUND + "\n" + statement.replace("FOLDER", folder.toString()) + ";\n");

        assertThat(result).isInstanceOfSatisfying(ImportResult.Unusable.class, unusable -> {
            assertThat(unusable.reason()).startsWith("The mapping fails: ");
            assertThat(unusable.where()).isEqualTo("mapping.sql, line 13");
            assertThat(unusable.fix()).endsWith("as sales, shops".substring(3));
        });
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("mapping.sql", "sales.csv", "shops.csv");
        }
    }

    @Test
    void aMappingThatWantsTooMuchMemoryIsStopped() throws IOException {
        assertThat(map("CREATE TABLE cities AS SELECT a.range AS x, hash(a.range) AS y FROM range(1000000000) AS a"))
                .isInstanceOfSatisfying(
                        ImportResult.Unusable.class,
                        unusable -> assertThat(unusable.reason()).contains("could not allocate"));
    }

    @Test
    void aFaultInTheSqlIsNamedByItsLine() throws IOException {
        assertThat(map(SOUND + "CREATE VIEW notes AS\nSELECT *\nFROM nowhere;"))
                .isEqualTo(new ImportResult.Unusable(
                        "The mapping fails: Table with name nowhere does not exist!",
                        "mapping.sql, line 14",
                        "Mend the statement; a mapping reads only the files of the folder, as sales, shops",
                        java.util.List.of()));
    }

    @Test
    void aMissingViewIsNamedWithItsColumns() throws IOException {
        assertThat(map(SOUND.replace("VIEW deals", "VIEW offers")))
                .isInstanceOfSatisfying(
                        ImportResult.Unusable.class,
                        unusable -> assertThat(unusable.reason()).isEqualTo("The mapping makes no view called deals"));
    }

    @Test
    void aFileCalledLikeATableIsReachedThroughItsSchema() throws IOException {
        Folders.write(folder.resolve("cities.csv"), "town\nA\n");

        ImportResult result = map(SOUND.replace(
                "'City; one' AS name, 1.5 AS latitude, 2 AS longitude, 50 AS demand",
                "town AS name, 1.5 AS latitude, 2 AS longitude, 50 AS demand FROM source.cities"));

        assertThat(((ImportResult.Accepted) result).marketplace().cities())
                .singleElement()
                .satisfies(city -> assertThat(city.name()).isEqualTo("A"));
    }

    @Test
    void rowsThatTheDatabaseCannotLoadAreReportedUnderTheirFile() throws IOException {
        Folders.write(folder.resolve("extra.csv"), "a,b\n" + "1,2\n".repeat(30_000) + "x,3\n");

        ImportResult.Accepted result = (ImportResult.Accepted) map(SOUND + "CREATE VIEW more AS SELECT * FROM extra;");

        assertThat(result.report().tables()).containsEntry("extra", new TableCount(30_001, 30_000, 1));
        assertThat(result.report().rejects())
                .filteredOn(reject -> reject.table().equals("extra"))
                .containsExactly(new Reject(
                        "extra",
                        "extra.csv",
                        30_002,
                        "a",
                        "Error when converting column \"a\". Could not convert string \"x\" to 'BIGINT'; "
                                + "write a value like those above it",
                        "x,3"));
    }

    @Test
    void aMappingThatIsNotThereIsNoUse() {
        Path mapping = folder.resolve("none.sql");

        assertThat(new MarketplaceImport().read(folder, new Options(mapping, false, null), Progress.SILENT))
                .isEqualTo(new ImportResult.Unusable(
                        "The mapping cannot be read",
                        mapping.toString(),
                        "Name a file of SQL that exists and may be read",
                        java.util.List.of()));
    }
}
