package aidg.engine.workspace;

import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;

/// Brings the tables of an older workspace to the present, one numbered script after the other.
///
/// @param locations where the scripts lie: `classpath:aidg/engine/workspace/migration`
record Migrations(List<String> locations) {

    static final Migrations OWN = new Migrations(List.of("classpath:aidg/engine/workspace/migration"));

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
    Outcome run(DataSource source) {
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
}
