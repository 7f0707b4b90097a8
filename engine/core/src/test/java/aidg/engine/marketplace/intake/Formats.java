package aidg.engine.marketplace.intake;

import com.github.luben.zstd.Zstd;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/// Writes CSV text in the other formats, through software that is not ours.
final class Formats {

    private Formats() {}

    /// @param name file name whose ending tells the format
    static byte[] deals(String name, String csv) throws IOException, SQLException {
        byte[] bytes = csv.getBytes(StandardCharsets.UTF_8);
        if (name.endsWith(".csv")) {
            return bytes;
        }
        if (name.endsWith(".gz")) {
            return Folders.gzip(name.contains("csv") ? bytes : converted("x.jsonl", bytes));
        }
        return name.endsWith(".zst") ? Zstd.compress(bytes) : converted(name, bytes);
    }

    private static byte[] converted(String name, byte[] csv) throws IOException, SQLException {
        Path folder = Files.createTempDirectory("formats");
        Path source = folder.resolve("source.csv");
        Path target = folder.resolve(name);
        Files.write(source, csv);
        String options = name.endsWith(".parquet")
                ? "FORMAT parquet"
                : name.endsWith(".tsv")
                        ? "FORMAT csv, HEADER, DELIMITER '\t'"
                        : name.endsWith(".json") ? "FORMAT json, ARRAY true" : "FORMAT json";
        try (Connection database = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = database.createStatement()) {
            statement.execute("COPY (SELECT * FROM read_csv('%s', header = true)) TO '%s' (%s)"
                    .formatted(source, target, options));
        }
        byte[] bytes = Files.readAllBytes(target);
        Files.delete(source);
        Files.delete(target);
        Files.delete(folder);
        return bytes;
    }
}
