package aidg.engine.features;

import aidg.engine.domain.Deal;
import aidg.engine.domain.DealOutcome;
import org.jspecify.annotations.Nullable;

/// Gross profit of 30 days over the deal's baseline, the unit in which the network speaks of money: a feature
/// where the outcome lies in the past, a label where the deal is learned from.
public final class Gp30Ratio {

    /// Ratios are clipped here, so that one freak deal does not drown the rest.
    private static final double LOWEST = -2;

    private static final double HIGHEST = 6;

    private Gp30Ratio() {}

    /// -2..6; NaN if it did not run or has no positive baseline. [B9]
    ///
    /// @param outcome what was known of `deal` on the day of the look
    public static double of(Deal deal, @Nullable DealOutcome outcome) {
        return outcome == null || !deal.baselineGp30().isPositive()
                ? Double.NaN
                : Math.clamp(outcome.gp30().amount() / deal.baselineGp30().amount(), LOWEST, HIGHEST);
    }
}
