package aidg.engine.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import aidg.engine.review.Decision;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A process is killed in the middle of its work; the next one finds everything that was confirmed.
final class WorkspaceKillTest {

    @TempDir
    Path folder;

    @Test
    void fiftyKillsLoseNoAcknowledgedDecision() throws Exception {
        Random random = new Random(11);
        long acknowledged = 0;
        for (int kill = 0; kill < 50; kill++) {
            try (ForkedJvm process = fork("decide", 0)) {
                assertThat(process.line()).isEqualTo("open");
                for (int lines = random.nextInt(30); lines > 0; lines--) {
                    acknowledged = Long.parseLong(process.line());
                }
                pass(random.nextInt(4_000_000));
                for (String late : process.kill()) {
                    acknowledged = late.matches("\\d+") ? Math.max(acknowledged, Long.parseLong(late)) : acknowledged;
                }
            }
            try (Workspace workspace = Workspaces.open(folder)) {
                List<Long> sequences =
                        workspace.decisions().stream().map(Decision::sequence).toList();
                assertThat(sequences)
                        .as("after kill %d", kill)
                        .hasSizeBetween((int) acknowledged, (int) acknowledged + 1)
                        .isEqualTo(LongStream.rangeClosed(1, sequences.size())
                                .boxed()
                                .toList());
                acknowledged = sequences.size();
            }
        }
        assertThat(acknowledged).isGreaterThan(300);
    }

    @Test
    void killedImportLeavesTheOldSnapshotOrTheNewOneWhole() throws Exception {
        Random random = new Random(12);
        try (Workspace workspace = Workspaces.open(folder)) {
            Workspaces.store(workspace, SampleImport.of(0, 3_000));
        }
        long stored = 0;
        for (int kill = 0; kill < 8; kill++) {
            long first = stored + 1;
            long begun = first;
            try (ForkedJvm process = fork("import", first)) {
                assertThat(process.line()).isEqualTo("open");
                for (int lines = 1 + random.nextInt(6); lines > 0; lines--) {
                    String line = process.line();
                    stored = line.startsWith("stored ") ? number(line) : stored;
                    begun = number(line);
                }
                pass(random.nextInt(60_000_000));
                for (String late : process.kill()) {
                    if (late.matches("stor(ed|ing) \\d+")) {
                        stored = late.startsWith("stored ") ? number(late) : stored;
                        begun = number(late);
                    }
                }
            }
            try (Workspace workspace = Workspaces.open(folder)) {
                String hash = workspace.marketplace().orElseThrow().dataHash();
                assertThat(hash).as("after kill %d", kill).isIn("hash" + stored, "hash" + begun);
                stored = hash.equals("hash" + begun) ? begun : stored;
                SampleImport.of(stored, 3_000).assertStoredIn(workspace);
                assertThat(Workspaces.snapshotFiles(folder)).hasSize(1);
            }
        }
    }

    private static long number(String line) {
        return Long.parseLong(line.substring(line.indexOf(' ') + 1));
    }

    private ForkedJvm fork(String what, long seed) throws Exception {
        return ForkedJvm.start(
                ForkedWork.class,
                what,
                Workspaces.directory(folder).toString(),
                Workspaces.keyFile(folder).toString(),
                String.valueOf(seed));
    }

    /// Lets the other process run on for a moment, so that kills fall anywhere in its work.
    private static void pass(long nanos) {
        long end = System.nanoTime() + nanos;
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }
}
