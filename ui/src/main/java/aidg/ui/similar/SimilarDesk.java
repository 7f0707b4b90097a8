package aidg.ui.similar;

import aidg.engine.SimilarMerchants;
import aidg.engine.domain.Category;
import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Progress;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What comparing merchants needs from the engine. Every method is called on a background thread and may take its
/// time; an exception's message is shown to the person, so it says what to do next.
public interface SimilarDesk {

    /// Merchants like one. Some 10 ms per merchant of the marketplace the first time, then tenths of a second.
    ///
    /// @param category whose prototypes are searched, null for the merchant's own
    /// @param terms    what is to be offered, to say what differs; null to compare with what is usual
    SimilarMerchants similar(
            String merchantId, @Nullable Category category, @Nullable DealTerms terms, Progress progress)
            throws Exception;

    /// Chooses the prototypes anew.
    void refresh(Progress progress) throws Exception;

    /// The categories that merchants have, by name.
    List<Category> categories() throws Exception;

    /// Writes the neighbours as CSV, safe to open in a spreadsheet.
    void export(SimilarMerchants found, Path file) throws Exception;
}
