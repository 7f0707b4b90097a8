package aidg.engine.workspace;

import aidg.engine.domain.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

/// Workspaces in a test's folder: the key file `key`, the workspace in `workspace`.
final class Workspaces {

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T09:30:00.123456789Z"), ZoneOffset.UTC);

    private Workspaces() {}

    static Path directory(Path folder) {
        return folder.resolve("workspace");
    }

    static Path keyFile(Path folder) {
        return folder.resolve("key");
    }

    static Opening tryOpen(Path folder) {
        return Workspace.open(directory(folder), WorkspaceKey.file(keyFile(folder)), CLOCK);
    }

    static Workspace open(Path folder) {
        return opened(tryOpen(folder));
    }

    static Workspace opened(Opening opening) {
        if (opening instanceof Opening.Opened(Workspace workspace)) {
            return workspace;
        }
        throw new AssertionError(opening.toString());
    }

    static void store(Workspace workspace, SampleImport sample) {
        workspace.replaceMarketplace(sample.marketplace(), sample.report(), Progress.SILENT);
    }

    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(directory(folder))) {
            return files.sorted().toList();
        }
    }

    static List<Path> snapshotFiles(Path folder) throws IOException {
        return files(folder).stream()
                .filter(file -> file.toString().endsWith(".sealed"))
                .toList();
    }
}
