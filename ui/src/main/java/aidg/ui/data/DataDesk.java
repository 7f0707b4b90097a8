package aidg.ui.data;

import aidg.engine.domain.Progress;
import aidg.engine.marketplace.ImportReport;
import aidg.engine.marketplace.Reject;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the data view needs from the engine. Every method is called on a background thread and may take its
/// time; an exception's message is shown to the person, so it says what to do next.
public interface DataDesk {

    /// The snapshot in use, empty before the first import.
    Optional<Snapshot> snapshot() throws Exception;

    /// Reads a folder and, if all goes well, puts it in the place of the snapshot in use.
    ///
    /// @param mapping  how the folder's columns are called, null if they follow the schema
    /// @param strict   whether one refused row refuses the whole import
    /// @param progress to be told at least every 100 ms; throws if the person cancels, and then nothing has changed
    ImportOutcome importFrom(Path folder, @Nullable Path mapping, boolean strict, Progress progress) throws Exception;

    /// What the import that made the snapshot in use read, took and refused; empty before the first import.
    Optional<ImportReport> lastImport() throws Exception;

    /// Writes rows as CSV, safe to open in a spreadsheet.
    void exportRejects(List<Reject> rows, Path file) throws Exception;
}
