package aidg.engine.review;

import aidg.engine.domain.Interval;
import java.util.List;

/// How far two readers agree beyond what chance would give: Cohen's kappa on approve against override.
///
/// @param both       proposals that both have read
/// @param same       of these, decided alike
/// @param kappa      1 for full agreement, 0 for what chance gives; NaN while it is not defined: nothing read,
///                   or both decided everything one way
/// @param kappaLow   lower end of its 90 % interval by the large-sample error of Cohen (1960), NaN as kappa
/// @param kappaHigh  upper end
public record Agreement(int both, int same, double kappa, double kappaLow, double kappaHigh) {

    private static final double Z90 = 1.6448536269514722;

    /// One proposal read by both.
    public record Pair(boolean firstApproves, boolean secondApproves) {}

    /// Over all proposals that both have read.
    public static Agreement of(List<Pair> pairs) {
        int n = pairs.size();
        int same = (int) pairs.stream()
                .filter(pair -> pair.firstApproves() == pair.secondApproves())
                .count();
        double first = share(pairs.stream().filter(Pair::firstApproves).count(), n);
        double second = share(pairs.stream().filter(Pair::secondApproves).count(), n);
        double observed = share(same, n);
        double byChance = first * second + (1 - first) * (1 - second);
        if (n == 0 || byChance == 1) {
            return new Agreement(n, same, Double.NaN, Double.NaN, Double.NaN);
        }
        double kappa = (observed - byChance) / (1 - byChance);
        double error = Math.sqrt(observed * (1 - observed) / (n * (1 - byChance) * (1 - byChance)));
        return new Agreement(n, same, kappa, Math.max(-1, kappa - Z90 * error), Math.min(1, kappa + Z90 * error));
    }

    private static double share(long part, int whole) {
        return whole == 0 ? Double.NaN : (double) part / whole;
    }

    /// Whether kappa has an interval that says something: the large-sample error is 0 where all are decided alike, or
    /// all differently, however few they are.
    public boolean hasInterval() {
        return !Double.isNaN(kappa) && same > 0 && same < both;
    }

    /// The 90 % interval of the share decided alike; 0..1 while nothing is read.
    public Interval sameShare() {
        return Shares.wilson(same, both);
    }
}
