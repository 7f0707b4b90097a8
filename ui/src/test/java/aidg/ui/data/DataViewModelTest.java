package aidg.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import aidg.engine.marketplace.ImportReport.TableCount;
import aidg.engine.marketplace.Reject;
import aidg.ui.page.Destination;
import aidg.ui.page.Navigator;
import aidg.ui.page.Notice;
import aidg.ui.page.Surroundings;
import aidg.ui.sample.SampleDataDesk;
import aidg.ui.sample.SampleWorkbench;
import aidg.ui.task.Background;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataViewModelTest {

    private final SampleDataDesk desk = new SampleDataDesk();
    private final List<Notice> notices = new ArrayList<>();
    private final List<String> reloads = new ArrayList<>();
    private final DataViewModel model = model(Background.onCallingThread(InstantSource.system()));

    private DataViewModel model(Background background) {
        return new DataViewModel(
                desk,
                new Surroundings(
                        background,
                        SampleWorkbench.FIGURES,
                        InstantSource.system(),
                        new Navigator(new Destination.Data()),
                        notices::add),
                () -> reloads.add("queue"));
    }

    @Test
    void theSnapshotAndItsRefusedRowsAreShown() {
        model.load();

        assertThat(model.snapshotProperty().get())
                .isInstanceOfSatisfying(
                        SnapshotState.Loaded.class,
                        loaded -> assertThat(loaded.snapshot().merchants()).isEqualTo(240));
        assertThat(model.rejects()).hasSize(9);
        assertThat(model.lastImportProperty().get().orElseThrow().tables())
                .containsEntry("deals", new TableCount(12_486, 12_480, 6));
    }

    @Test
    void beforeTheFirstImportThereIsNothing() {
        desk.setEmpty(true);
        model.load();

        assertThat(model.snapshotProperty().get()).isEqualTo(new SnapshotState.None());
        assertThat(model.rejects()).isEmpty();
    }

    @Test
    void withoutAFolderThereIsNothingToImport() {
        model.startImport();

        assertThat(model.canImportProperty().get()).isFalse();
        assertThat(model.stateProperty().get()).isEqualTo(new ImportState.Idle());
    }

    @Test
    void importedDataReplacesTheQueue() {
        model.folderProperty().set(Optional.of(Path.of("november")));

        model.startImport();

        assertThat(model.stateProperty().get()).isInstanceOf(ImportState.Done.class);
        assertThat(reloads).containsExactly("queue");
        assertThat(notices).containsExactly(new Notice("New data is in use", false));
    }

    @Test
    void aStrictImportWithAWrongRowChangesNothing() {
        model.folderProperty().set(Optional.of(Path.of("november")));
        model.strictProperty().set(true);

        model.startImport();

        assertThat(model.stateProperty().get()).isInstanceOf(ImportState.Refused.class);
        assertThat(model.rejects()).hasSize(9);
        assertThat(reloads).isEmpty();
    }

    @Test
    void aFolderThatCannotBeUsedSaysWhy() {
        model.folderProperty().set(Optional.of(Path.of("holiday-photos")));

        model.startImport();

        assertThat(model.stateProperty().get()).isInstanceOfSatisfying(ImportState.Failed.class, failed -> {
            assertThat(failed.problem().words()).isEqualTo("deals.csv is not in that folder");
            assertThat(failed.problem().next()).startsWith("Choose a folder");
        });
    }

    @Test
    void cancellingAnswersAtOnceAndTheLateResultIsIgnored() {
        Deque<Runnable> waiting = new ArrayDeque<>();
        DataViewModel slow = model(Background.on(waiting::add, Runnable::run, InstantSource.system()));
        slow.folderProperty().set(Optional.of(Path.of("november")));
        slow.startImport();
        assertThat(slow.runningProperty().get()).isTrue();

        slow.cancelImport();
        assertThat(slow.stateProperty().get()).isEqualTo(new ImportState.Cancelled());
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }

        assertThat(slow.stateProperty().get()).isEqualTo(new ImportState.Cancelled());
        assertThat(reloads).isEmpty();
    }

    @Test
    void theFilterLooksAtEveryColumnWhateverTheCase() {
        model.load();

        model.filterProperty().set("DISCOUNT");
        assertThat(model.shown()).extracting(Reject::line).containsExactly(412L, 413L);
        model.filterProperty().set("salsa");
        assertThat(model.shown()).isEmpty();
        model.filterProperty().set(" ");
        assertThat(model.shown()).hasSize(9);
    }

    @Test
    void exportWritesTheRowsNowShown(@TempDir Path folder) throws IOException {
        model.load();
        model.filterProperty().set("discount");
        Path file = folder.resolve("rejects.csv");

        model.exportRejects(file);

        assertThat(Files.readAllLines(file)).hasSize(2);
        assertThat(notices).containsExactly(new Notice("2 rows written to rejects.csv", false));
    }

    @Test
    void anExportThatFailsSaysSo(@TempDir Path folder) {
        model.load();

        model.exportRejects(folder.resolve("missing").resolve("rejects.csv"));

        assertThat(model.problemProperty().get().orElseThrow().words())
                .startsWith("The rows were not written: the file ");
    }
}
