package aidg.ui.data;

import aidg.engine.marketplace.ImportReport;
import aidg.engine.marketplace.Reject;
import aidg.ui.page.Notice;
import aidg.ui.page.Problem;
import aidg.ui.page.Surroundings;
import aidg.ui.task.Activity;
import aidg.ui.task.Slot;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

/// The snapshot in use, the import that may replace it, and the refused rows with their filter.
final class DataViewModel {

    private final DataDesk desk;
    private final Surroundings surroundings;
    private final Runnable onNewData;
    private final Slot reading;
    private final Slot listing;
    private final Slot importing;
    private final Slot exporting;
    private final ReadOnlyObjectWrapper<SnapshotState> snapshot =
            new ReadOnlyObjectWrapper<>(new SnapshotState.Loading());
    private final ReadOnlyObjectWrapper<ImportState> state = new ReadOnlyObjectWrapper<>(new ImportState.Idle());
    private final ReadOnlyObjectWrapper<Optional<ImportReport>> lastImport =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<Optional<Path>> folder = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Path>> mapping = new SimpleObjectProperty<>(Optional.empty());
    private final BooleanProperty strict = new SimpleBooleanProperty();
    private final StringProperty filter = new SimpleStringProperty("");
    private final ObservableList<Reject> rejects = FXCollections.observableArrayList();
    private final ObservableList<Reject> rejectsView = FXCollections.unmodifiableObservableList(rejects);
    private final FilteredList<Reject> shown = new FilteredList<>(rejects);
    private final BooleanBinding running =
            Bindings.createBooleanBinding(() -> state.get() instanceof ImportState.Running, state);
    private final BooleanBinding canImport = Bindings.createBooleanBinding(
            () -> folder.get().isPresent() && !(state.get() instanceof ImportState.Running), folder, state);

    /// @param onNewData called after other data has come into use
    DataViewModel(DataDesk desk, Surroundings surroundings, Runnable onNewData) {
        this.desk = desk;
        this.surroundings = surroundings;
        this.onNewData = onNewData;
        reading = surroundings.background().slot();
        listing = surroundings.background().slot();
        importing = surroundings.background().slot();
        exporting = surroundings.background().slot();
        filter.subscribe(words -> shown.setPredicate(row -> matches(row, words)));
    }

    void load() {
        snapshot.set(new SnapshotState.Loading());
        reading.run(
                desk::snapshot,
                found -> snapshot.set(
                        found.<SnapshotState>map(SnapshotState.Loaded::new).orElse(new SnapshotState.None())),
                failed -> snapshot.set(new SnapshotState.Broken(surroundings.told(
                        Problem.of("The data in use could not be read", failed, "Try again, or import it anew.")))));
        listing.run(
                desk::lastImport,
                found -> {
                    rejects.setAll(found.map(ImportReport::rejects).orElse(List.of()));
                    lastImport.set(found);
                },
                failed -> problem.set(Optional.of(surroundings.told(
                        Problem.of("The refused rows could not be read", failed, "Import the folder again.")))));
    }

    void startImport() {
        if (!canImport.get()) {
            return;
        }
        Path from = folder.get().orElseThrow();
        Path names = mapping.get().orElse(null);
        boolean all = strict.get();
        problem.set(Optional.empty());
        importing.runLong(
                "Importing " + from.getFileName(),
                progress -> desk.importFrom(from, names, all, progress),
                (Activity now) -> state.set(new ImportState.Running(now)),
                this::finish,
                failed -> state.set(
                        failed instanceof CancellationException
                                ? new ImportState.Cancelled()
                                : new ImportState.Failed(Problem.of(
                                        "The import stopped", failed, "The data in use is unchanged. Try again."))));
    }

    private void finish(ImportOutcome outcome) {
        switch (outcome) {
            case ImportOutcome.Done(ImportReport report) -> {
                state.set(new ImportState.Done(report));
                surroundings.notices().accept(new Notice("New data is in use", false));
                load();
                onNewData.run();
            }
            case ImportOutcome.Refused(ImportReport report) -> {
                state.set(new ImportState.Refused(report));
                rejects.setAll(report.rejects());
            }
            case ImportOutcome.Unusable(String words, String next) ->
                state.set(new ImportState.Failed(surroundings.told(new Problem(words, next))));
        }
    }

    /// Stops waiting for the import at once; the worker leaves nothing half done.
    void cancelImport() {
        if (running.get()) {
            importing.cancel();
            state.set(new ImportState.Cancelled());
        }
    }

    /// Writes the rows now shown.
    void exportRejects(Path file) {
        List<Reject> rows = List.copyOf(shown);
        problem.set(Optional.empty());
        exporting.run(
                () -> {
                    desk.exportRejects(rows, file);
                    return file;
                },
                written -> surroundings
                        .notices()
                        .accept(new Notice(
                                "%s written to %s"
                                        .formatted(
                                                surroundings.figures().count(rows.size(), "row", "rows"),
                                                written.getFileName()),
                                false)),
                failed -> problem.set(Optional.of(surroundings.told(
                        Problem.of("The rows were not written", failed, "Choose another folder and try again.")))));
    }

    private static boolean matches(Reject row, String words) {
        String wanted = words.strip().toLowerCase(Locale.ROOT);
        return wanted.isEmpty()
                || Stream.of(row.table(), row.file(), Long.toString(row.line()), row.column(), row.reason(), row.raw())
                        .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(wanted));
    }

    ReadOnlyObjectProperty<SnapshotState> snapshotProperty() {
        return snapshot.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<ImportState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// What the import that made the snapshot in use read, took and refused.
    ReadOnlyObjectProperty<Optional<ImportReport>> lastImportProperty() {
        return lastImport.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    ObjectProperty<Optional<Path>> folderProperty() {
        return folder;
    }

    ObjectProperty<Optional<Path>> mappingProperty() {
        return mapping;
    }

    BooleanProperty strictProperty() {
        return strict;
    }

    StringProperty filterProperty() {
        return filter;
    }

    /// Refused rows that match the filter.
    ObservableList<Reject> shown() {
        return shown;
    }

    /// All refused rows.
    ObservableList<Reject> rejects() {
        return rejectsView;
    }

    BooleanBinding runningProperty() {
        return running;
    }

    BooleanBinding canImportProperty() {
        return canImport;
    }
}
