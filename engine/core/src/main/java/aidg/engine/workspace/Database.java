package aidg.engine.workspace;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.h2.jdbcx.JdbcDataSource;

/// The encrypted H2 file and its connections. [PRI-4]
///
/// Settings that matter:
/// - `async:` reads and writes through a channel that an interrupted thread does not close. With H2's usual channel one
///   cancelled background job closes the whole database.
/// - `WRITE_DELAY=0` writes at every commit. With the usual half second, a killed process loses what it acknowledged.
/// - `TRACE_LEVEL_FILE=0`: the trace file would hold statements in the clear.
final class Database implements AutoCloseable {

    private static final String USER = "workbench";
    /// The longest that closing may spend on giving space back, in milliseconds.
    private static final int COMPACTION_MILLIS = 500;

    private final Path directory;
    private final DatabaseKeys keys;
    private final String url;
    private final KilledStore afterKill;
    private final Connection anchor;
    private volatile boolean closed;

    /// Work on one connection.
    interface Work<T extends @org.jspecify.annotations.Nullable Object> {
        T on(Connection connection) throws SQLException;
    }

    /// Opens or creates `<directory>/<name>.mv.db`.
    Database(Path directory, String name, DatabaseKeys keys) throws SQLException {
        this.directory = directory;
        this.keys = keys;
        url = "jdbc:h2:async:" + directory.toAbsolutePath().resolve(name) + ";CIPHER=AES";
        afterKill = new KilledStore(directory, name, keys);
        afterKill.recover();
        anchor = connect(
                url + ";WRITE_DELAY=0;TRACE_LEVEL_FILE=0;DB_CLOSE_ON_EXIT=FALSE;MAX_COMPACT_TIME=" + COMPACTION_MILLIS);
    }

    private Connection connect(String address) throws SQLException {
        return source(address).getConnection();
    }

    private JdbcDataSource source(String address) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL(address);
        source.setUser(USER);
        source.setPasswordChars(keys.password());
        return source;
    }

    /// For the migrations.
    JdbcDataSource source() {
        return source(url);
    }

    /// A connection of its own, which the caller closes.
    Connection connect() throws SQLException {
        if (closed) {
            throw new SQLException("closed", "", H2Code.CLOSED);
        }
        return connect(url);
    }

    /// Runs the work with every statement its own transaction.
    <T extends @org.jspecify.annotations.Nullable Object> T call(Work<T> work) {
        try (Connection connection = connect()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw DiskTrouble.of(e, directory);
        }
    }

    /// Runs the work as one transaction: all of it, or after an exception none.
    <T extends @org.jspecify.annotations.Nullable Object> T transaction(Work<T> work) {
        return call(connection -> {
            connection.setAutoCommit(false);
            try {
                T result = work.on(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException e) {
                rollBack(connection, e);
                throw e;
            }
        });
    }

    private static void rollBack(Connection connection, Exception because) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            because.addSuppressed(e);
        }
    }

    /// Flushes everything committed so far to the disk itself, so that it outlives a power failure too.
    void force() {
        try (Statement statement = anchor.createStatement()) {
            statement.execute("CHECKPOINT SYNC");
        } catch (SQLException e) {
            throw DiskTrouble.of(e, directory);
        }
    }

    /// Closes every connection and gives unused space back. Wipes the keys.
    @Override
    public void close() {
        closed = true;
        try (Statement statement = anchor.createStatement()) {
            statement.execute("SHUTDOWN");
            afterKill.closed();
        } catch (SQLException e) {
            RuntimeException trouble = DiskTrouble.of(e, directory);
            if (!(trouble instanceof IllegalStateException)) {
                throw trouble;
            }
        } finally {
            keys.close();
        }
    }
}
