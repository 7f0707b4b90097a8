package aidg.ui.shell.opening;

import aidg.engine.domain.Progress;
import aidg.ui.paper.PaperDesk;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/// A desk for papers that opens on first use.
///
/// @param desk opens it, or gives what is open
record OpeningPaperDesk(Callable<PaperDesk> desk) implements PaperDesk {

    @Override
    public Path callSheet(String dealId, Path file, Progress progress) throws Exception {
        return desk.call().callSheet(dealId, file, progress);
    }

    @Override
    public Path packet(String dealId, Path file, Progress progress) throws Exception {
        return desk.call().packet(dealId, file, progress);
    }
}
