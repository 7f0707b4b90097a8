package aidg.engine.marketplace.generator;

import aidg.engine.domain.DealOutcome;
import aidg.engine.domain.Money;
import java.util.random.RandomGenerator;

/// The distribution of a deal's outcome. A market shock `G`, gamma with mean 1 and shape `SHOCK_SHAPE`, scales
/// traffic; buyers are Poisson(`views * rate * G`), other viewers Poisson(`views * (1 - rate) * G`), so buyers
/// are negative binomial. Gross profit is `ordinary + ordinarySd * e + unitMargin * min(buyers, capacity)`.
///
/// @param views      expected views
/// @param rate       probability that a viewer buys, 0..1
/// @param capacity   most vouchers that can be honoured
/// @param unitMargin what one voucher earns in dollars; may be negative
/// @param ordinary   expected ordinary gross profit left beside the deal, dollars
/// @param ordinarySd its standard deviation, dollars, more than 0
/// @param baseline   gross profit to reach, dollars
record Forecast(
        double views,
        double rate,
        int capacity,
        double unitMargin,
        double ordinary,
        double ordinarySd,
        double baseline) {

    static final double SHOCK_SHAPE = 20;

    private static final double LEFT_OUT = 1e-12;

    double expectedBuyers() {
        return views * rate;
    }

    /// Exact probability, 0..1, that gross profit reaches the baseline: the sum over the negative binomial
    /// number of buyers of the normal probability given that number.
    double reachProbability() {
        double mean = expectedBuyers();
        double odds = mean / (mean + SHOCK_SHAPE);
        double mass = StrictMath.exp(-SHOCK_SHAPE * StrictMath.log1p(mean / SHOCK_SHAPE));
        double seen = 0;
        double sum = 0;
        for (int buyers = 0; buyers < capacity && 1 - seen > LEFT_OUT; buyers++) {
            sum += mass * reachGiven(buyers);
            seen += mass;
            mass *= odds * (buyers + SHOCK_SHAPE) / (buyers + 1);
        }
        return Math.clamp(sum + Math.max(0, 1 - seen) * reachGiven(capacity), 0, 1);
    }

    private double reachGiven(int buyers) {
        return Gaussian.cdf((ordinary + unitMargin * buyers - baseline) / ordinarySd);
    }

    /// Draws what happens.
    DealOutcome draw(RandomGenerator random) {
        double shock = Draws.gamma(random, SHOCK_SHAPE) / SHOCK_SHAPE;
        int wanting = Draws.poisson(random, views * rate * shock);
        int looking = Draws.poisson(random, views * (1 - rate) * shock);
        int buyers = Math.min(wanting, capacity);
        double profit = ordinary + ordinarySd * random.nextGaussian() + unitMargin * buyers;
        return new DealOutcome(wanting + looking, buyers, Money.of(profit));
    }
}
