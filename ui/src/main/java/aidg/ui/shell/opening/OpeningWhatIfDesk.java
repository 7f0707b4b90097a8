package aidg.ui.shell.opening;

import aidg.engine.ScoredDeal;
import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Progress;
import aidg.engine.domain.Proposal;
import aidg.engine.review.ReviewItem;
import aidg.engine.whatif.Axis;
import aidg.engine.whatif.Curve;
import aidg.engine.whatif.Limits;
import aidg.engine.whatif.Scenario;
import aidg.engine.whatif.SmallestEdit;
import aidg.engine.whatif.Surface;
import aidg.ui.whatif.WhatIfDesk;
import java.util.List;
import java.util.concurrent.Callable;

/// A what-if desk that opens on first use.
///
/// @param desk opens it, or gives what is open
record OpeningWhatIfDesk(Callable<WhatIfDesk> desk) implements WhatIfDesk {

    @Override
    public Opened open(ReviewItem item) throws Exception {
        return desk.call().open(item);
    }

    @Override
    public ScoredDeal score(Proposal proposal, DealTerms terms) throws Exception {
        return desk.call().score(proposal, terms);
    }

    @Override
    public List<Curve> curves(Proposal proposal, DealTerms base, List<Axis> axes) throws Exception {
        return desk.call().curves(proposal, base, axes);
    }

    @Override
    public Surface surface(Proposal proposal, DealTerms base, Axis x, Axis y) throws Exception {
        return desk.call().surface(proposal, base, x, y);
    }

    @Override
    public SmallestEdit.Answer smallest(Proposal proposal, Limits limits, double leastScore) throws Exception {
        return desk.call().smallest(proposal, limits, leastScore);
    }

    @Override
    public List<ComparableDeal> comparables(ReviewItem item, Progress progress) throws Exception {
        return desk.call().comparables(item, progress);
    }

    @Override
    public List<String> scenarioNames(String dealId) throws Exception {
        return desk.call().scenarioNames(dealId);
    }

    @Override
    public Scenario saveScenario(Proposal tried, String name) throws Exception {
        return desk.call().saveScenario(tried, name);
    }
}
