package aidg.engine.workspace;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;

/// The database's own guard of the decision log and of the audit log: refuses every UPDATE and DELETE, and
/// every INSERT that does not continue the sequence. Public, with this name, because the database file refers
/// to it.
public final class AppendOnly implements Trigger {

    private boolean insert;
    private String table = "";

    @Override
    public void init(Connection c, String schema, String trigger, String table, boolean before, int type) {
        insert = type == Trigger.INSERT;
        this.table = table.toLowerCase(Locale.ROOT);
    }

    @Override
    public void fire(Connection connection, Object @Nullable [] oldRow, Object @Nullable [] newRow)
            throws SQLException {
        if (!insert || newRow == null) {
            throw new SQLException("The %s log is append-only: add a line that takes it back instead of changing one."
                    .formatted(table));
        }
        try (PreparedStatement max =
                        connection.prepareStatement("SELECT COALESCE(MAX(sequence), 0) FROM public." + table);
                ResultSet rows = max.executeQuery()) {
            rows.next();
            long expected = rows.getLong(1) + 1;
            if (!(newRow[0] instanceof Long sequence) || sequence != expected) {
                throw new SQLException("Line %s does not continue the %s log, whose next sequence is %d."
                        .formatted(newRow[0], table, expected));
            }
        }
    }
}
