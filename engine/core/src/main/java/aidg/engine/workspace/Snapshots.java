package aidg.engine.workspace;

import aidg.engine.domain.Progress;
import aidg.engine.marketplace.ImportReport;
import aidg.engine.marketplace.Marketplace;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/// The marketplace snapshot and the report of its import. A new one is sealed into a file of its own beside the
/// old, one small transaction in the database then makes it the current one, and the old file is deleted.
/// Killed at any moment, the workspace has the old snapshot or the new one, whole.
final class Snapshots {

    private final Path directory;
    private final Database database;
    private final Clock clock;
    private final SecureRandom random;
    private final ReentrantLock importing = new ReentrantLock();
    /// Readers keep the file they read from being deleted under them.
    private final ReentrantReadWriteLock reading = new ReentrantReadWriteLock();

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Current(long number, int layout, byte[] key, Instant importedAt) {}

    private interface Reading<T> {
        T from(InputStream stream) throws IOException;
    }

    Snapshots(Path directory, Database database, Clock clock, SecureRandom random) {
        this.directory = directory;
        this.database = database;
        this.clock = clock;
        this.random = random;
    }

    void replace(Marketplace marketplace, ImportReport report, Progress progress) {
        importing.lock();
        try {
            byte[] key = new byte[32];
            random.nextBytes(key);
            long number = stored().map(Current::number).orElse(0L) + 1;
            store(file(number), key, marketplace, report, progress);
            database.transaction(connection ->
                    makeCurrent(connection, new Current(number, SnapshotStream.LAYOUT, key, clock.instant())));
            database.force();
            dropLeftovers();
        } finally {
            importing.unlock();
        }
    }

    private void store(Path file, byte[] key, Marketplace marketplace, ImportReport report, Progress progress) {
        boolean stored = false;
        try {
            Files.deleteIfExists(file);
            SnapshotStream.write(report, marketplace, SealedFile.write(file, key), progress);
            stored = true;
        } catch (ClosedByInterruptException e) {
            throw (CancellationException) new CancellationException("storing the marketplace was stopped").initCause(e);
        } catch (IOException e) {
            throw DiskTrouble.writing(file, e);
        } finally {
            if (!stored) {
                dropAfterFailure(file);
            }
        }
    }

    private static void dropAfterFailure(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // The disk failed, as the caller is being told; the next opening drops the file.
        }
    }

    private static boolean makeCurrent(Connection connection, Current current) throws SQLException {
        try (PreparedStatement merge = connection.prepareStatement(
                "MERGE INTO public.current_snapshot KEY (only_row) VALUES (TRUE, ?, ?, ?, ?)")) {
            merge.setLong(1, current.number);
            merge.setInt(2, current.layout);
            merge.setBytes(3, current.key);
            merge.setObject(4, current.importedAt);
            return merge.executeUpdate() == 1;
        }
    }

    /// Deletes every snapshot file but the current one: the previous one, or what an interrupted import left.
    void dropLeftovers() {
        reading.writeLock().lock();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "snapshot-*.sealed")) {
            Optional<Path> keep = stored().map(current -> file(current.number));
            for (Path file : files) {
                if (!file.equals(keep.orElse(null))) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw DiskTrouble.writing(directory, e);
        } finally {
            reading.writeLock().unlock();
        }
    }

    Optional<Marketplace> marketplace() {
        return read(SnapshotStream::marketplace);
    }

    Optional<ImportReport> report() {
        return read(SnapshotStream::report);
    }

    Optional<Instant> importedAt() {
        return readable().map(Current::importedAt);
    }

    private <T> Optional<T> read(Reading<T> work) {
        reading.readLock().lock();
        try {
            Optional<Current> current = readable();
            if (current.isEmpty()) {
                return Optional.empty();
            }
            Path file = file(current.get().number);
            try (InputStream stream = SealedFile.read(file, current.get().key)) {
                return Optional.of(work.from(stream));
            } catch (ClosedByInterruptException e) {
                throw (CancellationException)
                        new CancellationException("reading the marketplace was stopped").initCause(e);
            } catch (IOException | IllegalArgumentException e) {
                throw new UncheckedIOException(new IOException(
                        "The stored marketplace %s is missing or damaged. Import the data again; decisions are not affected."
                                .formatted(file),
                        e));
            }
        } finally {
            reading.readLock().unlock();
        }
    }

    private Optional<Current> readable() {
        return stored().filter(current -> current.layout == SnapshotStream.LAYOUT);
    }

    private Optional<Current> stored() {
        return database.call(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(
                            "SELECT number, layout, file_key, imported_at FROM public.current_snapshot")) {
                return rows.next()
                        ? Optional.of(new Current(
                                rows.getLong(1), rows.getInt(2), rows.getBytes(3), rows.getObject(4, Instant.class)))
                        : Optional.empty();
            }
        });
    }

    private Path file(long number) {
        return directory.resolve("snapshot-%d.sealed".formatted(number));
    }
}
