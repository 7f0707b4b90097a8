package aidg.app.desktop;

import aidg.app.Scenarios;
import aidg.app.Session;
import aidg.engine.DealEngine;
import aidg.engine.EditLimits;
import aidg.engine.ScoredDeal;
import aidg.engine.SimilarMerchants;
import aidg.engine.WhatIf;
import aidg.engine.domain.Category;
import aidg.engine.domain.Deal;
import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Progress;
import aidg.engine.domain.Proposal;
import aidg.engine.marketplace.Marketplace;
import aidg.engine.review.ReviewItem;
import aidg.engine.whatif.Axis;
import aidg.engine.whatif.Curve;
import aidg.engine.whatif.Limits;
import aidg.engine.whatif.Scenario;
import aidg.engine.whatif.SmallestEdit;
import aidg.engine.whatif.Surface;
import aidg.ui.whatif.WhatIfDesk;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What-if over the engine. The proposal tried last stays prepared.
final class SessionWhatIfDesk implements WhatIfDesk {

    private static final int PASTS = 50;

    /// Deals of each similar merchant, the latest.
    private static final int OF_EACH = 3;

    private final LiveEngine live;
    private final Scenarios scenarios;
    private final Clock clock;
    private @Nullable Prepared prepared;

    /// @param engine whose networks it uses: with another engine they are gone
    private record Prepared(DealEngine engine, Proposal proposal, WhatIf whatIf) {}

    SessionWhatIfDesk(Session session, LiveEngine live, Clock clock) {
        this.live = live;
        this.clock = clock;
        scenarios = new Scenarios(session);
    }

    @Override
    public Opened open(ReviewItem item) {
        Proposal proposal = item.scored().proposal();
        return live.with(engine -> {
            Marketplace marketplace = engine.marketplace();
            List<Category> categories = new ArrayList<>(List.of(proposal.terms().category()));
            marketplace.merchants().stream()
                    .map(merchant -> merchant.category())
                    .filter(category -> !categories.contains(category))
                    .distinct()
                    .sorted()
                    .forEach(categories::add);
            List<Deal> deals = marketplace.dealsOf(proposal.merchantId());
            List<PastDeal> pasts = deals.subList(Math.max(0, deals.size() - PASTS), deals.size()).reversed().stream()
                    .filter(deal -> !deal.approved() || deal.succeededOn(marketplace.asOf()) != null)
                    .map(deal -> new PastDeal(deal.terms(), fate(deal, marketplace)))
                    .toList();
            return new Opened(EditLimits.of(marketplace, proposal), pasts, categories);
        });
    }

    private static Fate fate(Deal deal, Marketplace marketplace) {
        if (!deal.approved()) {
            return Fate.OVERRIDDEN;
        }
        return Boolean.TRUE.equals(deal.succeededOn(marketplace.asOf())) ? Fate.BEAT : Fate.MISSED;
    }

    @Override
    public List<ComparableDeal> comparables(ReviewItem item, Progress progress) {
        Proposal proposal = item.scored().proposal();
        return live.with(engine -> {
            SimilarMerchants similar =
                    engine.similar(proposal.merchantId(), null, proposal.terms(), clock.instant(), progress);
            return similar.neighbours().stream()
                    .flatMap(neighbour -> neighbour.lately().stream()
                            .limit(OF_EACH)
                            .map(deal -> new ComparableDeal(
                                    neighbour.merchant().name(),
                                    neighbour.cosine(),
                                    deal.terms(),
                                    fate(deal, engine.marketplace()))))
                    .toList();
        });
    }

    @Override
    public List<String> scenarioNames(String dealId) {
        return scenarios.of(dealId).stream().map(Scenario::name).toList();
    }

    @Override
    public Scenario saveScenario(Proposal tried, String name) {
        return live.with(engine -> scenarios.save(engine, tried, tried.terms(), tried.startsOn(), name));
    }

    @Override
    public ScoredDeal score(Proposal proposal, DealTerms terms) {
        return live.with(
                engine -> engine.score(List.of(proposal.withTerms(terms))).getFirst());
    }

    @Override
    public List<Curve> curves(Proposal proposal, DealTerms base, List<Axis> axes) {
        return live.with(engine -> {
            WhatIf whatIf = prepared(engine, proposal);
            return axes.stream().map(axis -> Curve.of(whatIf, base, axis)).toList();
        });
    }

    @Override
    public Surface surface(Proposal proposal, DealTerms base, Axis x, Axis y) {
        return live.with(engine -> prepared(engine, proposal).sweep(base, x, y));
    }

    @Override
    public SmallestEdit.Answer smallest(Proposal proposal, Limits limits, double leastScore) {
        return live.with(engine -> SmallestEdit.find(prepared(engine, proposal), proposal.terms(), limits, leastScore));
    }

    private synchronized WhatIf prepared(DealEngine engine, Proposal proposal) {
        Prepared last = prepared;
        if (last == null || last.engine() != engine || !last.proposal().equals(proposal)) {
            last = new Prepared(engine, proposal, engine.whatIf(proposal));
            prepared = last;
        }
        return last.whatIf();
    }
}
