package aidg.engine.forecast;

import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Discount;
import aidg.engine.domain.Money;
import aidg.engine.domain.Proposal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/// Forecasts for one merchant as seen on one day, prepared so that any number of candidate terms is cheap to
/// ask. Immutable, may be shared between threads.
public final class MerchantForecast {

    /// Discounts that are compared to find the best one, in steps of three hundredths.
    static final double[] COMPARED = DoubleStream.iterate(
                    0.02, discount -> discount <= 0.8, discount -> discount + 0.03)
            .toArray();

    private final SalesForecastFit fit;
    private final Surroundings surroundings;
    private final Held held;

    MerchantForecast(SalesForecastFit fit, Surroundings surroundings, Held held) {
        this.fit = fit;
        this.surroundings = surroundings;
        this.held = held;
    }

    /// What the deal would bring if it went out on these terms.
    ///
    /// @param startsOn first day of the run
    /// @param baseline gross profit of the same 30 days without it; where it is not positive, one dollar is put
    ///                 instead
    public Expected at(DealTerms terms, LocalDate startsOn, Money baseline) {
        Money needed = baseline.isPositive() ? baseline : Money.of(1);
        Situation situation = surroundings.of(terms, startsOn, needed);
        return Outlook.of(fit, held, situation);
    }

    /// All that `at` is made from, and what a manager looks at beside.
    public Circumstances circumstances(DealTerms terms, LocalDate startsOn, Money baseline) {
        Situation situation = surroundings.of(terms, startsOn, baseline.isPositive() ? baseline : Money.of(1));
        return new Circumstances(situation, held, bestDiscount(terms, startsOn, baseline));
    }

    /// Prepares many offers of one length in one category that start on one day.
    ///
    /// @param like    an offer of that length and category
    /// @param success how managers decide
    public OfferForecasts offers(DealTerms like, LocalDate startsOn, Money baseline, SuccessFit success) {
        return new OfferForecasts(fit, success, surroundings, held, like, startsOn, baseline);
    }

    /// The same if deals of other merchants nearby ran as well, on the terms that they are proposed on.
    ///
    /// @param others within 2 km; one of another category or other days changes nothing
    public MerchantForecast beside(List<Proposal> others) {
        return others.isEmpty()
                ? this
                : new MerchantForecast(
                        fit,
                        surroundings.beside(others.stream()
                                .map(other ->
                                        Run.of(other.terms(), other.startsOn().toEpochDay()))
                                .toList()),
                        held);
    }

    /// The discount among those compared at which the model expects most profit from a sale of this
    /// offer, times how many will be sold.
    double bestDiscount(DealTerms terms, LocalDate startsOn, Money baseline) {
        double best = 0;
        double most = Double.NEGATIVE_INFINITY;
        Target target = fit.counted() ? Target.CONVERSION : Target.SALES;
        for (double discount : COMPARED) {
            double margin = margin(fit, held, discount);
            if (margin > 0) {
                Situation situation = surroundings.of(terms.withDiscount(new Discount(discount)), startsOn, baseline);
                double profit = Math.log(margin)
                        + held.mean(fit, target, fit.basis().of(situation, held.right()), situation)
                                .sum();
                if (profit > most) {
                    most = profit;
                    best = discount;
                }
            }
        }
        return best == 0 ? held.right().mean()[0] : best;
    }

    /// What a sale earns as a share of the list price.
    static double margin(SalesForecastFit fit, Held held, double discount) {
        return fit.margin().kept() * (1 - discount) - held.cost().mean();
    }

    SalesForecastFit fit() {
        return fit;
    }

    /// The merchant side as numbers: for each target the means and then the standard deviations of its own
    /// coefficients, its state and its area's; then right terms and their standard deviations; then the cost
    /// share and its standard deviation. Targets that are not forecast are left out.
    public float[] profile() {
        List<Double> numbers = new ArrayList<>();
        held.states().forEach((target, hidden) -> {
            for (double mean : hidden.mean()) {
                numbers.add(mean);
            }
            for (int k = 0; k < HiddenState.SIZE; k++) {
                numbers.add(Math.sqrt(Math.max(0, hidden.covariance()[k * HiddenState.SIZE + k])));
            }
        });
        for (int kind = 0; kind < TermHistory.KINDS; kind++) {
            numbers.add(held.right().mean()[kind]);
            numbers.add(held.right().sd()[kind]);
        }
        numbers.add(held.cost().mean());
        numbers.add(Math.sqrt(held.cost().variance()));
        float[] profile = new float[numbers.size()];
        for (int i = 0; i < profile.length; i++) {
            profile[i] = numbers.get(i).floatValue();
        }
        return profile;
    }
}
