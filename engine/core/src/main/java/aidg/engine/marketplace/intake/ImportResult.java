package aidg.engine.marketplace.intake;

import aidg.engine.marketplace.ImportReport;
import aidg.engine.marketplace.Marketplace;
import aidg.engine.marketplace.Reject;
import java.util.List;

/// How an import ended.
public sealed interface ImportResult {

    /// Enough rows were sound; the others are in the report.
    record Accepted(Marketplace marketplace, ImportReport report) implements ImportResult {}

    /// A strict import met at least one bad row, so nothing is taken.
    record RefusedStrict(ImportReport report) implements ImportResult {}

    /// Nothing can be made of the source.
    ///
    /// @param reason  one sentence: what is wrong
    /// @param where   the file, with its line where there is one, or the folder
    /// @param fix     one sentence: what to do next
    /// @param rejects the rows refused until then, possibly none
    record Unusable(String reason, String where, String fix, List<Reject> rejects) implements ImportResult {

        public Unusable {
            rejects = List.copyOf(rejects);
        }
    }
}
