package aidg.engine.forecast;

import aidg.engine.domain.Deal;
import aidg.engine.domain.DealOverride;
import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Money;
import aidg.engine.domain.OverrideReason;
import aidg.engine.marketplace.Marketplace;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Whether a deal will be approved and reach its baseline: what a manager may find wrong with it, and the
/// forecast, both made honest by what happened.
///
/// @param approval probability that a manager lets the deal out, from `ApprovalFaults`
/// @param reach    the forecast probability to reach the baseline, corrected on the logistic scale (Platt 1999)
public record SuccessFit(Hazards approval, Logistic reach) {

    private static final double SURE = 1e-4;

    /// Learns from decisions and outcomes known before `cutoff`, each seen with what was known before its day.
    /// [B2]
    ///
    /// @param reader the one with which `fit` was learned
    public static SuccessFit learn(Marketplace market, LocalDate cutoff, SalesForecastFit fit, NoteReader reader) {
        SalesReplay replay = new SalesReplay(market, fit, reader);
        Map<String, Integer> reasons = new HashMap<>();
        for (DealOverride override : market.overrides()) {
            if (override.madeOn().isBefore(cutoff)) {
                reasons.put(override.dealId(), override.reason().ordinal());
            }
        }
        List<Hazards.Decision> decisions = new ArrayList<>();
        List<double[]> forecasts = new ArrayList<>();
        List<Boolean> reached = new ArrayList<>();
        for (Deal deal : market.deals()) {
            if (!deal.proposedOn().isBefore(cutoff)) {
                continue;
            }
            MerchantForecast forecast = replay.on(deal.merchantId(), deal.proposedOn());
            int reason = deal.approved() ? -1 : reasons.getOrDefault(deal.id(), OverrideReason.OTHER.ordinal());
            Circumstances seen = forecast.circumstances(deal.terms(), deal.startsOn(), deal.baselineGp30());
            Expected expected = seen.expected(fit);
            decisions.add(new Hazards.Decision(ApprovalFaults.of(fit, seen, expected), reason));
            Boolean success = deal.succeededOn(cutoff.minusDays(1));
            if (deal.approved() && success != null) {
                forecasts.add(logit(expected));
                reached.add(success);
            }
        }
        return new SuccessFit(Hazards.learn(decisions), Logistic.of(forecasts, reached, 0));
    }

    private static double[] logit(Expected expected) {
        double reach = Math.clamp(expected.reach(), SURE, 1 - SURE);
        return new double[] {Math.log(reach / (1 - reach))};
    }

    /// Probability, 0..1, that the deal goes out.
    ///
    /// @param expected what it would bring
    public double approval(SalesForecastFit fit, Circumstances deal, Expected expected) {
        return approval.approval(ApprovalFaults.of(fit, deal, expected));
    }

    /// Probability, 0..1, that the deal goes out on these terms.
    public double approval(MerchantForecast forecast, DealTerms terms, LocalDate startsOn, Money baseline) {
        Circumstances deal = forecast.circumstances(terms, startsOn, baseline);
        return approval(forecast.fit(), deal, deal.expected(forecast.fit()));
    }

    /// Probability, 0..1, that a deal reaches its baseline once it goes out.
    public double reach(Expected expected) {
        return reach.means().length == 0 ? expected.reach() : reach.of(logit(expected));
    }

    /// Probability, 0..1, that the deal goes out and reaches its baseline.
    public double success(MerchantForecast forecast, DealTerms terms, LocalDate startsOn, Money baseline) {
        return approval(forecast, terms, startsOn, baseline) * reach(forecast.at(terms, startsOn, baseline));
    }
}
