package aidg.engine.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;

/// A file of 32 random bytes that only its owner may read. [PRI-4]
final class KeyFile {

    private static final int BYTES = 32;

    /// What came of reading it.
    sealed interface Reading {}

    record Read(WorkspaceSecret secret) implements Reading {}

    record Refused(Opening why) implements Reading {}

    private KeyFile() {}

    /// Makes the file if there is none.
    static void createIfMissing(Path file, SecureRandom random) {
        if (Files.exists(file)) {
            return;
        }
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        try {
            Path folder = file.getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            OwnerOnly.write(file, bytes);
        } catch (IOException e) {
            throw DiskTrouble.writing(file, e);
        }
    }

    static Reading read(Path file) {
        if (!Files.isRegularFile(file)) {
            return new Refused(new Opening.WrongKey(
                    "The key file %s is missing, and this workspace cannot be decrypted without it. Put it back from your backup."
                            .formatted(file)));
        }
        try {
            Optional<String> complaint = OwnerOnly.complaint(file);
            if (complaint.isPresent()) {
                return new Refused(new Opening.WrongKey(complaint.get()));
            }
            byte[] bytes = Files.readAllBytes(file);
            if (bytes.length != BYTES) {
                return new Refused(
                        new Opening.WrongKey("The key file %s has %d bytes instead of %d. Put it back from your backup."
                                .formatted(file, bytes.length, BYTES)));
            }
            return new Read(new WorkspaceSecret.Random(bytes));
        } catch (IOException e) {
            throw DiskTrouble.reading(file, e);
        }
    }
}
