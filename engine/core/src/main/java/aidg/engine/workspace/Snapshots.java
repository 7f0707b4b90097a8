package aidg.engine.workspace;

import aidg.engine.domain.Progress;
import aidg.engine.marketplace.ImportReport;
import aidg.engine.marketplace.Marketplace;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/// The marketplace snapshot and the report of its import. A new one is filled into the idle slot in batches, one small
/// transaction then makes that slot the current one, and the old slot is emptied. Killed at any moment, the workspace
/// has the old snapshot or the new one, whole.
final class Snapshots {

    /// Rows per commit: few enough that a decision made meanwhile waits a fraction of a second for the disk.
    private static final int BATCH = 10_000;

    private final Database database;
    private final Clock clock;
    private final ReentrantLock importing = new ReentrantLock();
    /// Readers keep the old slot from being emptied under them.
    private final ReentrantReadWriteLock reading = new ReentrantReadWriteLock();

    private record Current(Slot slot, Instant importedAt) {}

    private interface Reading<T> {
        T from(Connection connection, Current current) throws SQLException;
    }

    Snapshots(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Empties the slot that an interrupted import left half full.
    void dropLeftovers() {
        database.call(connection -> {
            Slot idle = current(connection).map(now -> now.slot.other()).orElse(Slot.SNAPSHOT_A);
            for (Slot slot : current(connection).isPresent() ? new Slot[] {idle} : Slot.values()) {
                if (!isEmpty(connection, slot)) {
                    empty(connection, slot);
                }
            }
            return true;
        });
    }

    void replace(Marketplace marketplace, ImportReport report, Progress progress) {
        importing.lock();
        try {
            Slot idle = database.call(connection ->
                    current(connection).map(now -> now.slot.other()).orElse(Slot.SNAPSHOT_A));
            fill(idle, marketplace, report, progress);
            database.transaction(connection -> point(connection, idle));
            database.force();
            reading.writeLock().lock();
            try {
                database.call(connection -> empty(connection, idle.other()));
            } finally {
                reading.writeLock().unlock();
            }
        } finally {
            importing.unlock();
        }
    }

    private void fill(Slot slot, Marketplace marketplace, ImportReport report, Progress progress) {
        boolean filled = false;
        try {
            database.call(connection -> {
                connection.setAutoCommit(false);
                new Filling(connection, slot, progress, total(marketplace, report)).all(marketplace, report);
                return true;
            });
            filled = true;
        } finally {
            if (!filled) {
                emptyAfterFailure(slot);
            }
        }
    }

    /// What failed is already on its way to the caller; leftovers are also dropped at the next opening.
    private void emptyAfterFailure(Slot slot) {
        try {
            database.call(connection -> empty(connection, slot));
        } catch (RuntimeException e) {
            // The disk is gone or the workspace closed, and the first exception says so.
        }
    }

    private static long total(Marketplace marketplace, ImportReport report) {
        return (long) marketplace.cities().size()
                + marketplace.merchants().size()
                + marketplace.deals().size()
                + marketplace.overrides().size()
                + marketplace.notes().size()
                + marketplace.proposals().size()
                + report.rejects().size();
    }

    private boolean point(Connection connection, Slot slot) throws SQLException {
        try (PreparedStatement merge =
                connection.prepareStatement("MERGE INTO public.current_snapshot KEY (only_row) VALUES (TRUE, ?, ?)")) {
            merge.setString(1, slot.name());
            merge.setObject(2, clock.instant());
            return merge.executeUpdate() == 1;
        }
    }

    Optional<Marketplace> marketplace() {
        return read((connection, current) -> {
            SnapshotTable.Header header = header(connection, current.slot);
            return new Marketplace(
                    header.asOf(),
                    header.dataHash(),
                    rows(connection, current.slot, SnapshotTable.CITY),
                    rows(connection, current.slot, SnapshotTable.MERCHANT),
                    rows(connection, current.slot, SnapshotTable.DEAL),
                    rows(connection, current.slot, SnapshotTable.OVERRIDE),
                    rows(connection, current.slot, SnapshotTable.NOTE),
                    rows(connection, current.slot, SnapshotTable.PROPOSAL));
        });
    }

    Optional<ImportReport> report() {
        return read((connection, current) -> {
            Map<String, ImportReport.TableCount> counts = new LinkedHashMap<>();
            for (SnapshotTable.Counted table : rows(connection, current.slot, SnapshotTable.TABLE_COUNT)) {
                counts.put(
                        table.name(),
                        new ImportReport.TableCount(
                                table.accepted() + table.rejected(), table.accepted(), table.rejected()));
            }
            return new ImportReport(
                    header(connection, current.slot).source(),
                    counts,
                    rows(connection, current.slot, SnapshotTable.REJECT));
        });
    }

    Optional<Instant> importedAt() {
        return read((connection, current) -> current.importedAt);
    }

    private <T> Optional<T> read(Reading<T> work) {
        reading.readLock().lock();
        try {
            return database.call(connection -> {
                Optional<Current> current = current(connection);
                return current.isEmpty() ? Optional.<T>empty() : Optional.of(work.from(connection, current.get()));
            });
        } finally {
            reading.readLock().unlock();
        }
    }

    private static Optional<Current> current(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT slot, imported_at FROM public.current_snapshot")) {
            return rows.next()
                    ? Optional.of(new Current(Slot.valueOf(rows.getString(1)), rows.getObject(2, Instant.class)))
                    : Optional.empty();
        }
    }

    private static SnapshotTable.Header header(Connection connection, Slot slot) throws SQLException {
        return rows(connection, slot, SnapshotTable.SNAPSHOT).getFirst();
    }

    private static <T> List<T> rows(Connection connection, Slot slot, SnapshotTable<T> table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet results = statement.executeQuery(table.selectFrom(slot.name()))) {
            RowReader row = new RowReader(results);
            List<T> values = new ArrayList<>();
            while (row.next()) {
                values.add(table.read().row(row));
            }
            return values;
        }
    }

    private static boolean isEmpty(Connection connection, Slot slot) throws SQLException {
        for (SnapshotTable<?> table : SnapshotTable.ALL) {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(table.selectFrom(slot.name()) + " FETCH FIRST ROW ONLY")) {
                if (rows.next()) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean empty(Connection connection, Slot slot) throws SQLException {
        for (SnapshotTable<?> table : SnapshotTable.ALL) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(table.truncateIn(slot.name()));
            }
        }
        return true;
    }

    /// One load of one slot.
    private record Filling(Connection connection, Slot slot, Progress progress, long total) {

        void all(Marketplace marketplace, ImportReport report) throws SQLException {
            List<SnapshotTable.Counted> counts = report.tables().entrySet().stream()
                    .map(entry -> new SnapshotTable.Counted(
                            entry.getKey(),
                            entry.getValue().accepted(),
                            entry.getValue().rejected()))
                    .toList();
            long done = 0;
            done += insert(SnapshotTable.CITY, marketplace.cities(), done);
            done += insert(SnapshotTable.MERCHANT, marketplace.merchants(), done);
            done += insert(SnapshotTable.DEAL, marketplace.deals(), done);
            done += insert(SnapshotTable.OVERRIDE, marketplace.overrides(), done);
            done += insert(SnapshotTable.NOTE, marketplace.notes(), done);
            done += insert(SnapshotTable.PROPOSAL, marketplace.proposals(), done);
            done += insert(SnapshotTable.REJECT, report.rejects(), done);
            insert(SnapshotTable.TABLE_COUNT, counts, done);
            insert(
                    SnapshotTable.SNAPSHOT,
                    List.of(new SnapshotTable.Header(marketplace.asOf(), marketplace.dataHash(), report.source())),
                    done);
        }

        private <T> int insert(SnapshotTable<T> table, List<T> values, long doneBefore) throws SQLException {
            try (PreparedStatement statement = connection.prepareStatement(table.insertInto(slot.name()))) {
                RowWriter row = new RowWriter(statement);
                int written = 0;
                for (T value : values) {
                    table.write().row(value, row.next().number(written));
                    statement.addBatch();
                    written++;
                    if (written % BATCH == 0) {
                        store(statement, doneBefore + written);
                    }
                }
                store(statement, doneBefore + written);
                return written;
            }
        }

        private void store(PreparedStatement statement, long done) throws SQLException {
            statement.executeBatch();
            connection.commit();
            progress.at("Storing the marketplace", Math.min(done, total), total);
        }
    }
}
