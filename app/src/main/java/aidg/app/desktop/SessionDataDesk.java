package aidg.app.desktop;

import aidg.app.Session;
import aidg.engine.DealEngine;
import aidg.engine.domain.Progress;
import aidg.engine.marketplace.ImportReport;
import aidg.engine.marketplace.Marketplace;
import aidg.engine.marketplace.Reject;
import aidg.engine.marketplace.intake.ImportResult;
import aidg.engine.marketplace.intake.MarketplaceImport;
import aidg.engine.marketplace.intake.RejectFile;
import aidg.engine.workspace.Workspace;
import aidg.ui.data.DataDesk;
import aidg.ui.data.ImportOutcome;
import aidg.ui.data.Snapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Import and rejects over the workspace.
final class SessionDataDesk implements DataDesk {

    private final Session session;
    private final LiveEngine live;

    SessionDataDesk(Session session, LiveEngine live) {
        this.session = session;
        this.live = live;
    }

    @Override
    public Optional<Snapshot> snapshot() {
        Workspace workspace = session.workspace();
        if (workspace.importedAt().isEmpty()) {
            return Optional.empty();
        }
        Marketplace marketplace = live.with(DealEngine::marketplace);
        return Optional.of(new Snapshot(
                marketplace.merchants().size(),
                marketplace.deals().size(),
                marketplace.proposals().size(),
                marketplace.asOf(),
                marketplace.dataHash(),
                workspace.importedAt().orElse(Instant.EPOCH),
                session.source()));
    }

    @Override
    public ImportOutcome importFrom(Path folder, @Nullable Path mapping, boolean strict, Progress progress) {
        MarketplaceImport.Options options = new MarketplaceImport.Options(mapping, strict, null);
        return switch (new MarketplaceImport().read(folder, options, progress)) {
            case ImportResult.Accepted accepted -> {
                session.workspace().replaceMarketplace(accepted.marketplace(), accepted.report(), progress);
                live.close();
                yield new ImportOutcome.Done(accepted.report());
            }
            case ImportResult.RefusedStrict refused -> new ImportOutcome.Refused(refused.report());
            case ImportResult.Unusable unusable ->
                new ImportOutcome.Unusable(
                        "%s (%s).".formatted(unusable.reason(), unusable.where()), unusable.fix() + ".");
        };
    }

    @Override
    public Optional<ImportReport> lastImport() {
        return session.workspace().lastImport();
    }

    @Override
    public void exportRejects(List<Reject> rows, Path file) throws IOException {
        RejectFile.write(rows, file);
    }
}
