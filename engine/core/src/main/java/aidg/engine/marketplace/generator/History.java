package aidg.engine.marketplace.generator;

import aidg.engine.domain.Deal;
import aidg.engine.domain.DealOutcome;
import aidg.engine.domain.DealOverride;
import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Merchant;
import aidg.engine.domain.Money;
import aidg.engine.domain.OverrideReason;
import aidg.engine.domain.Proposal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The history as it unfolds day by day: every decision and every run leaves its trace in the states of the
/// merchants.
final class History {

    private static final double BASELINE_SD = 0.05;
    private static final int LONGEST_LEAD_DAYS = 14;

    final List<Deal> deals = new ArrayList<>();
    final List<DealOverride> overrides = new ArrayList<>();
    final List<Proposal> proposals = new ArrayList<>();
    final Map<String, Double> truth = new HashMap<>();
    private final List<MerchantState> states;
    private final List<ManagerTaste> tastes;
    private final SalesModel model;
    private final Titles titles;

    History(List<MerchantState> states, List<ManagerTaste> tastes, SalesModel model, Titles titles) {
        this.states = states;
        this.tastes = tastes;
        this.model = model;
        this.titles = titles;
    }

    /// One proposal and, unless it awaits review, its decision and its fate.
    void unfold(int day, int merchant, boolean awaitsReview) {
        MerchantState state = states.get(merchant);
        Merchant who = state.nature.merchant();
        ManagerTaste taste = tastes.get(state.nature.managerIndex());
        DealTerms terms = ProposingPolicy.propose(state);
        int asOfReview = awaitsReview ? Timeline.LAST : day;
        int start = asOfReview + 1 + state.terms.nextInt(LONGEST_LEAD_DAYS);
        Money baseline = baseline(state, start);
        String id = "D%06d".formatted(truth.size() + 1);
        String title = titles.title(terms, state.terms);
        Forecast forecast = model.forecast(state, terms, day, start, baseline);
        Review review = Review.of(taste, state, terms, forecast, day, start);
        double approval = review.approval();
        truth.put(id, Math.round(approval * forecast.reachProbability() * 1e6) / 1e6);
        LocalDate asked = Timeline.date(day);
        if (awaitsReview) {
            proposals.add(new Proposal(id, who.id(), title, terms, asked, Timeline.date(start), baseline));
            return;
        }
        boolean approved = state.decision.nextDouble() < approval;
        DealOutcome outcome = approved ? runs(state, terms, start, forecast) : null;
        deals.add(new Deal(id, who.id(), title, terms, asked, Timeline.date(start), approved, outcome, baseline));
        if (!approved) {
            OverrideReason reason = review.reason(state.decision);
            override(state, taste, terms, reason, id, day, start, baseline);
        }
    }

    /// Sales of the run, or null where they are not measured yet on the day of the snapshot.
    private static @Nullable DealOutcome runs(MerchantState state, DealTerms terms, int start, Forecast forecast) {
        state.wentOut(new Run(
                start,
                start + terms.durationDays() - 1,
                terms.category(),
                terms.discount().fraction()));
        DealOutcome outcome = forecast.draw(state.sales);
        return start + Deal.MATURITY_DAYS <= Timeline.LAST ? outcome : null;
    }

    private void override(
            MerchantState state,
            ManagerTaste taste,
            DealTerms terms,
            OverrideReason reason,
            String dealId,
            int day,
            int start,
            Money baseline) {
        Optional<DealTerms> changed = Review.corrected(reason, state.nature, terms, state.decision);
        Money gp30 = null;
        if (changed.isPresent()) {
            Forecast forecast = model.forecast(state, changed.get(), day, start, baseline);
            DealOutcome outcome = runs(state, changed.get(), start, forecast);
            gp30 = outcome == null ? null : outcome.gp30();
        }
        state.learn(day);
        overrides.add(new DealOverride(
                "O%06d".formatted(overrides.size() + 1),
                dealId,
                state.nature.merchant().id(),
                taste.id(),
                Timeline.date(day),
                reason,
                changed.orElse(null),
                gp30));
    }

    private static Money baseline(MerchantState state, int start) {
        double season = state.nature.traits().season(start + SalesModel.MEASURED_DAYS / 2);
        double usual = state.nature.merchant().baselineGp30().amount();
        return Money.of((double) Math.round(usual * StrictMath.exp(season + BASELINE_SD * state.terms.nextGaussian())));
    }
}
