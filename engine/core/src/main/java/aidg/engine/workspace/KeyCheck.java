package aidg.engine.workspace;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Properties;
import javax.crypto.KDF;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.PBEKeySpec;

/// The small file beside the database that says how its keys come out of the workspace key, and lets a wrong key be
/// told from a damaged database. Nothing in it is secret. [PRI-4]
///
/// A passphrase goes through PBKDF2-HMAC-SHA512 with 210,000 rounds and a random salt (OWASP Password Storage
/// Cheat Sheet, 2023); H2 by itself hashes a password a handful of times, which a graphics card guesses through
/// quickly. The result, or the key file's 32 bytes, goes through HKDF-SHA256 (RFC 5869), once per purpose:
/// file, user, check.
///
/// @param source     `passphrase` or `file`
/// @param iterations PBKDF2 rounds, 0 for a key file
/// @param salt       16 random bytes
/// @param check      32 bytes that only the right key gives
@SuppressWarnings("ArrayRecordComponent") // never compared as a whole
record KeyCheck(String source, int iterations, byte[] salt, byte[] check) {

    static final String PASSPHRASE = "passphrase";
    static final String FILE = "file";

    private static final int FORMAT = 1;
    private static final int ROUNDS = 210_000;
    private static final int MOST_ROUNDS = 100_000_000;
    private static final int BYTES = 32;

    /// What came of reading the file.
    sealed interface Reading {}

    record Read(KeyCheck check) implements Reading {}

    record Unreadable(Opening why) implements Reading {}

    /// A key's three uses.
    @SuppressWarnings("ArrayRecordComponent") // never compared as a whole
    private record Derived(byte[] file, byte[] user, byte[] check) {}

    /// Makes the check for a new workspace.
    static KeyCheck create(String source, SecureRandom random, WorkspaceSecret secret) {
        byte[] salt = new byte[16];
        random.nextBytes(salt);
        int rounds = source.equals(PASSPHRASE) ? ROUNDS : 0;
        return new KeyCheck(source, rounds, salt, derive(secret, salt, rounds).check);
    }

    /// The database's keys, or null if the secret is not the one this check was made with.
    @org.jspecify.annotations.Nullable
    DatabaseKeys unlock(WorkspaceSecret secret) {
        Derived derived = derive(secret, salt, iterations);
        if (!MessageDigest.isEqual(derived.check, check)) {
            return null;
        }
        return new DatabaseKeys(derived.file, derived.user);
    }

    private static Derived derive(WorkspaceSecret secret, byte[] salt, int rounds) {
        byte[] material = secret.stretched(salt, rounds);
        try {
            KDF hkdf = KDF.getInstance("HKDF-SHA256");
            return new Derived(
                    expand(hkdf, material, salt, "aidg workspace file"),
                    expand(hkdf, material, salt, "aidg workspace user"),
                    expand(hkdf, material, salt, "aidg workspace check"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java lacks HKDF-SHA256; run the workbench on Java 25", e);
        } finally {
            Arrays.fill(material, (byte) 0);
        }
    }

    private static byte[] expand(KDF hkdf, byte[] material, byte[] salt, String purpose)
            throws GeneralSecurityException {
        return hkdf.deriveData(HKDFParameterSpec.ofExtract()
                .addIKM(material)
                .addSalt(salt)
                .thenExpand(purpose.getBytes(StandardCharsets.US_ASCII), BYTES));
    }

    static byte[] pbkdf2(char[] words, byte[] salt, int rounds) {
        PBEKeySpec spec = new PBEKeySpec(words, salt, rounds, 8 * BYTES);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java lacks PBKDF2; run the workbench on Java 25", e);
        } finally {
            spec.clearPassword();
        }
    }

    void write(Path file) {
        HexFormat hex = HexFormat.of();
        String text = """
                # How the workspace's keys come out of the passphrase or key file. Not secret, but needed: keep it
                # with the database.
                format=%d
                source=%s
                iterations=%d
                salt=%s
                check=%s
                """.formatted(FORMAT, source, iterations, hex.formatHex(salt), hex.formatHex(check));
        try {
            OwnerOnly.write(file, text.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw DiskTrouble.writing(file, e);
        }
    }

    static Reading read(Path file) {
        if (!Files.exists(file)) {
            return damaged("The file %s is missing, and without it the workspace cannot be decrypted.", file);
        }
        try {
            Properties lines = new Properties();
            lines.load(new StringReader(Files.readString(file, StandardCharsets.US_ASCII)));
            if (Integer.parseInt(lines.getProperty("format", "")) > FORMAT) {
                return new Unreadable(new Opening.Newer(
                        "This workspace was made by a newer version of the workbench (%s). Install that version."
                                .formatted(file)));
            }
            KeyCheck check = new KeyCheck(
                    lines.getProperty("source", ""),
                    Integer.parseInt(lines.getProperty("iterations", "")),
                    HexFormat.of().parseHex(lines.getProperty("salt", "")),
                    HexFormat.of().parseHex(lines.getProperty("check", "")));
            boolean usable = check.salt.length == 16
                    && check.check.length == BYTES
                    && switch (check.source) {
                        case PASSPHRASE -> check.iterations >= 1 && check.iterations <= MOST_ROUNDS;
                        case FILE -> check.iterations == 0;
                        default -> false;
                    };
            return usable ? new Read(check) : damaged("The file %s is not what the workbench wrote.", file);
        } catch (IllegalArgumentException | java.nio.charset.CharacterCodingException e) {
            return damaged("The file %s is not what the workbench wrote.", file);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    new IOException("%s cannot be read. Check its permissions and the disk.".formatted(file), e));
        }
    }

    private static Reading damaged(String what, Path file) {
        return new Unreadable(
                new Opening.Damaged((what + " Put %s back from your backup.").formatted(file, file.getFileName())));
    }
}
