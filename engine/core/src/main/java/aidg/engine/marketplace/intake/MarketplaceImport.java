package aidg.engine.marketplace.intake;

import aidg.engine.domain.Progress;
import aidg.engine.marketplace.Reject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads a folder with one file per table, or any folder through a mapping, into a `Marketplace`. Nothing is written,
/// and sub-folders are not looked at.
public final class MarketplaceImport {

    /// What to read and how.
    ///
    /// @param mapping a file of SQL that makes views named as the tables; null if the files are the tables
    /// @param strict  whether a single bad row refuses the whole import
    /// @param asOf    last day that may be known, later rows are refused; null for the latest day in the data
    public record Options(
            @Nullable Path mapping,
            boolean strict,
            @Nullable LocalDate asOf) {

        public static final Options PLAIN = new Options(null, false, null);
    }

    private static final String TABLE_FILES =
            "put cities, merchants and deals into it as .csv, .tsv, .parquet, .json or .jsonl, or name a mapping";

    /// Reads and checks everything; rows in are always rows accepted plus rows rejected.
    ///
    /// @throws java.util.concurrent.CancellationException if `progress` throws it
    public ImportResult read(Path from, Options options, Progress progress) {
        if (!Files.isDirectory(from)) {
            return unusable(
                    Files.exists(from) ? "This is a file, not a folder" : "There is no such folder",
                    from.toString(),
                    "Name the folder that holds the files",
                    new RejectLog());
        }
        List<SourceFile> files;
        try (Stream<Path> paths = Files.list(from)) {
            files = paths.filter(Files::isRegularFile)
                    .sorted()
                    .flatMap(path -> SourceFile.of(path).stream())
                    .toList();
        } catch (IOException e) {
            return unusable("The folder may not be listed", from.toString(), "Change its permissions", new RejectLog());
        }
        RejectLog log = new RejectLog();
        try {
            return options.mapping() == null ? plain(from, files, options, progress, log) : unusable("no", "", "", log);
        } catch (RejectLog.TooMany e) {
            Reject first = log.rejects().getFirst();
            return unusable(
                    "More than %,d rows are refused, the first because %s"
                            .formatted(RejectLog.MOST_REJECTS, first.reason()),
                    where(first),
                    "Check that the files are what their names say",
                    new RejectLog());
        }
    }

    private static ImportResult plain(
            Path from, List<SourceFile> files, Options options, Progress progress, RejectLog log) {
        Map<Table, SourceFile> sources = new EnumMap<>(Table.class);
        for (Table table : Table.values()) {
            List<SourceFile> candidates = files.stream()
                    .filter(file -> file.stem().equals(table.fileStem()))
                    .toList();
            if (candidates.size() > 1) {
                return unusable(
                        "Both could be the table %s: %s"
                                .formatted(
                                        table.fileStem(),
                                        candidates.stream()
                                                .map(SourceFile::name)
                                                .collect(Collectors.joining(" and "))),
                        from.toString(),
                        "Keep one of them",
                        log);
            }
            candidates.forEach(file -> sources.put(table, file));
        }
        if (sources.isEmpty()) {
            return unusable("The folder holds no table", from.toString(), sentence(TABLE_FILES), log);
        }
        for (Table table : Table.values()) {
            if (table.isRequired() && !sources.containsKey(table)) {
                return unusable(
                        "The table %s is missing".formatted(table.fileStem()),
                        from.toString(),
                        "Add %s.csv with the columns %s"
                                .formatted(table.fileStem(), String.join(", ", table.columns())),
                        log);
            }
        }
        AcceptedRows accepted = new AcceptedRows();
        RowRules rules = new RowRules(accepted, options.asOf());
        sources.forEach((table, file) -> {
            log.count(table.fileStem(), 0, 0);
            read(
                    file,
                    table,
                    new TableIntake(table, file.name(), rules, log),
                    new ReadMeter(progress, "Reading " + table.fileStem()));
        });
        return finish(from, options, accepted, log);
    }

    private static void read(SourceFile file, Table table, RowVisitor visitor, ReadMeter meter) {
        switch (file.format()) {
            case CSV, TSV -> new CsvRows(file, table, meter).read(visitor);
            case JSON, JSON_LINES -> new JsonRows(file, table, meter).read(visitor);
            case PARQUET -> {
                String relation = "read_parquet(%s)".formatted(EmbeddedSql.file(file.path()));
                try (Connection database = EmbeddedSql.open()) {
                    new SqlRows(database, relation, file.name(), table, meter, "copy or write it again").read(visitor);
                } catch (SQLException e) {
                    throw new IllegalStateException(
                            "the embedded database does not start; install the product again", e);
                }
            }
        }
    }

    private static ImportResult finish(Path from, Options options, AcceptedRows accepted, RejectLog log) {
        for (Table table : Table.values()) {
            if (table.isRequired() && log.countOf(table.fileStem()).accepted() == 0) {
                return nothingAccepted(from, table, log);
            }
        }
        if (options.strict() && !log.isEmpty()) {
            return new ImportResult.RefusedStrict(log.report(from.toString()));
        }
        return new ImportResult.Accepted(accepted.marketplace(options.asOf()), log.report(from.toString()));
    }

    private static ImportResult nothingAccepted(Path from, Table table, RejectLog log) {
        String name = table.fileStem();
        return log.rejects().stream()
                .filter(reject -> reject.table().equals(name))
                .findFirst()
                .map(first -> unusable(
                        "No row of %s can be used: %s".formatted(name, first.reason()),
                        where(first),
                        "Mend it and import again",
                        log))
                .orElseGet(() -> unusable(
                        "The table %s has no rows".formatted(name), from.toString(), "Fill it and import again", log));
    }

    private static String where(Reject reject) {
        return reject.line() == 0 ? reject.file() : "%s, line %d".formatted(reject.file(), reject.line());
    }

    private static String sentence(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static ImportResult unusable(String reason, String where, String fix, RejectLog log) {
        return new ImportResult.Unusable(reason, where, fix, log.rejects());
    }
}
