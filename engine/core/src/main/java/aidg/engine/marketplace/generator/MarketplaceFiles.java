package aidg.engine.marketplace.generator;

import aidg.engine.domain.Progress;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Writes a generated marketplace as a folder of compressed CSV tables. The folder appears, or replaces an
/// older one, only when it is complete: everything is written beside it first and then moved.
public final class MarketplaceFiles {

    private MarketplaceFiles() {}

    /// What came of writing.
    public sealed interface Written {

        /// The folder is complete.
        ///
        /// @param files every table, `truth/truth.csv.gz` last
        record Complete(Path folder, List<Path> files) implements Written {
            public Complete {
                files = List.copyOf(files);
            }
        }

        /// Nothing was written or changed.
        ///
        /// @param reason one sentence: what is in the way and what to do
        record Refused(String reason) implements Written {}
    }

    /// Writes all tables to `folder`. An older generated marketplace there is replaced, and files beside its
    /// tables, a README say, are kept; any other folder that is not empty is refused.
    ///
    /// @throws java.util.concurrent.CancellationException if `progress` asks to stop; `folder` is then as it was
    /// @throws UncheckedIOException if the disk fails; `folder` is then as it was
    public static Written write(Generated generated, Path folder, Progress progress) {
        Path target = folder.toAbsolutePath().normalize();
        try {
            String obstacle = obstacle(target);
            if (obstacle != null) {
                return new Written.Refused(obstacle);
            }
            Path parent = target.getParent();
            if (parent == null) {
                return new Written.Refused(target + " is the root of the disk; name a folder inside it");
            }
            Files.createDirectories(parent);
            Path staging = Files.createTempDirectory(parent, "." + target.getFileName() + "-new-");
            try {
                Path fresh = Files.createDirectory(staging.resolve("fresh"));
                keepOtherFiles(target, fresh);
                Files.createDirectories(fresh.resolve("truth"));
                new MarketplaceTables(fresh, generated, progress).write(generated);
                swap(fresh, target, staging.resolve("replaced"));
            } finally {
                delete(staging);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(
                    "the marketplace cannot be written to " + target + "; check that the disk is writable and has room",
                    broken);
        }
        return new Written.Complete(
                target, MarketplaceTables.FILES.stream().map(target::resolve).toList());
    }

    /// Why the folder may not be replaced, or null if it may.
    private static @Nullable String obstacle(Path target) throws IOException {
        if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            return null;
        }
        if (!Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
            return target + " is not a folder; name another";
        }
        try (Stream<Path> inside = Files.list(target)) {
            if (inside.findAny().isEmpty()) {
                return null;
            }
        } catch (NotDirectoryException vanished) {
            return target + " is not a folder; name another";
        }
        boolean ours = MarketplaceTables.FILES.stream().allMatch(file -> Files.isRegularFile(target.resolve(file)));
        return ours ? null : target + " is not empty and holds no generated marketplace; name an empty or a new folder";
    }

    private static void keepOtherFiles(Path target, Path fresh) throws IOException {
        if (!Files.isDirectory(target)) {
            return;
        }
        try (Stream<Path> all = Files.walk(target)) {
            for (Path path : (Iterable<Path>) all::iterator) {
                Path relative = target.relativize(path);
                Path copy = fresh.resolve(relative.toString());
                boolean table =
                        MarketplaceTables.FILES.contains(relative.toString().replace(File.separatorChar, '/'));
                if (Files.isDirectory(path)) {
                    Files.createDirectories(copy);
                } else if (!table) {
                    Files.copy(path, copy, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }

    /// Two renames; if the second fails, the first is undone.
    private static void swap(Path fresh, Path target, Path replaced) throws IOException {
        boolean older = Files.exists(target);
        if (older) {
            Files.move(target, replaced, StandardCopyOption.ATOMIC_MOVE);
        }
        try {
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException broken) {
            if (older) {
                Files.move(replaced, target, StandardCopyOption.ATOMIC_MOVE);
            }
            throw broken;
        }
    }

    private static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
