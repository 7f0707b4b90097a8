package aidg.app.export;

import aidg.app.Failure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;

/// A file that a command was asked to write: refused before the work where it could not be, and replaced in one
/// step.
public final class OutFile {

    private final Path named;
    private final Path target;

    /// @param named    as `--out` names it
    /// @param endings  of which its name must have one, with their dot
    /// @throws Failure saying why the file cannot be written
    public OutFile(Path named, List<String> endings) {
        this.named = named;
        target = named.toAbsolutePath().normalize();
        check(endings);
    }

    /// One whose name may end as it likes.
    ///
    /// @throws Failure as the constructor
    public static OutFile of(Path named) {
        return new OutFile(named, List.of(""));
    }

    /// Refuses what could not be written.
    private void check(List<String> endings) {
        String name = String.valueOf(target.getFileName()).toLowerCase(Locale.ROOT);
        if (endings.stream().noneMatch(name::endsWith)) {
            throw refused(
                    "'%s' does not tell in which form to write.".formatted(named),
                    "End the name with %s.".formatted(String.join(", ", endings)));
        }
        Path folder = target.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            Path asNamed = named.getParent() == null ? folder : named.getParent();
            throw refused("There is no folder %s.".formatted(asNamed), "Make it, or name another file.");
        }
        if (Files.isDirectory(target)) {
            throw refused("%s is a folder.".formatted(named), "Name a file.");
        }
        if (!Files.isWritable(folder) || Files.exists(target) && !Files.isWritable(target)) {
            throw refused("%s may not be written.".formatted(named), "Name another file.");
        }
    }

    private static Failure refused(String message, String fix) {
        return Failure.badInput(message, "--out", fix);
    }

    /// What happens once the content is on the disk and before the file has its name.
    public interface Between {
        void run();
    }

    /// Writes all of it, replacing an earlier file in one step.
    ///
    /// @throws Failure if the disk refuses, naming the reason; an earlier file stays as it was
    public void write(byte[] content) throws IOException {
        write(content, () -> {});
    }

    /// As above, in UTF-8.
    public void write(String content) throws IOException {
        write(content.getBytes(StandardCharsets.UTF_8));
    }

    /// As above.
    ///
    /// @param between if it throws, the earlier file stays
    public void write(byte[] content, Between between) throws IOException {
        Path part = target.resolveSibling("." + target.getFileName() + ".part");
        try {
            Files.write(part, content);
            between.run();
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            throw Failure.failed(
                    "%s could not be written: %s.".formatted(named, reason),
                    "--out",
                    "Free the disk, or name another file.");
        } finally {
            Files.deleteIfExists(part);
        }
    }

    @Override
    public String toString() {
        return named.toString();
    }
}
