package aidg.engine.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;

/// Opens a workspace: lock, key, database, migrations, in that order, each with its own refusal. A new workspace is
/// made under another name and renamed when it is whole, so that a killed process leaves either none or a good one.
final class WorkspaceDoor {

    private static final String NAME = "workspace";
    private static final String UNFINISHED = "unfinished";

    private final Path directory;
    private final Path database;
    private final Path keyCheck;
    private final WorkspaceKey key;
    private final Clock clock;
    private final Migrations migrations;

    WorkspaceDoor(Path directory, WorkspaceKey key, Clock clock, Migrations migrations) {
        this.directory = directory.toAbsolutePath().normalize();
        if (this.directory.toString().indexOf(';') >= 0) {
            throw new IllegalArgumentException(
                    "the workspace folder %s has a semicolon in its name, which the database cannot take; choose another"
                            .formatted(directory));
        }
        this.key = key;
        this.clock = clock;
        this.migrations = migrations;
        database = this.directory.resolve(NAME + ".mv.db");
        keyCheck = this.directory.resolve(NAME + ".key");
    }

    static boolean isIn(Path directory) {
        return Files.exists(directory.resolve(NAME + ".mv.db"));
    }

    Opening open() {
        try (key) {
            Files.createDirectories(directory);
            return switch (WorkspaceLock.acquire(directory, clock)) {
                case WorkspaceLock.Taken(Opening.InUse by) -> by;
                case WorkspaceLock.Held(WorkspaceLock lock) -> behind(lock);
            };
        } catch (IOException e) {
            throw DiskTrouble.writing(directory, e);
        }
    }

    /// Gives the lock back unless the workspace opens.
    private Opening behind(WorkspaceLock lock) throws IOException {
        boolean opened = false;
        try {
            Opening opening = Files.exists(database) ? existing(lock) : fresh(lock);
            opened = opening instanceof Opening.Opened;
            return opening;
        } finally {
            if (!opened) {
                lock.close();
            }
        }
    }

    private Opening fresh(WorkspaceLock lock) throws IOException {
        Files.deleteIfExists(directory.resolve(UNFINISHED + ".mv.db"));
        SecureRandom random = new SecureRandom();
        if (key.source() instanceof WorkspaceKey.InFile(Path path)) {
            KeyFile.createIfMissing(path, random);
        }
        return withSecret(secret -> {
            KeyCheck check = KeyCheck.create(sourceName(), random, secret);
            @Nullable Opening refusal = build(check, secret);
            return refusal == null ? existing(lock) : refusal;
        });
    }

    private @Nullable Opening build(KeyCheck check, WorkspaceSecret secret) throws IOException {
        DatabaseKeys keys = check.unlock(secret);
        if (keys == null) {
            throw new IllegalStateException("a key did not pass the check made from it");
        }
        try (Database unfinished = new Database(directory, UNFINISHED, keys)) {
            migrations.run(unfinished.source());
        } catch (SQLException | FlywayException e) {
            return refusal(e);
        }
        check.write(keyCheck);
        Files.move(directory.resolve(UNFINISHED + ".mv.db"), database, StandardCopyOption.ATOMIC_MOVE);
        return null;
    }

    private Opening existing(WorkspaceLock lock) throws IOException {
        return switch (KeyCheck.read(keyCheck)) {
            case KeyCheck.Unreadable(Opening why) -> why;
            case KeyCheck.Read(KeyCheck check)
            when !check.source().equals(sourceName()) ->
                new Opening.WrongKey("This workspace was made with a %s. Open it with that."
                        .formatted(check.source().equals(KeyCheck.FILE) ? "key file" : "passphrase"));
            case KeyCheck.Read(KeyCheck check) ->
                withSecret(secret -> {
                    DatabaseKeys keys = check.unlock(secret);
                    return keys == null ? wrongKey() : unlocked(lock, keys);
                });
        };
    }

    /// Closes the database and wipes the keys unless the workspace opens.
    private Opening unlocked(WorkspaceLock lock, DatabaseKeys keys) {
        @Nullable Database open = null;
        @Nullable Workspace opened = null;
        try {
            open = new Database(directory, NAME, keys);
            if (migrations.run(open.source()) == Migrations.Outcome.NEWER) {
                return newer();
            }
            opened = new Workspace(directory, open, lock, clock);
            return new Opening.Opened(opened);
        } catch (SQLException | FlywayException e) {
            return refusal(e);
        } finally {
            if (opened == null) {
                try (keys) {
                    if (open != null) {
                        open.close();
                    }
                }
            }
        }
    }

    private Opening refusal(Exception trouble) {
        int code = 0;
        for (Throwable t = trouble; t != null; t = t.getCause()) {
            code = t instanceof SQLException e && code == 0 ? e.getErrorCode() : code;
        }
        if (code == H2Code.ALREADY_OPEN) {
            return new Opening.InUse(
                    "The workspace %s is in use by another program. Close it, or choose another workspace."
                            .formatted(directory));
        }
        if (code == H2Code.NEWER_FILE) {
            return newer();
        }
        if (code == 0 || DiskTrouble.isBehind(trouble)) {
            throw DiskTrouble.writing(database, trouble);
        }
        return new Opening.Damaged(
                "The key fits, but the database %s cannot be read (%s). Put it back from your backup, or move it away to start with an empty workspace."
                        .formatted(database, trouble.getMessage()));
    }

    private Opening newer() {
        return new Opening.Newer(
                "The workspace %s was made by a newer version of the workbench. Install that version, or choose another workspace."
                        .formatted(directory));
    }

    private Opening wrongKey() {
        return new Opening.WrongKey(
                switch (key.source()) {
                    case WorkspaceKey.Passphrase p ->
                        "That is not the passphrase of %s. Try again.".formatted(directory);
                    case WorkspaceKey.InFile(Path path) ->
                        "The key file %s is not the one %s was made with. Put the right one there."
                                .formatted(path, directory);
                });
    }

    private String sourceName() {
        return switch (key.source()) {
            case WorkspaceKey.Passphrase p -> KeyCheck.PASSPHRASE;
            case WorkspaceKey.InFile f -> KeyCheck.FILE;
        };
    }

    private interface Step {
        Opening with(WorkspaceSecret secret) throws IOException;
    }

    private Opening withSecret(Step step) throws IOException {
        return switch (key.source()) {
            case WorkspaceKey.Passphrase(char[] words) -> step.with(new WorkspaceSecret.Words(words));
            case WorkspaceKey.InFile(Path path) ->
                switch (KeyFile.read(path)) {
                    case KeyFile.Refused(Opening why) -> why;
                    case KeyFile.Read(WorkspaceSecret secret) -> step.with(secret);
                };
        };
    }
}
