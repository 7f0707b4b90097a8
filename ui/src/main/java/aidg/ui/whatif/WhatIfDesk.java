package aidg.ui.whatif;

import aidg.engine.EditLimits;
import aidg.engine.ScoredDeal;
import aidg.engine.domain.Category;
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
import java.util.List;

/// What the what-if view needs from the engine. Every method is called on a background thread and may take its
/// time; an exception's message is shown to the person, so it says what to do next.
public interface WhatIfDesk {

    /// What is known of a proposal before anything is changed.
    ///
    /// @param pasts      its merchant's deals, the latest first
    /// @param categories that it may be sold in, its own first
    record Opened(EditLimits limits, List<PastDeal> pasts, List<Category> categories) {
        public Opened {
            pasts = List.copyOf(pasts);
            categories = List.copyOf(categories);
        }
    }

    /// A deal of the past and what became of it.
    record PastDeal(DealTerms terms, Fate fate) {}

    /// What became of a deal.
    enum Fate {
        BEAT,
        MISSED,
        OVERRIDDEN
    }

    /// A deal of a merchant like the proposal's, with what became of it.
    ///
    /// @param likeness of the merchants, -1..1
    record ComparableDeal(String merchant, double likeness, DealTerms terms, Fate fate) {}

    Opened open(ReviewItem item) throws Exception;

    /// The latest deals of similar merchants whose outcome is known, the most alike first. Seconds the first time.
    List<ComparableDeal> comparables(ReviewItem item, Progress progress) throws Exception;

    /// The proposal on other terms. A millisecond or two.
    ScoredDeal score(Proposal proposal, DealTerms terms) throws Exception;

    /// What each axis does alone. Some milliseconds each.
    List<Curve> curves(Proposal proposal, DealTerms base, List<Axis> axes) throws Exception;

    /// What two terms do together.
    Surface surface(Proposal proposal, DealTerms base, Axis x, Axis y) throws Exception;

    /// The smallest edits that make it acceptable.
    SmallestEdit.Answer smallest(Proposal proposal, Limits limits, double leastScore) throws Exception;

    /// Names of the scenarios that a proposal has.
    List<String> scenarioNames(String dealId) throws Exception;

    /// Keeps a proposal as it is tried, with what the model says of it; one of the same name is replaced.
    Scenario saveScenario(Proposal tried, String name) throws Exception;
}
