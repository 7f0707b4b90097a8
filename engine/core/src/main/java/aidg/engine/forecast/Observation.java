package aidg.engine.forecast;

import aidg.engine.domain.Deal;
import aidg.engine.domain.DealOutcome;

/// A matured deal, taken apart so that deals of different size can be compared.
///
/// @param middle   epoch day in the middle of the 30 days from the start
/// @param values   per `Target`, its logarithm; NaN where it cannot be told
/// @param noise    per `Target`, the variance that counting alone brings
/// @param ratio    gross profit over baseline; NaN without a positive baseline
/// @param turnover redemptions at list price over baseline; NaN alike
record Observation(
        String merchantId,
        Situation situation,
        long middle,
        double[] values,
        double[] noise,
        double ratio,
        double turnover,
        int redemptions) {

    private static final double WIDEST_RATIO = 20;

    static Observation of(Deal deal, Situation situation, DealOutcome outcome) {
        double bought = outcome.redemptions() + 0.5;
        double seen = Math.max(outcome.views(), outcome.redemptions()) + 1.0;
        boolean counted = outcome.views() > 0;
        boolean comparable = deal.baselineGp30().isPositive();
        double[] values = {Double.NaN, Double.NaN, Double.NaN};
        double[] noise = {1 / bought - 1 / (seen + 0.5), 1 / seen, 1 / bought};
        if (counted) {
            values[Target.CONVERSION.ordinal()] = Math.log(bought / seen);
        }
        if (counted && comparable) {
            values[Target.TRAFFIC.ordinal()] = Math.log(seen) - situation.logNeeded();
        }
        if (comparable) {
            values[Target.SALES.ordinal()] = Math.log(bought) - situation.logNeeded();
        }
        double baseline = deal.baselineGp30().amount();
        double ratio =
                comparable ? Math.clamp(outcome.gp30().amount() / baseline, -WIDEST_RATIO, WIDEST_RATIO) : Double.NaN;
        double turnover =
                comparable ? Math.min(outcome.redemptions() * Math.exp(-situation.logNeeded()), 100) : Double.NaN;
        return new Observation(
                deal.merchantId(),
                situation,
                deal.startsOn().toEpochDay() + 15,
                values,
                noise,
                ratio,
                turnover,
                outcome.redemptions());
    }

    double value(Target target) {
        return values[target.ordinal()];
    }

    double noise(Target target) {
        return noise[target.ordinal()];
    }
}
