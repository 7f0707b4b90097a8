package aidg.engine.workspace;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;

/// The database's own guard of the decision log: refuses every UPDATE and DELETE, and every INSERT that does not
/// continue the sequence. Public, with this name, because the database file refers to it.
public final class AppendOnly implements Trigger {

    private boolean insert;

    @Override
    public void init(Connection c, String schema, String trigger, String table, boolean before, int type) {
        insert = type == Trigger.INSERT;
    }

    @Override
    public void fire(Connection connection, Object @Nullable [] oldRow, Object @Nullable [] newRow)
            throws SQLException {
        if (!insert || newRow == null) {
            throw new SQLException("The decision log is append-only: add a withdrawal instead of changing a line.");
        }
        try (PreparedStatement max =
                        connection.prepareStatement("SELECT COALESCE(MAX(sequence), 0) FROM public.decision");
                ResultSet rows = max.executeQuery()) {
            rows.next();
            long expected = rows.getLong(1) + 1;
            if (!(newRow[0] instanceof Long sequence) || sequence != expected) {
                throw new SQLException("Decision %s does not continue the log, whose next sequence is %d."
                        .formatted(newRow[0], expected));
            }
        }
    }
}
