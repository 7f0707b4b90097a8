package aidg.engine.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/// What is done for a database file whose process was killed. H2 looks for the newest state from the head and
/// the tail of its file, and where the kill tore the tail it settles for an older one that is whole: up to
/// twenty versions, acknowledged commits among them, would be gone. In recovery mode it reads the whole file
/// and finds the newest. So a mark lies beside the file while it is open, and who finds a mark searches
/// thoroughly first.
final class KilledStore {

    private final Path directory;
    private final Path file;
    private final Path mark;
    private final DatabaseKeys keys;

    KilledStore(Path directory, String name, DatabaseKeys keys) {
        this.directory = directory;
        file = directory.resolve(name + ".mv.db");
        mark = directory.resolve(name + ".open");
        this.keys = keys;
    }

    /// Brings the file to its newest whole state if the last process did not close it, and marks it as open.
    void recover() {
        try {
            if (Files.exists(mark) && Files.exists(file)) {
                search();
            }
            if (Files.isDirectory(directory)) {
                Files.write(mark, new byte[0]);
            }
        } catch (IOException e) {
            throw DiskTrouble.writing(mark, e);
        }
    }

    /// A file that cannot be read is left to the database, which says what is wrong with it.
    private void search() {
        char[] secret = secret();
        try (MVStore store = new MVStore.Builder()
                .fileName(file.toAbsolutePath().toString())
                .encryptionKey(secret)
                .autoCommitDisabled()
                .recoveryMode()
                .open()) {
            store.commit();
        } catch (MVStoreException e) {
            return;
        } finally {
            Arrays.fill(secret, '\0');
        }
    }

    /// The file's part of the password, as H2 hands it to its store: what stands before the blank.
    private char[] secret() {
        char[] both = keys.password();
        int blank = 0;
        while (both[blank] != ' ') {
            blank++;
        }
        char[] secret = Arrays.copyOf(both, blank);
        Arrays.fill(both, '\0');
        return secret;
    }

    /// The database closed its file in good order.
    void closed() {
        try {
            Files.deleteIfExists(mark);
        } catch (IOException e) {
            throw DiskTrouble.writing(mark, e);
        }
    }
}
