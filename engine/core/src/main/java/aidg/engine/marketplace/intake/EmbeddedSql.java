package aidg.engine.marketplace.intake;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.regex.Pattern;

/// How the embedded database is opened, and how names and paths are written in its SQL.
final class EmbeddedSql {

    /// `Binder Error: ` at the beginning.
    private static final Pattern KIND = Pattern.compile("^[A-Z][A-Za-z ]*Error: ");

    /// The part of a quoted path before the file's name.
    private static final Pattern FOLDER = Pattern.compile("'[^']*[/\\\\](?=[^'/\\\\]+')");

    /// What stands between the driver's own words and the database's.
    private static final String WRAPPED = "\nError: ";

    private EmbeddedSql() {}

    /// A database in memory, of its own, that fetches no extension and never spills to disk.
    static Connection open() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("jdbc_stream_results", "true");
        properties.setProperty("autoinstall_known_extensions", "false");
        properties.setProperty("autoload_known_extensions", "false");
        Connection database = DriverManager.getConnection("jdbc:duckdb:", properties);
        try (Statement statement = database.createStatement()) {
            statement.execute("SET memory_limit = '1GB'");
            statement.execute("SET temp_directory = ''");
            return database;
        } catch (SQLException e) {
            database.close();
            throw e;
        }
    }

    /// `"name"`, with quotes inside doubled.
    static String identifier(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /// `'text'`, with quotes inside doubled.
    static String literal(String text) {
        return '\'' + text.replace("'", "''") + '\'';
    }

    /// A path as a literal in which no character works as a wildcard.
    static String file(Path path) {
        return literal(path.toAbsolutePath()
                .toString()
                .replace("[", "[[]")
                .replace("*", "[*]")
                .replace("?", "[?]"));
    }

    /// The database's message without its kind, the folder of a file and the drawing of the place.
    static String firstLine(SQLException e) {
        String message = String.valueOf(e.getMessage());
        int cause = message.indexOf(WRAPPED);
        String told = cause < 0 ? message : message.substring(cause + WRAPPED.length());
        String line = told.lines().findFirst().orElse("").strip();
        return Cells.cut(FOLDER.matcher(KIND.matcher(line).replaceFirst("")).replaceAll("'"), 300);
    }
}
