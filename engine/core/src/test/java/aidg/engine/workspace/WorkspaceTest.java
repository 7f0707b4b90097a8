package aidg.engine.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aidg.engine.domain.Category;
import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Discount;
import aidg.engine.domain.Money;
import aidg.engine.domain.OverrideReason;
import aidg.engine.review.Decision;
import aidg.engine.review.Decision.Approved;
import aidg.engine.review.Decision.Overridden;
import aidg.engine.review.Decision.Withdrawn;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WorkspaceTest {

    private static final DealTerms TERMS =
            new DealTerms(new Discount(0.3), new Money(1999), 14, new Category("Spa & Beauty"));

    @TempDir
    Path folder;

    @Test
    void aNewWorkspaceHoldsNothing() {
        try (Workspace workspace = Workspaces.open(folder)) {
            assertThat(workspace.marketplace()).isEmpty();
            assertThat(workspace.lastImport()).isEmpty();
            assertThat(workspace.importedAt()).isEmpty();
            assertThat(workspace.decisions()).isEmpty();
            assertThat(workspace.setting("theme")).isEmpty();
        }
    }

    @Test
    void everyKindOfDecisionIsReadBackAsItWasAppended() {
        List<Decision> appended = new ArrayList<>();
        try (Workspace workspace = Workspaces.open(folder)) {
            appended.add(workspace.append("d1", new Approved(), 0, "hash"));
            appended.add(workspace.append(
                    "d2", new Overridden(OverrideReason.BAD_TIMING, TERMS, "später; \"Mai\""), 0.25, "hash"));
            appended.add(workspace.append("d3", new Overridden(OverrideReason.OTHER, null, ""), 1, "other"));
            appended.add(workspace.append("d2", new Withdrawn(2), 0.25, "hash"));
            appended.add(workspace.append("d2", new Approved(), 0.25, "hash"));
        }
        try (Workspace workspace = Workspaces.open(folder)) {
            assertThat(workspace.decisions()).isEqualTo(appended);
            assertThat(appended.get(1))
                    .isEqualTo(new Decision(
                            2,
                            "d2",
                            new Overridden(OverrideReason.BAD_TIMING, TERMS, "später; \"Mai\""),
                            Workspaces.CLOCK.instant(),
                            0.25,
                            "hash"));
            assertThat(workspace.append("d4", new Approved(), 0.5, "hash").sequence())
                    .isEqualTo(6);
        }
    }

    @Test
    void settingsOutliveTheProcessAndTheLastValueCounts() {
        try (Workspace workspace = Workspaces.open(folder)) {
            workspace.setting("theme", "light");
            workspace.setting("theme", "dark");
        }
        try (Workspace workspace = Workspaces.open(folder)) {
            assertThat(workspace.setting("theme")).contains("dark");
            assertThat(workspace.setting("Theme")).isEmpty();
        }
    }

    @Test
    void anImportIsReadBackRowForRowAfterReopening() {
        SampleImport sample = SampleImport.of(1, 500);
        try (Workspace workspace = Workspaces.open(folder)) {
            Workspaces.store(workspace, sample);
        }
        try (Workspace workspace = Workspaces.open(folder)) {
            sample.assertStoredIn(workspace);
            assertThat(workspace.importedAt()).contains(Workspaces.CLOCK.instant());
        }
    }

    @Test
    void aCancelledImportLeavesThePreviousSnapshot() throws Exception {
        SampleImport first = SampleImport.of(1, 50);
        SampleImport second = SampleImport.of(2, 50);
        try (Workspace workspace = Workspaces.open(folder)) {
            Workspaces.store(workspace, first);
            assertThatThrownBy(() ->
                            workspace.replaceMarketplace(second.marketplace(), second.report(), (step, done, total) -> {
                                throw new CancellationException("stopped");
                            }))
                    .isInstanceOf(CancellationException.class);
            first.assertStoredIn(workspace);
            assertThat(Workspaces.snapshotFiles(folder)).hasSize(1);
        }
    }

    @Test
    void tenImportsTakeNoMoreRoomThanOne() throws Exception {
        long afterFirst = 0;
        for (int i = 1; i <= 10; i++) {
            try (Workspace workspace = Workspaces.open(folder)) {
                Workspaces.store(workspace, SampleImport.of(i, 5_000));
                Workspaces.store(workspace, SampleImport.of(i, 5_000));
            }
            afterFirst = i == 1 ? size() : afterFirst;
        }
        assertThat(size()).isLessThan(afterFirst + 1_000_000);
        assertThat(Workspaces.snapshotFiles(folder)).hasSize(1);
    }

    private long size() throws Exception {
        long bytes = 0;
        for (Path file : Workspaces.files(folder)) {
            bytes += Files.size(file);
        }
        return bytes;
    }

    /// [PRI-4]
    @Test
    void noFileHoldsAnythingInTheClear() throws Exception {
        try (Workspace workspace = Workspaces.open(folder)) {
            Workspaces.store(workspace, SampleImport.of(1, 50));
            workspace.append(
                    "d-confidential", new Overridden(OverrideReason.OTHER, null, "confidential comment"), 0.5, "h");
            workspace.setting("confidential-key", "confidential value");
        }
        for (Path file : Workspaces.files(folder)) {
            String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            assertThat(bytes).as(file.toString()).doesNotContain("confidential", "Zwiebelfisch", "deal_id", "DEAL_ID");
        }
        assertThat(Workspaces.files(folder))
                .extracting(file -> file.getFileName().toString())
                .containsExactly("snapshot-1.sealed", "workspace.key", "workspace.lock", "workspace.mv.db");
    }

    @Test
    void aSnapshotThatWasTamperedWithIsRefusedAndTheRestStaysUsable() throws Exception {
        try (Workspace workspace = Workspaces.open(folder)) {
            Workspaces.store(workspace, SampleImport.of(1, 50));
            Path sealed = Workspaces.snapshotFiles(folder).getFirst();
            byte[] bytes = Files.readAllBytes(sealed);
            bytes[bytes.length / 2] ^= 1;
            Files.write(sealed, bytes);
            assertThatThrownBy(workspace::marketplace)
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("Import the data again");
            Workspaces.store(workspace, SampleImport.of(2, 50));
            SampleImport.of(2, 50).assertStoredIn(workspace);
        }
    }

    @Test
    void anInterruptedThreadDoesNotCloseTheWorkspace() {
        try (Workspace workspace = Workspaces.open(folder)) {
            Workspaces.store(workspace, SampleImport.of(1, 50));
            Thread.currentThread().interrupt();
            workspace.append("d1", new Approved(), 0.5, "hash");
            assertThat(workspace.decisions()).hasSize(1);
            assertThat(Thread.interrupted()).isTrue();
            workspace.append("d2", new Approved(), 0.5, "hash");
            assertThat(workspace.decisions()).hasSize(2);
        }
    }

    @Test
    void manyThreadsDecideAndReadWhileAnImportRuns() throws Exception {
        try (Workspace workspace = Workspaces.open(folder);
                ExecutorService threads = Executors.newFixedThreadPool(4)) {
            Workspaces.store(workspace, SampleImport.of(0, 200));
            List<Future<?>> running = new ArrayList<>();
            for (int writer = 0; writer < 2; writer++) {
                running.add(threads.submit(() -> {
                    for (int i = 0; i < 40; i++) {
                        workspace.append("d" + i, new Approved(), 0.5, "hash");
                    }
                }));
            }
            running.add(threads.submit(() -> {
                for (int i = 1; i <= 10; i++) {
                    Workspaces.store(workspace, SampleImport.of(i, 200));
                }
            }));
            running.add(threads.submit(() -> {
                for (int i = 0; i < 40; i++) {
                    assertThat(workspace.marketplace().orElseThrow().deals()).hasSize(200);
                }
            }));
            for (Future<?> work : running) {
                work.get();
            }
            assertThat(workspace.decisions())
                    .extracting(Decision::sequence)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, 80).boxed().toList());
            SampleImport.of(10, 200).assertStoredIn(workspace);
        }
    }

    @Test
    void aClosedWorkspaceSaysSo() {
        Workspace workspace = Workspaces.open(folder);
        workspace.close();
        workspace.close();
        assertThatThrownBy(workspace::decisions)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is closed");
    }
}
