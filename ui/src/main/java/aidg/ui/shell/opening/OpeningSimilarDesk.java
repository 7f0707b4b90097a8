package aidg.ui.shell.opening;

import aidg.engine.SimilarMerchants;
import aidg.engine.domain.Category;
import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Progress;
import aidg.ui.similar.SimilarDesk;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/// A desk for similar merchants that opens on first use.
///
/// @param desk opens it, or gives what is open
record OpeningSimilarDesk(Callable<SimilarDesk> desk) implements SimilarDesk {

    @Override
    public SimilarMerchants similar(
            String merchantId, @Nullable Category category, @Nullable DealTerms terms, Progress progress)
            throws Exception {
        return desk.call().similar(merchantId, category, terms, progress);
    }

    @Override
    public void refresh(Progress progress) throws Exception {
        desk.call().refresh(progress);
    }

    @Override
    public List<Category> categories() throws Exception {
        return desk.call().categories();
    }

    @Override
    public void export(SimilarMerchants found, Path file) throws Exception {
        desk.call().export(found, file);
    }
}
