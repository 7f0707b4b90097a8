package aidg.engine.workspace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Turns what the disk did into words that say what to do next.
final class DiskTrouble {

    /// Less free space than this counts as a full disk, in bytes.
    private static final long ALMOST_NOTHING = 16L << 20;

    private DiskTrouble() {}

    static UncheckedIOException writing(Path path, Exception cause) {
        return new UncheckedIOException(new IOException(words(path, free(path), "written"), cause));
    }

    static UncheckedIOException reading(Path path, Exception cause) {
        return new UncheckedIOException(
                new IOException("%s cannot be read. Check its permissions and the disk.".formatted(path), cause));
    }

    /// @param freeBytes space left, negative if unknown
    static String words(Path path, long freeBytes, String verb) {
        if (freeBytes >= 0 && freeBytes < ALMOST_NOTHING) {
            return String.format(
                    Locale.ROOT,
                    "The disk of %s is full (%.1f MB left). Free some space and start the workbench again; everything it confirmed is kept.",
                    path,
                    freeBytes / 1e6);
        }
        return "%s cannot be %s. Check that the folder exists, that you may write to it and that the disk has room, then start the workbench again; everything it confirmed is kept."
                .formatted(path, verb);
    }

    private static long free(Path path) {
        try {
            Path there = path.toAbsolutePath();
            while (!Files.exists(there) && there.getParent() != null) {
                there = there.getParent();
            }
            FileStore store = Files.getFileStore(there);
            return store.getUsableSpace();
        } catch (IOException e) {
            return -1;
        }
    }

    /// Whether the disk, not the database's content, is at fault: an `IOException` lies at the bottom of it.
    static boolean isBehind(@Nullable Throwable trouble) {
        for (Throwable t = trouble; t != null; t = t.getCause()) {
            if (t instanceof IOException) {
                return true;
            }
        }
        return false;
    }

    /// What to throw for a failed statement.
    static RuntimeException of(SQLException trouble, Path database) {
        return switch (trouble.getErrorCode()) {
            case H2Code.CLOSED, H2Code.CLOSED_CONNECTION, H2Code.SHUTTING_DOWN ->
                new IllegalStateException(
                        "The workspace %s is closed. If it was not closed on purpose, its disk failed: start the workbench again."
                                .formatted(database),
                        trouble);
            default ->
                isBehind(trouble)
                        ? writing(database, trouble)
                        : new IllegalStateException(
                                "The workspace %s refused a statement: %s".formatted(database, trouble.getMessage()),
                                trouble);
        };
    }
}
