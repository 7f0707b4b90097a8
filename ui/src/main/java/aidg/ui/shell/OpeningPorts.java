package aidg.ui.shell;

import aidg.engine.Explanation;
import aidg.engine.PastAttention;
import aidg.engine.RuleReport;
import aidg.engine.ScoredDeal;
import aidg.engine.SimilarMerchants;
import aidg.engine.domain.Category;
import aidg.engine.domain.DealTerms;
import aidg.engine.domain.OverrideReason;
import aidg.engine.domain.Progress;
import aidg.engine.domain.Proposal;
import aidg.engine.explain.Honesty;
import aidg.engine.marketplace.ImportReport;
import aidg.engine.marketplace.Reject;
import aidg.engine.review.Decision;
import aidg.engine.review.ReviewItem;
import aidg.engine.whatif.Axis;
import aidg.engine.whatif.Curve;
import aidg.engine.whatif.Limits;
import aidg.engine.whatif.SmallestEdit;
import aidg.engine.whatif.Surface;
import aidg.ui.data.DataDesk;
import aidg.ui.data.ImportOutcome;
import aidg.ui.data.Snapshot;
import aidg.ui.review.ReviewDesk;
import aidg.ui.review.ReviewQueue;
import aidg.ui.rules.RulesDesk;
import aidg.ui.similar.SimilarDesk;
import aidg.ui.whatif.WhatIfDesk;
import aidg.ui.why.WhyDesk;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/// Ports that open on first use, so that the window stands before the engine does. Opening happens once, on
/// whichever background thread asks first; the others wait for it there. If it fails, the next question tries
/// again.
public final class OpeningPorts {

    private final Callable<WorkbenchPorts> opening;
    private @Nullable WorkbenchPorts open;

    private OpeningPorts(Callable<WorkbenchPorts> opening) {
        this.opening = opening;
    }

    /// Ports that open on first use.
    ///
    /// @param opening does the slow part; an exception's message is shown to the person
    public static WorkbenchPorts of(Callable<WorkbenchPorts> opening) {
        OpeningPorts ports = new OpeningPorts(opening);
        return new WorkbenchPorts(
                ports.new Review(),
                ports.new Trying(),
                ports.new Why(),
                ports.new Similar(),
                ports.new Rules(),
                ports.new Data(),
                () -> ports.open().engine().status());
    }

    private synchronized WorkbenchPorts open() throws Exception {
        WorkbenchPorts now = open;
        if (now == null) {
            now = opening.call();
            open = now;
        }
        return now;
    }

    private final class Review implements ReviewDesk {
        @Override
        public ReviewQueue queue(Progress progress) throws Exception {
            return open().review().queue(progress);
        }

        @Override
        public ScoredDeal explain(ReviewItem item) throws Exception {
            return open().review().explain(item);
        }

        @Override
        public Honesty check(ReviewItem item) throws Exception {
            return open().review().check(item);
        }

        @Override
        public ScoredDeal rescore(Proposal proposal, DealTerms terms) throws Exception {
            return open().review().rescore(proposal, terms);
        }

        @Override
        public Decision approve(ReviewItem item) throws Exception {
            return open().review().approve(item);
        }

        @Override
        public Decision override(ReviewItem item, OverrideReason reason, @Nullable DealTerms newTerms, String comment)
                throws Exception {
            return open().review().override(item, reason, newTerms, comment);
        }

        @Override
        public Decision withdraw(Decision decision) throws Exception {
            return open().review().withdraw(decision);
        }
    }

    private final class Trying implements WhatIfDesk {
        @Override
        public Opened open(ReviewItem item) throws Exception {
            return OpeningPorts.this.open().whatIf().open(item);
        }

        @Override
        public ScoredDeal score(Proposal proposal, DealTerms terms) throws Exception {
            return OpeningPorts.this.open().whatIf().score(proposal, terms);
        }

        @Override
        public List<Curve> curves(Proposal proposal, DealTerms base, List<Axis> axes) throws Exception {
            return OpeningPorts.this.open().whatIf().curves(proposal, base, axes);
        }

        @Override
        public Surface surface(Proposal proposal, DealTerms base, Axis x, Axis y) throws Exception {
            return OpeningPorts.this.open().whatIf().surface(proposal, base, x, y);
        }

        @Override
        public SmallestEdit.Answer smallest(Proposal proposal, Limits limits, double leastScore) throws Exception {
            return OpeningPorts.this.open().whatIf().smallest(proposal, limits, leastScore);
        }
    }

    private final class Why implements WhyDesk {
        @Override
        public Explanation explain(ReviewItem item) throws Exception {
            return open().why().explain(item);
        }

        @Override
        public List<PastAttention> pasts(ReviewItem item) throws Exception {
            return open().why().pasts(item);
        }
    }

    private final class Similar implements SimilarDesk {
        @Override
        public SimilarMerchants similar(
                String merchantId, @Nullable Category category, @Nullable DealTerms terms, Progress progress)
                throws Exception {
            return open().similar().similar(merchantId, category, terms, progress);
        }

        @Override
        public void refresh(Progress progress) throws Exception {
            open().similar().refresh(progress);
        }

        @Override
        public List<Category> categories() throws Exception {
            return open().similar().categories();
        }

        @Override
        public void export(SimilarMerchants found, Path file) throws Exception {
            open().similar().export(found, file);
        }
    }

    private final class Rules implements RulesDesk {
        @Override
        public RuleReport rules(@Nullable Category category, int depth, boolean withForecast, Progress progress)
                throws Exception {
            return open().rules().rules(category, depth, withForecast, progress);
        }

        @Override
        public Map<Category, Integer> categories(Progress progress) throws Exception {
            return open().rules().categories(progress);
        }

        @Override
        public void export(RuleReport report, @Nullable String dealId, Path file) throws Exception {
            open().rules().export(report, dealId, file);
        }
    }

    private final class Data implements DataDesk {
        @Override
        public Optional<Snapshot> snapshot() throws Exception {
            return open().data().snapshot();
        }

        @Override
        public ImportOutcome importFrom(Path folder, @Nullable Path mapping, boolean strict, Progress progress)
                throws Exception {
            return open().data().importFrom(folder, mapping, strict, progress);
        }

        @Override
        public Optional<ImportReport> lastImport() throws Exception {
            return open().data().lastImport();
        }

        @Override
        public void exportRejects(List<Reject> rows, Path file) throws Exception {
            open().data().exportRejects(rows, file);
        }
    }
}
