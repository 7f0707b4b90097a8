package aidg.engine.workspace;

import aidg.engine.audit.PublicSigner;
import aidg.engine.audit.SigningKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The file of the key with which this installation signs what it hands out, readable for its owner alone. [PRI-4]
///
/// Methods throw `UncheckedIOException` if the disk fails, with words for the user.
public final class SigningKeyFile {

    /// What came of reading it.
    public sealed interface Reading {}

    public record Read(SigningKey key) implements Reading {}

    /// There is none yet.
    public record Missing() implements Reading {}

    /// It may not be used.
    ///
    /// @param words what is wrong, and what to do
    public record Refused(String words) implements Reading {}

    private SigningKeyFile() {}

    /// Reads the key, or makes one if there is none.
    public static Reading readOrMake(Path file) {
        if (!Files.exists(file)) {
            try {
                Path folder = file.toAbsolutePath().getParent();
                if (folder != null) {
                    Files.createDirectories(folder);
                }
                OwnerOnly.write(file, SigningKey.create().encoded());
            } catch (IOException e) {
                throw DiskTrouble.writing(file, e);
            }
        }
        return read(file);
    }

    /// Reads the key.
    public static Reading read(Path file) {
        if (!Files.exists(file)) {
            return new Missing();
        }
        try {
            Optional<String> complaint = OwnerOnly.complaint(file);
            if (complaint.isPresent()) {
                return new Refused(complaint.get());
            }
            return new Read(SigningKey.of(Files.readAllBytes(file)));
        } catch (IllegalArgumentException e) {
            return new Refused(
                    "The signing key %s is damaged. Put it back from your backup, or move it away to sign with a new one; what the old one signed is then verified with --signer."
                            .formatted(file));
        } catch (IOException e) {
            throw DiskTrouble.reading(file, e);
        }
    }

    /// Whose signature this installation makes; empty where it has made none yet.
    public static Optional<PublicSigner> signer(Path file) {
        return read(file) instanceof Read(SigningKey key) ? Optional.of(key.signer()) : Optional.empty();
    }
}
