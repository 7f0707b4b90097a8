package aidg.engine.forecast;

import aidg.engine.domain.Category;
import java.util.EnumMap;
import java.util.Map;

/// What the causes of a forecast amount to, for people.
///
/// @param measures one per cause: of a term how far it lies from what is right, of the discount in fractions
///                 and of price and length logarithmic; of the category 1 if it is another than the merchant's;
///                 the part of the year, 0..1; earlier runs still felt and rival deals, as counts; of place,
///                 nature, state, baseline and overrides the logarithm of how much more than usual
/// @param discount fraction
/// @param list     list price, dollars
/// @param days     length of the run
public record CauseFigures(
        Map<Cause, Double> measures, double discount, double list, double days, Category sold, Category own) {

    public CauseFigures {
        measures = Map.copyOf(measures);
    }

    static CauseFigures of(SalesForecastFit fit, Circumstances deal) {
        Situation situation = deal.situation();
        Held held = deal.held();
        Offer offer = situation.offer();
        double[] right = held.right().mean();
        Basis.Row row = fit.basis().of(situation, held.right());
        Expected.Parts parts = deal.expected(fit).parts();
        Map<Cause, Double> measures = new EnumMap<>(Cause.class);
        measures.put(Cause.DISCOUNT, offer.discount() - right[0]);
        measures.put(Cause.PRICE, offer.logList() - right[1]);
        measures.put(Cause.DURATION, offer.logDays() - right[2]);
        measures.put(Cause.CATEGORY, situation.offCategory() ? 1.0 : 0.0);
        measures.put(Cause.SEASON, situation.yearPart());
        measures.put(Cause.FATIGUE, situation.longFatigue());
        measures.put(Cause.COMPETITION, Math.expm1(situation.rivals()));
        measures.put(Cause.PLACE, parts.area() + city(fit, situation) + pooled(fit, row, "demand"));
        measures.put(Cause.NATURE, parts.nature());
        measures.put(Cause.STATE, parts.state() + pooled(fit, row, "announced change"));
        measures.put(Cause.BASELINE, situation.unusual());
        measures.put(
                Cause.OVERRIDES, held.leanings().ownRate() + held.leanings().managerRate());
        return new CauseFigures(
                measures,
                offer.discount(),
                Math.exp(offer.logList()),
                Math.exp(offer.logDays()),
                offer.category(),
                situation.backdrop().ownCategory());
    }

    /// Of a cause.
    public double measure(Cause cause) {
        return measures.getOrDefault(cause, 0.0);
    }

    private static double city(SalesForecastFit fit, Situation situation) {
        return fit.targets().stream()
                .mapToDouble(target -> fit.target(target)
                        .cities()
                        .getOrDefault(situation.backdrop().cityId(), 0.0))
                .sum();
    }

    private static double pooled(SalesForecastFit fit, Basis.Row row, String name) {
        int column = Basis.NAMES.indexOf(name);
        return fit.targets().stream()
                .mapToDouble(target -> fit.target(target).pooled()[column] * row.pooled()[column])
                .sum();
    }
}
