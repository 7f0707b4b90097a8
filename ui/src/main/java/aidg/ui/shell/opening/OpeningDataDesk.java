package aidg.ui.shell.opening;

import aidg.engine.domain.Progress;
import aidg.engine.marketplace.ImportReport;
import aidg.engine.marketplace.Reject;
import aidg.ui.data.DataDesk;
import aidg.ui.data.ImportOutcome;
import aidg.ui.data.Snapshot;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/// A desk for data that opens on first use.
///
/// @param desk opens it, or gives what is open
record OpeningDataDesk(Callable<DataDesk> desk) implements DataDesk {

    @Override
    public Optional<Snapshot> snapshot() throws Exception {
        return desk.call().snapshot();
    }

    @Override
    public ImportOutcome importFrom(Path folder, @Nullable Path mapping, boolean strict, Progress progress)
            throws Exception {
        return desk.call().importFrom(folder, mapping, strict, progress);
    }

    @Override
    public Optional<ImportReport> lastImport() throws Exception {
        return desk.call().lastImport();
    }

    @Override
    public void exportRejects(List<Reject> rows, Path file) throws Exception {
        desk.call().exportRejects(rows, file);
    }
}
