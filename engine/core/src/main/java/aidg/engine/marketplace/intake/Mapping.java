package aidg.engine.marketplace.intake;

import aidg.engine.domain.Progress;
import aidg.engine.marketplace.Reject;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// SQL that turns other people's files into our tables: it makes views or tables called `cities`, `merchants`
/// and so on over relations called like the files without their ending.
///
/// A mapping may come from anywhere, so it runs locked in: the files are loaded first, then every way out of the
/// database (files, network, extensions, settings) is closed for good, and only then the first statement runs.
/// A file called like one of our tables is reached as `source.merchants`.
final class Mapping {

    private static final int LONGEST_RUN_SECONDS = 600;
    private static final Pattern LINE = Pattern.compile("LINE (\\d+):");
    private static final List<String> LOCKS = List.of(
            "SET autoinstall_known_extensions = false",
            "SET autoload_known_extensions = false",
            "SET enable_external_access = false",
            "SET lock_configuration = true");

    private final Path file;
    private final String text;
    private final Connection database;

    private Mapping(Path file, String text, Connection database) {
        this.file = file;
        this.text = text;
        this.database = database;
    }

    /// Reads the mapping's text; nothing runs yet.
    static Mapping of(Path file, Connection database) throws Unfit {
        try {
            return new Mapping(file, Files.readString(file), database);
        } catch (CharacterCodingException e) {
            throw new Unfit("The mapping is not UTF-8", file.toString(), "Save it as UTF-8");
        } catch (IOException e) {
            throw new Unfit(
                    "The mapping cannot be read", file.toString(), "Name a file of SQL that exists and may be read");
        }
    }

    /// Loads the files the mapping speaks of, locks the database, and runs the statements one after the other.
    ///
    /// @param log takes the rows of the files that could not be loaded, under the name of their relation
    /// @return names of the views and tables that the mapping made
    Set<String> run(List<SourceFile> files, RejectLog log, Progress progress) throws Unfit, SQLException {
        execute("CREATE SCHEMA source");
        execute("SET search_path = 'main,source'");
        Set<String> stems = new HashSet<>();
        List<SqlScript.Part> parts = SqlScript.parts(text);
        String words = parts.stream()
                .map(SqlScript.Part::sql)
                .collect(Collectors.joining("\n"))
                .toLowerCase(Locale.ROOT);
        for (SourceFile source : files) {
            if (words.contains(source.stem())) {
                if (!stems.add(source.stem())) {
                    throw new Unfit(
                            "Two files could be the relation " + source.stem(), source.name(), "Keep one of them");
                }
                progress.at("Loading " + source.name(), 0, 0);
                load(source, log);
            }
        }
        for (String lock : LOCKS) {
            execute(lock);
        }
        for (SqlScript.Part part : parts) {
            progress.at("Running the mapping", parts.indexOf(part), parts.size());
            run(part, stems);
        }
        return relations();
    }

    private void run(SqlScript.Part part, Set<String> stems) throws Unfit {
        try (Statement statement = database.createStatement()) {
            statement.setQueryTimeout(LONGEST_RUN_SECONDS);
            statement.execute(part.sql());
        } catch (SQLException e) {
            Matcher line = LINE.matcher(String.valueOf(e.getMessage()));
            long at = part.line() + (line.find() ? Long.parseLong(line.group(1)) - 1 : 0);
            throw new Unfit(
                    "The mapping fails: " + EmbeddedSql.firstLine(e),
                    "%s, line %d".formatted(file.getFileName(), at),
                    "Mend the statement; a mapping reads only the files of the folder, as "
                            + (stems.isEmpty()
                                    ? "relations called like the files without their ending"
                                    : String.join(", ", stems.stream().sorted().toList())));
        }
    }

    private void load(SourceFile source, RejectLog log) throws SQLException {
        String relation = "source." + EmbeddedSql.identifier(source.stem());
        String path = EmbeddedSql.file(source.path());
        String read = switch (source.format()) {
            case CSV, TSV -> "read_csv(%s, store_rejects = true, rejects_limit = 0)".formatted(path);
            case JSON, JSON_LINES -> "read_json(%s)".formatted(path);
            case PARQUET -> "read_parquet(%s)".formatted(path);
        };
        try {
            execute("CREATE TABLE %s AS SELECT * FROM %s".formatted(relation, read));
        } catch (SQLException e) {
            String reason =
                    "the file cannot be loaded: %s; mend it or write it again".formatted(EmbeddedSql.firstLine(e));
            log.reject(new Reject(source.stem(), source.name(), 0, "", reason, ""));
            return;
        }
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM " + relation)) {
            rows.next();
            log.count(source.stem(), rows.getLong(1), 0);
        }
        if (source.format() == SourceFile.Format.CSV || source.format() == SourceFile.Format.TSV) {
            rejects(source, log);
        }
    }

    /// Moves the rows that the database refused while loading into the log: one entry per line, its first fault.
    private void rejects(SourceFile source, RejectLog log) throws SQLException {
        String first = "SELECT line, column_name, error_message, csv_line FROM reject_errors"
                + " QUALIFY row_number() OVER (PARTITION BY line ORDER BY column_idx) = 1 ORDER BY line";
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(first)) {
            while (rows.next()) {
                String column = rows.getString(2);
                String raw = rows.getString(4);
                String message = rows.getString(3).lines().findFirst().orElse("the row cannot be read");
                log.reject(new Reject(
                        source.stem(),
                        source.name(),
                        rows.getLong(1),
                        column == null ? "" : column,
                        message + "; write a value like those above it",
                        raw == null ? "" : raw));
            }
        }
        execute("DROP TABLE reject_errors");
        execute("DROP TABLE reject_scans");
    }

    private Set<String> relations() throws SQLException {
        Set<String> names = new HashSet<>();
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT lower(table_name) FROM information_schema.tables WHERE table_schema = 'main'")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute(sql);
        }
    }
}
