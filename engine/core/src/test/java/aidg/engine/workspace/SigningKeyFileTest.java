package aidg.engine.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import aidg.engine.audit.SigningKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// [PRI-4]
final class SigningKeyFileTest {

    @TempDir
    Path folder;

    @Test
    void aKeyIsMadeOnceAndReadBack() {
        Path file = folder.resolve("home/signing.key");
        assertThat(SigningKeyFile.signer(file)).isEmpty();
        assertThat(SigningKeyFile.read(file)).isInstanceOf(SigningKeyFile.Missing.class);
        SigningKey made = ((SigningKeyFile.Read) SigningKeyFile.readOrMake(file)).key();
        SigningKey again = ((SigningKeyFile.Read) SigningKeyFile.readOrMake(file)).key();
        assertThat(again.signer()).isEqualTo(made.signer());
        assertThat(SigningKeyFile.signer(file)).contains(made.signer());
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aKeyThatOthersCanReadSignsNothing() throws Exception {
        Path file = folder.resolve("signing.key");
        SigningKeyFile.readOrMake(file);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(SigningKeyFile.read(file))
                .isInstanceOfSatisfying(
                        SigningKeyFile.Refused.class,
                        refused -> assertThat(refused.words()).contains("chmod 600"));
    }

    @Test
    void aDamagedKeyIsToldSoAndStays() throws Exception {
        Path file = folder.resolve("signing.key");
        OwnerOnly.write(file, new byte[] {1, 2, 3});
        assertThat(SigningKeyFile.readOrMake(file))
                .isInstanceOfSatisfying(
                        SigningKeyFile.Refused.class,
                        refused -> assertThat(refused.words()).contains("is damaged. Put it back"));
        assertThat(Files.size(file)).isEqualTo(3);
    }
}
