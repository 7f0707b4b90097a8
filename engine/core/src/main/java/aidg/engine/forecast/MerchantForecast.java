package aidg.engine.forecast;

import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Discount;
import aidg.engine.domain.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Forecasts for one merchant as seen on one day, prepared so that any number of candidate terms is cheap to
/// ask. Immutable, may be shared between threads.
public final class MerchantForecast {

    private static final double SHALLOWEST = 0.02;
    private static final double DEEPEST = 0.8;
    private static final double SURE = 1e-4;

    private final SalesForecastFit fit;
    private final Surroundings surroundings;
    private final RightTerms right;
    private final Map<Target, HiddenState> states;
    private final MarginFit.Cost cost;
    private final int capacity;
    private final int most;
    private final OverrideLeanings leanings;

    MerchantForecast(
            SalesForecastFit fit,
            Surroundings surroundings,
            RightTerms right,
            Map<Target, HiddenState> states,
            MarginFit.Cost cost,
            MerchantBook book,
            OverrideLeanings leanings) {
        this.fit = fit;
        this.surroundings = surroundings;
        this.right = right;
        this.states = new EnumMap<>(states);
        this.cost = cost;
        capacity = book.capacity();
        most = book.most();
        this.leanings = leanings;
    }

    /// A target's mean, variance of that mean, variance of what happens, and where the mean comes from.
    private record Outlook(double mean, double doubt, double variance, Expected.Parts parts) {}

    /// What the deal would bring if it went out on these terms.
    ///
    /// @param startsOn first day of the run
    /// @param baseline gross profit of the same 30 days without it; where it is not positive, one dollar is put
    ///                 instead
    public Expected at(DealTerms terms, LocalDate startsOn, Money baseline) {
        Money needed = baseline.isPositive() ? baseline : Money.of(1);
        Situation situation = surroundings.of(terms, startsOn, needed);
        Basis.Row row = fit.basis().of(situation, right);
        Outlook conversion = new Outlook(0, 0, 0, new Expected.Parts(0, 0, 0, 0, 0));
        Outlook traffic;
        if (fit.counted()) {
            conversion = read(Target.CONVERSION, row, situation);
            traffic = read(Target.TRAFFIC, row, situation);
        } else {
            traffic = read(Target.SALES, row, situation);
        }
        double logSales = Math.clamp(conversion.mean() + traffic.mean(), -12, 6);
        double redemptions = Math.exp(Math.clamp(logSales + situation.logNeeded(), -20, 20));
        double doubt = Math.min(2, conversion.doubt() + traffic.doubt());
        double scatter = Math.min(2, conversion.variance() + traffic.variance() - conversion.doubt() - traffic.doubt())
                + 1 / (redemptions + 1);
        double margin = fit.margin().kept() * (1 - situation.offer().discount()) - cost.mean();
        double limit = capacity == 0 ? Double.POSITIVE_INFINITY : capacity * Math.exp(-situation.logNeeded());
        RatioDistribution ratio = ratio(margin, logSales, doubt + scatter, limit);
        double spread = logOdds(ratio(margin, logSales + Math.sqrt(doubt), scatter, limit)
                        .reach())
                - logOdds(ratio(margin, logSales - Math.sqrt(doubt), scatter, limit)
                        .reach());
        return new Expected(
                conversion.mean(),
                Math.sqrt(conversion.variance()),
                traffic.mean(),
                Math.sqrt(traffic.variance()),
                margin,
                ratio.mean(),
                ratio.sd(),
                ratio.reach(),
                Math.abs(spread) / 2,
                redemptions,
                conversion.parts().plus(traffic.parts()));
    }

    private RatioDistribution ratio(double margin, double logSales, double variance, double limit) {
        return new RatioDistribution(
                fit.margin().ordinary(), margin, cost.variance(), fit.margin().noise(), logSales, variance, limit);
    }

    private static double logOdds(double probability) {
        double inside = Math.clamp(probability, SURE, 1 - SURE);
        return Math.log(inside / (1 - inside));
    }

    private Expected.Parts mean(Target target, Basis.Row row, Situation situation) {
        TargetFit learned = fit.target(target);
        HiddenState hidden = Objects.requireNonNull(states.get(target));
        return new Expected.Parts(
                Cholesky.dot(learned.pooled(), row.pooled()),
                learned.local(row, situation),
                hidden.nature(row.ofMerchant()),
                hidden.state(),
                situation.offCategory() ? 0 : hidden.mean()[HiddenState.GROUP]);
    }

    private Outlook read(Target target, Basis.Row row, Situation situation) {
        TargetFit learned = fit.target(target);
        HiddenState hidden = Objects.requireNonNull(states.get(target));
        Expected.Parts parts = mean(target, row, situation);
        double doubt = hidden.variance(row.ofMerchant(), !situation.offCategory(), learned.kernel());
        return new Outlook(parts.sum(), doubt, doubt + learned.kernel().noise(), parts);
    }

    /// The discount, in steps of three hundredths, at which the model expects most profit from a sale of this
    /// offer, times how many will be sold.
    double bestDiscount(DealTerms terms, LocalDate startsOn, Money baseline) {
        double best = 0;
        double most = Double.NEGATIVE_INFINITY;
        Target target = fit.counted() ? Target.CONVERSION : Target.SALES;
        for (double discount = SHALLOWEST; discount <= DEEPEST; discount += 0.03) {
            double margin = fit.margin().kept() * (1 - discount) - cost.mean();
            if (margin > 0) {
                Situation situation = surroundings.of(terms.withDiscount(new Discount(discount)), startsOn, baseline);
                double profit = Math.log(margin)
                        + mean(target, fit.basis().of(situation, right), situation)
                                .sum();
                if (profit > most) {
                    most = profit;
                    best = discount;
                }
            }
        }
        return best == 0 ? right.mean()[0] : best;
    }

    /// Present ups and downs of the merchant, logarithmic.
    double state() {
        return Objects.requireNonNull(states.get(fit.counted() ? Target.TRAFFIC : Target.SALES))
                .state();
    }

    /// Log of the expected buyers over the most that could be served so far.
    double pressure(Expected expected) {
        return most == 0 ? 0 : Math.log((expected.redemptions() + 1) / ((capacity == 0 ? most : capacity) + 1));
    }

    double newsScale() {
        return fit.newsScale();
    }

    OverrideLeanings leanings() {
        return leanings;
    }

    RightTerms right() {
        return right;
    }

    Surroundings surroundings() {
        return surroundings;
    }

    /// The merchant side as numbers: for each target the means and then the standard deviations of its own
    /// coefficients, its state and its area's; then right terms and their standard deviations; then the cost
    /// share and its standard deviation. Targets that are not forecast are left out.
    public float[] profile() {
        List<Double> numbers = new ArrayList<>();
        states.forEach((target, hidden) -> {
            for (double mean : hidden.mean()) {
                numbers.add(mean);
            }
            for (int k = 0; k < HiddenState.SIZE; k++) {
                numbers.add(Math.sqrt(Math.max(0, hidden.covariance()[k * HiddenState.SIZE + k])));
            }
        });
        for (int kind = 0; kind < TermHistory.KINDS; kind++) {
            numbers.add(right.mean()[kind]);
            numbers.add(right.sd()[kind]);
        }
        numbers.add(cost.mean());
        numbers.add(Math.sqrt(cost.variance()));
        float[] profile = new float[numbers.size()];
        for (int i = 0; i < profile.length; i++) {
            profile[i] = numbers.get(i).floatValue();
        }
        return profile;
    }
}
