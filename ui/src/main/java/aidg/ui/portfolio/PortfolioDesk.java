package aidg.ui.portfolio;

import aidg.engine.domain.Category;
import aidg.engine.domain.Progress;
import aidg.engine.whatif.Moved;
import aidg.engine.whatif.Policy;
import aidg.engine.whatif.Portfolio;
import aidg.engine.whatif.Scope;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// What this view needs from the engine and the workspace. Every method is called on a background thread and may
/// take its time; an exception's message is shown to the person, so it says what to do next.
public interface PortfolioDesk {

    /// Open proposals that are alike in city and category.
    ///
    /// @param dealIds which ones, one at least
    record Group(String cityId, String city, Category category, List<String> dealIds) {
        public Group {
            dealIds = List.copyOf(dealIds);
        }
    }

    /// A policy put on proposals.
    ///
    /// @param merchants names by merchant id, of all that it tells about
    /// @param where     the scope in words, such as `in Chicago`; empty for all open proposals
    record Result(Portfolio portfolio, Scope scope, String where, Map<String, String> merchants, String modelHash) {
        public Result {
            merchants = Map.copyOf(merchants);
        }

        /// Name of the merchant of a deal.
        public String merchant(Moved moved) {
            return merchants.getOrDefault(
                    moved.proposal().merchantId(), moved.proposal().merchantId());
        }
    }

    /// All proposals that await review.
    List<Group> open() throws Exception;

    /// Puts a policy on the open proposals of a scope. Milliseconds per proposal, seconds the first time.
    ///
    /// @param where the scope in words
    Result run(Policy policy, Scope scope, String where, Progress progress) throws Exception;

    /// Writes a result: every deal as CSV, safe to open in a spreadsheet, or everything as JSON, by the file's ending.
    void export(Result result, Path file) throws Exception;
}
