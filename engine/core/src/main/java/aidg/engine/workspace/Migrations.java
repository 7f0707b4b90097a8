package aidg.engine.workspace;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;

/// Brings the tables of an older workspace to the present, one numbered script after the other.
///
/// @param locations where the scripts lie: `classpath:aidg/engine/workspace/migration`
/// @param latest    version of the last script there
record Migrations(List<String> locations, String latest) {

    static final Migrations OWN = new Migrations(List.of("classpath:aidg/engine/workspace/migration"), "2");

    private static final String HISTORY = "flyway_schema_history";

    Migrations {
        locations = List.copyOf(locations);
    }

    /// Whether all is as this version knows it.
    enum Outcome {
        CURRENT,
        NEWER
    }

    /// Runs what is missing, unless a newer version has been here: then nothing is touched.
    ///
    /// @throws org.flywaydb.core.api.FlywayException if a script fails; what it did is undone as far as DDL allows
    Outcome run(DataSource source) throws SQLException {
        if (isCurrent(source)) {
            return Outcome.CURRENT;
        }
        Flyway flyway = Flyway.configure()
                .loggers(QuietLog.class.getName())
                .dataSource(source)
                .locations(locations.toArray(String[]::new))
                .load();
        boolean newer = Arrays.stream(flyway.info().applied())
                .map(MigrationInfo::getState)
                .anyMatch(state -> state.isApplied() && !state.isResolved());
        if (newer) {
            return Outcome.NEWER;
        }
        flyway.migrate();
        return Outcome.CURRENT;
    }

    /// Whether the last script has run, by Flyway's own table: a question of milliseconds, where starting
    /// Flyway takes a quarter of a second of every start.
    private boolean isCurrent(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            if (!connection.getMetaData().getTables(null, null, HISTORY, null).next()) {
                return false;
            }
            try (ResultSet last = statement.executeQuery("SELECT \"version\", \"success\" FROM \"" + HISTORY
                    + "\" ORDER BY \"installed_rank\" DESC LIMIT 1")) {
                return last.next() && latest.equals(last.getString(1)) && last.getBoolean(2);
            }
        }
    }
}
