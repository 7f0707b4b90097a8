package aidg.engine.marketplace.intake;

import aidg.engine.domain.Progress;
import aidg.engine.marketplace.Reject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads a folder with one file per table, or any folder through a mapping, into a `Marketplace`. Nothing is
/// written, and sub-folders are not looked at.
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

    /// Reads and checks everything; rows in are always rows accepted plus rows rejected.
    ///
    /// @throws java.util.concurrent.CancellationException if `progress` throws it
    public ImportResult read(Path from, Options options, Progress progress) {
        RejectLog log = new RejectLog();
        try {
            List<SourceFile> files = files(from);
            AcceptedRows accepted = new AcceptedRows();
            RowRules rules = new RowRules(accepted, options.asOf());
            if (options.mapping() == null) {
                plain(from, files, rules, progress, log);
            } else {
                mapped(options.mapping(), files, rules, progress, log);
            }
            return finish(from, options, accepted, log);
        } catch (Unfit e) {
            return e.result(log);
        } catch (RejectLog.TooMany e) {
            Reject first = log.rejects().getFirst();
            String reason = "More than %,d rows are refused, the first because %s"
                    .formatted(RejectLog.MOST_REJECTS, first.reason());
            return new Unfit(reason, where(first), "Check that the files are what their names say")
                    .result(new RejectLog());
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "the embedded database failed; free some memory and try again, or install the product again", e);
        }
    }

    private static List<SourceFile> files(Path from) throws Unfit {
        if (!Files.isDirectory(from)) {
            throw new Unfit(
                    Files.exists(from) ? "This is a file, not a folder" : "There is no such folder",
                    from.toString(),
                    "Name the folder that holds the files");
        }
        try (Stream<Path> paths = Files.list(from)) {
            return paths.filter(Files::isRegularFile)
                    .sorted()
                    .flatMap(path -> SourceFile.of(path).stream())
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw new Unfit("The folder cannot be listed", from.toString(), "Change its permissions");
        }
    }

    private static void plain(Path from, List<SourceFile> files, RowRules rules, Progress progress, RejectLog log)
            throws Unfit, SQLException {
        Map<Table, SourceFile> sources = new EnumMap<>(Table.class);
        for (Table table : Table.values()) {
            List<SourceFile> candidates = files.stream()
                    .filter(file -> file.stem().equals(table.fileStem()))
                    .toList();
            if (candidates.size() > 1) {
                String names = candidates.stream().map(SourceFile::name).collect(Collectors.joining(" and "));
                throw new Unfit(
                        "The table %s could be any of %s".formatted(table.fileStem(), names),
                        from.toString(),
                        "Keep one of them");
            }
            candidates.forEach(file -> sources.put(table, file));
        }
        if (sources.isEmpty()) {
            throw new Unfit(
                    "The folder holds none of our tables",
                    from.toString(),
                    "Put cities, merchants and deals into it as .csv, .tsv, .parquet, .json or .jsonl, or name a mapping");
        }
        for (Table table : Table.values()) {
            if (table.isRequired() && !sources.containsKey(table)) {
                throw new Unfit(
                        "The table %s is missing".formatted(table.fileStem()),
                        from.toString(),
                        "Add %s.csv with the columns %s"
                                .formatted(table.fileStem(), String.join(", ", table.columns())));
            }
        }
        for (Map.Entry<Table, SourceFile> source : sources.entrySet()) {
            Table table = source.getKey();
            log.count(table.fileStem(), 0, 0);
            TableIntake intake = new TableIntake(table, source.getValue().name(), rules, log);
            read(source.getValue(), table, intake, meter(progress, table));
        }
    }

    private static void mapped(Path mapping, List<SourceFile> files, RowRules rules, Progress progress, RejectLog log)
            throws Unfit, SQLException {
        try (Connection database = EmbeddedSql.open()) {
            for (Table table : Table.values()) {
                log.count(table.fileStem(), 0, 0);
            }
            Set<String> relations = Mapping.of(mapping, database).run(files, log, progress);
            for (Table table : Table.values()) {
                String name = table.fileStem();
                if (relations.contains(name)) {
                    new SqlRows(
                                    database,
                                    "main." + EmbeddedSql.identifier(name),
                                    name,
                                    table,
                                    meter(progress, table),
                                    "mend the mapping")
                            .read(new TableIntake(table, name, rules, log));
                } else if (table.isRequired()) {
                    throw new Unfit(
                            "The mapping makes no view called " + name,
                            mapping.getFileName().toString(),
                            "Add CREATE VIEW %s AS SELECT … with the columns %s"
                                    .formatted(name, String.join(", ", table.columns())));
                }
            }
        }
    }

    private static ReadMeter meter(Progress progress, Table table) {
        return new ReadMeter(progress, "Reading " + table.fileStem());
    }

    private static void read(SourceFile file, Table table, RowVisitor visitor, ReadMeter meter) throws SQLException {
        switch (file.format()) {
            case CSV, TSV -> new CsvRows(file, table, meter).read(visitor);
            case JSON, JSON_LINES -> new JsonRows(file, table, meter).read(visitor);
            case PARQUET -> {
                String relation = "read_parquet(%s)".formatted(EmbeddedSql.file(file.path()));
                try (Connection database = EmbeddedSql.open()) {
                    new SqlRows(database, relation, file.name(), table, meter, "copy or write it again").read(visitor);
                }
            }
        }
    }

    private static ImportResult finish(Path from, Options options, AcceptedRows accepted, RejectLog log) throws Unfit {
        for (Table table : Table.values()) {
            if (table.isRequired() && log.countOf(table.fileStem()).accepted() == 0) {
                throw nothingAccepted(from, table.fileStem(), log);
            }
        }
        if (options.strict() && !log.isEmpty()) {
            return new ImportResult.RefusedStrict(log.report(from.toString()));
        }
        return new ImportResult.Accepted(accepted.marketplace(options.asOf()), log.report(from.toString()));
    }

    private static Unfit nothingAccepted(Path from, String table, RejectLog log) {
        return log.rejects().stream()
                .filter(reject -> reject.table().equals(table))
                .findFirst()
                .map(first -> new Unfit(
                        "No row of %s can be used: %s".formatted(table, first.reason()),
                        where(first),
                        "Mend it and import again"))
                .orElseGet(() -> new Unfit(
                        "The table %s has no rows".formatted(table), from.toString(), "Fill it and import again"));
    }

    private static String where(Reject reject) {
        return reject.line() == 0 ? reject.file() : "%s, line %d".formatted(reject.file(), reject.line());
    }
}
