package aidg.engine.workspace;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/// Sealed files of what was worked out and can be worked out again, one per name, beside the database. A new one
/// takes the place of the old in one small transaction. Whatever goes wrong with one, it counts as not kept.
final class KeptFiles {

    private final Path directory;
    private final Settings settings;
    private final SecureRandom random;
    private final ReentrantLock lock = new ReentrantLock();

    /// Where each file's number and key are kept; the database is encrypted.
    interface Settings {
        Optional<String> get(String key);

        void set(String key, String value);
    }

    KeptFiles(Path directory, Settings settings, SecureRandom random) {
        this.directory = directory;
        this.settings = settings;
        this.random = random;
    }

    <T> Optional<T> read(String name, Workspace.Source<T> source) {
        lock.lock();
        try {
            Optional<String> current = settings.get(setting(name)).filter(value -> value.indexOf(' ') > 0);
            if (current.isEmpty()) {
                return Optional.empty();
            }
            String[] parts = current.get().split(" ", 2);
            try (InputStream stream =
                    SealedFile.read(file(name, parts[0]), Base64.getDecoder().decode(parts[1]))) {
                T read = source.from(stream);
                return stream.read() < 0 ? Optional.of(read) : Optional.empty();
            } catch (IOException | IllegalArgumentException e) {
                return Optional.empty();
            }
        } finally {
            lock.unlock();
        }
    }

    void write(String name, Workspace.Content content) {
        lock.lock();
        try {
            long number = number(settings.get(setting(name)).orElse("")) + 1;
            byte[] key = new byte[32];
            random.nextBytes(key);
            Path fresh = file(name, Long.toString(number));
            Files.deleteIfExists(fresh);
            try (OutputStream stream = SealedFile.write(fresh, key)) {
                content.to(stream);
            }
            settings.set(setting(name), number + " " + Base64.getEncoder().encodeToString(key));
            dropOthers(name, fresh);
        } catch (IOException e) {
            // A full disk, say: the earlier one stays, and the next write drops what was left.
        } finally {
            lock.unlock();
        }
    }

    private static long number(String value) {
        String digits = value.replaceAll(" .*", "");
        return digits.matches("\\d{1,18}") ? Long.parseLong(digits) : 0;
    }

    private void dropOthers(String name, Path keep) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "kept-" + name + "-*.sealed")) {
            for (Path file : files) {
                if (!file.equals(keep)) {
                    Files.delete(file);
                }
            }
        }
    }

    private static String setting(String name) {
        return "kept." + name;
    }

    private Path file(String name, String number) {
        return directory.resolve("kept-%s-%s.sealed".formatted(name, number));
    }
}
