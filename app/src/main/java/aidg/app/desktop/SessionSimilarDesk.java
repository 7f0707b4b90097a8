package aidg.app.desktop;

import aidg.app.export.NeighbourTable;
import aidg.app.export.OutFile;
import aidg.engine.SimilarMerchants;
import aidg.engine.domain.Category;
import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Merchant;
import aidg.engine.domain.Progress;
import aidg.ui.similar.SimilarDesk;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Similar merchants over the engine.
final class SessionSimilarDesk implements SimilarDesk {

    private final LiveEngine live;
    private final Clock clock;

    SessionSimilarDesk(LiveEngine live, Clock clock) {
        this.live = live;
        this.clock = clock;
    }

    @Override
    public SimilarMerchants similar(
            String merchantId, @Nullable Category category, @Nullable DealTerms terms, Progress progress) {
        return live.with(engine -> engine.similar(merchantId, category, terms, clock.instant(), progress));
    }

    @Override
    public void refresh(Progress progress) {
        live.with(engine -> engine.refreshPrototypes(clock.instant(), progress));
    }

    @Override
    public List<Category> categories() {
        return live.with(engine -> engine.marketplace().merchants().stream()
                .map(Merchant::category)
                .distinct()
                .sorted()
                .toList());
    }

    @Override
    public void export(SimilarMerchants found, Path file) throws IOException {
        OutFile.of(file).write(NeighbourTable.of(found));
    }
}
