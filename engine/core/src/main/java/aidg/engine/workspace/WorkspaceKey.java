package aidg.engine.workspace;

import java.nio.file.Path;
import java.util.Arrays;

/// What unlocks a workspace: a passphrase or a key file. Used for one opening and wiped by it. [PRI-4]
///
/// A passphrase is stretched with PBKDF2 before the database sees it, because the database's own hashing is too
/// quick to withstand guessing; the salt and the parameters lie beside the database in `workspace.key` and are
/// not secret. A key file holds 32 random bytes and needs no stretching. See `KeyCheck`.
public final class WorkspaceKey implements AutoCloseable {

    /// Where the secret comes from.
    sealed interface Source {}

    /// @param words wiped when the key is closed
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody, and wiped in place
    record Passphrase(char[] words) implements Source {}

    /// @param path made on first use
    record InFile(Path path) implements Source {}

    private final Source source;

    private WorkspaceKey(Source source) {
        this.source = source;
    }

    /// A passphrase. The array becomes the key's own and is overwritten with zeros once the opening is over.
    public static WorkspaceKey passphrase(char[] words) {
        if (words.length == 0) {
            throw new IllegalArgumentException("the passphrase is empty; type at least one character");
        }
        return new WorkspaceKey(new Passphrase(words));
    }

    /// A key file, readable by its owner alone. It is made from 32 random bytes when a workspace is first
    /// created with it, and never made anew for a workspace that exists.
    public static WorkspaceKey file(Path path) {
        return new WorkspaceKey(new InFile(path.toAbsolutePath().normalize()));
    }

    Source source() {
        return source;
    }

    /// Wipes the passphrase.
    @Override
    public void close() {
        if (source instanceof Passphrase(char[] words)) {
            Arrays.fill(words, '\0');
        }
    }
}
