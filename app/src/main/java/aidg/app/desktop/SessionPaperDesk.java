package aidg.app.desktop;

import aidg.app.Failure;
import aidg.app.Session;
import aidg.app.export.CallSheetExport;
import aidg.app.export.OutFile;
import aidg.app.proof.PacketOffice;
import aidg.engine.DealEngine;
import aidg.engine.domain.Progress;
import aidg.engine.domain.Proposal;
import aidg.engine.review.CallSheet;
import aidg.engine.review.CallSheets;
import aidg.ui.paper.PaperDesk;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/// Call sheets by the engine that is open, packets by one of their own with the model of the decision.
final class SessionPaperDesk implements PaperDesk {

    private final Session session;
    private final LiveEngine live;
    private final Clock clock;

    SessionPaperDesk(Session session, LiveEngine live, Clock clock) {
        this.session = session;
        this.live = live;
        this.clock = clock;
    }

    @Override
    public Path callSheet(String dealId, Path file, Progress progress) throws IOException {
        OutFile out = new OutFile(file, List.of(".pdf"));
        CallSheet sheet = live.with(engine -> new CallSheets(engine)
                .of(proposal(engine, dealId), CallSheets.USUAL_TARGET, clock.instant(), progress));
        out.write(new CallSheetExport(sheet).pdf());
        return file;
    }

    private static Proposal proposal(DealEngine engine, String dealId) {
        return engine.marketplace().proposals().stream()
                .filter(one -> one.id().equals(dealId))
                .findFirst()
                .orElseThrow(() -> Failure.badInput(
                        "%s is no proposal of the data in use.".formatted(dealId), "", "Read the queue again."));
    }

    @Override
    public Path packet(String dealId, Path file, Progress progress) throws IOException {
        return new PacketOffice(session, clock)
                .write(dealId, file, false, progress)
                .file();
    }
}
