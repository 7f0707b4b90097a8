package aidg.app.bench;

import aidg.app.Failure;
import aidg.app.desktop.ReopenProbe;
import aidg.app.desktop.StartProbe;
import aidg.engine.domain.Progress;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Times coming back to a review that was left half done, in processes of their own: the first leaves it and is killed,
/// the others come back. All happens on a copy of the workspace. The floor is the first frame: nothing is seen before
/// it.
public final class ReopenBench {

    private static final double RESTORED_MS = 1000;

    private final Path workspace;

    public ReopenBench(Path workspace) {
        this.workspace = workspace;
    }

    /// @param runs how often it is come back to, 1 or more
    /// @throws Failure if a desktop does not start, or what was left never stands again
    public Row run(int runs, Progress progress) throws IOException, InterruptedException {
        Path copy = Files.createTempDirectory("aidg-bench");
        try {
            copy(workspace, copy.resolve("workspace"));
            return timed(copy, runs, progress);
        } finally {
            delete(copy);
        }
    }

    private static Row timed(Path folder, int runs, Progress progress) throws IOException, InterruptedException {
        String copy = folder.resolve("workspace").toString();
        Probe probe = new Probe(folder.resolve("bench.log"));
        progress.at("Leaving a review half done", 0, runs + 1L);
        String selected = probe.run(ReopenProbe.class, copy, ReopenProbe.LEAVE).getOrDefault(ReopenProbe.SELECTED, "");
        double[] millis = new double[runs];
        double[] frame = new double[runs];
        for (int i = 0; i < runs; i++) {
            progress.at("Coming back to it", i + 1L, runs + 1L);
            Map<String, String> told = probe.run(ReopenProbe.class, copy, ReopenProbe.COME_BACK, selected);
            frame[i] = Probe.milestone(StartProbe.FRAME, told);
            millis[i] = Probe.milestone(ReopenProbe.RESTORED, told) - frame[i];
        }
        double first = Row.of("", "", frame).medianMs();
        return Row.of(
                        "session reopened",
                        "from first frame (%,.0f ms) to selection, filter, draft".formatted(first),
                        millis)
                .atMost(RESTORED_MS);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
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
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failed) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
