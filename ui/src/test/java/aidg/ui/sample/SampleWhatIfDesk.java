package aidg.ui.sample;

import aidg.engine.EditLimits;
import aidg.engine.ScoredDeal;
import aidg.engine.bandit.GuardVerdict;
import aidg.engine.domain.Category;
import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Discount;
import aidg.engine.domain.Interval;
import aidg.engine.domain.Money;
import aidg.engine.domain.MoneyRange;
import aidg.engine.domain.Progress;
import aidg.engine.domain.Proposal;
import aidg.engine.review.ReviewItem;
import aidg.engine.whatif.Axis;
import aidg.engine.whatif.Curve;
import aidg.engine.whatif.Limits;
import aidg.engine.whatif.Limits.Range;
import aidg.engine.whatif.Offers;
import aidg.engine.whatif.Scenario;
import aidg.engine.whatif.SmallestEdit;
import aidg.engine.whatif.Surface;
import aidg.engine.whatif.Term;
import aidg.ui.whatif.WhatIfDesk;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// A market in which 30 % off at $80 for three weeks is best, and a guard that rejects what is far from it.
public final class SampleWhatIfDesk implements WhatIfDesk {

    private static final Offers OFFERS = (base, x, y) -> {
        Surface surface = Surface.empty(x, y);
        for (int i = 0; i < x.values().size(); i++) {
            for (int j = 0; j < y.values().size(); j++) {
                double score = score(y.apply(x.apply(base, i), j));
                surface.score()[i][j] = score;
                surface.low()[i][j] = Math.max(0, score - 0.08);
                surface.high()[i][j] = Math.min(1, score + 0.06);
                surface.gp30()[i][j] = 6000 * score;
                surface.allowed()[i][j] = score > 0.2;
            }
        }
        return surface;
    };

    private final List<Scenario> scenarios = new ArrayList<>();
    private boolean failing;

    /// Nothing is saved yet.
    public SampleWhatIfDesk() {}

    /// With scenarios of the first proposals, saved before.
    public static SampleWhatIfDesk withScenarios() {
        SampleWhatIfDesk desk = new SampleWhatIfDesk();
        SampleScenarioDesk.fill(desk);
        return desk;
    }

    /// Whether nothing can be opened.
    public void setFailing(boolean fails) {
        failing = fails;
    }

    static double score(DealTerms terms) {
        double discount = (terms.discount().fraction() - 0.3) / 0.084;
        double price = Math.log(terms.price().amount() / 80) / 0.5;
        double days = Math.log(terms.durationDays() / 21.0) / 0.9;
        return 0.85 * Math.exp(-(discount * discount + price * price + days * days) / 2);
    }

    @Override
    public Opened open(ReviewItem item) {
        if (failing) {
            throw new IllegalStateException("the model cannot be loaded");
        }
        DealTerms terms = item.scored().proposal().terms();
        double price = terms.price().amount();
        Limits limits = new Limits(
                Map.of(
                        Term.DISCOUNT,
                        new Range(0.15, 0.5, 0.01, 0),
                        Term.PRICE,
                        new Range(Math.floor(0.7 * price), Math.ceil(1.3 * price), 1, 0),
                        Term.DURATION,
                        new Range(7, 45, 1, 0)),
                List.of(),
                3);
        SplittableRandom random = new SplittableRandom(4);
        List<PastDeal> pasts = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            DealTerms past = new DealTerms(
                    new Discount(0.15 + 0.01 * random.nextInt(30)),
                    Money.of(Math.rint(price * (0.7 + 0.6 * random.nextDouble()))),
                    7 + random.nextInt(30),
                    terms.category());
            pasts.add(new PastDeal(past, i % 7 == 6 ? Fate.OVERRIDDEN : score(past) > 0.4 ? Fate.BEAT : Fate.MISSED));
        }
        return new Opened(
                new EditLimits(limits, "the last 24 deals of this merchant"),
                pasts,
                List.of(terms.category(), new Category("catering")));
    }

    @Override
    public ScoredDeal score(Proposal proposal, DealTerms terms) {
        double score = score(terms)
                * Math.max(
                        0.5,
                        1
                                - 0.002
                                        * proposal.proposedOn()
                                                .until(proposal.startsOn())
                                                .getDays());
        boolean allowed = score > 0.2;
        return new ScoredDeal(
                proposal.withTerms(terms),
                score,
                new Interval(Math.max(0, score - 0.08), Math.min(1, score + 0.06)),
                Math.min(1, score + 0.1),
                Math.min(1, score + 0.05),
                Money.of(6000 * score),
                new MoneyRange(Money.of(5000 * score), Money.of(7000 * score)),
                0.06,
                0.6,
                "Restaurant deals in Chicago",
                new GuardVerdict(allowed, allowed ? "Valid" : "GP30 below baseline threshold", List.of()),
                SampleProposals.MODEL,
                "CPU",
                null);
    }

    @Override
    public List<Curve> curves(Proposal proposal, DealTerms base, List<Axis> axes) {
        return axes.stream().map(axis -> Curve.of(OFFERS, base, axis)).toList();
    }

    @Override
    public Surface surface(Proposal proposal, DealTerms base, Axis x, Axis y) {
        return OFFERS.sweep(base, x, y);
    }

    @Override
    public SmallestEdit.Answer smallest(Proposal proposal, Limits limits, double leastScore) {
        return SmallestEdit.find(OFFERS, proposal.terms(), limits, leastScore);
    }

    @Override
    public List<ComparableDeal> comparables(ReviewItem item, Progress progress) {
        DealTerms terms = item.scored().proposal().terms();
        double price = terms.price().amount();
        SplittableRandom random = new SplittableRandom(9);
        List<ComparableDeal> deals = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            DealTerms offered = new DealTerms(
                    new Discount(0.2 + 0.01 * random.nextInt(20)),
                    Money.of(Math.rint(price * (0.75 + 0.5 * random.nextDouble()))),
                    14 + random.nextInt(15),
                    terms.category());
            deals.add(new ComparableDeal(
                    List.of("Trattoria Bella", "Casa Nonna", "Il Forno").get(i / 3),
                    0.94 - 0.03 * (i / 3),
                    offered,
                    score(offered) > 0.4 ? Fate.BEAT : Fate.MISSED));
        }
        return deals;
    }

    @Override
    public List<String> scenarioNames(String dealId) {
        return scenarios.stream()
                .filter(one -> one.dealId().equals(dealId))
                .map(Scenario::name)
                .toList();
    }

    @Override
    public Scenario saveScenario(Proposal tried, String name) {
        if (failing) {
            throw new IllegalStateException("the disk is full");
        }
        scenarios.removeIf(one -> one.dealId().equals(tried.id()) && one.name().equals(name));
        Scenario saved = SampleScenarioDesk.saved(scenarios.size() + 1L, score(tried, tried.terms()), name);
        scenarios.add(saved);
        return saved;
    }

    /// What was saved here or before.
    List<Scenario> scenarios() {
        return scenarios;
    }
}
