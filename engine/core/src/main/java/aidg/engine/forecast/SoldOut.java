package aidg.engine.forecast;

/// Treats sold-out deals as what they are, a lower bound: each is replaced by the normal observation that has
/// the same first two moments given everything else (expectation propagation for a truncated normal; Minka 2001,
/// Groot and Lucas 2012).
final class SoldOut {

    /// Before anything is known of a sold-out deal it counts for next to nothing.
    static final double VAGUE = 100;

    private static final double LEAST_VARIANCE = 1e-3;

    private SoldOut() {}

    /// Updates values and their extra variances in place, all at once.
    ///
    /// @param root      of the covariance of the values, extra variances included
    /// @param residual  values less their means
    /// @param threshold the lower bounds, less the same means
    /// @param soldOut   which deals are meant
    /// @param value     means of the replaced observations, less the same means; changed
    /// @param extra     their extra variances; changed
    static void update(
            Cholesky root, double[] residual, double[] threshold, boolean[] soldOut, double[] value, double[] extra) {
        int n = residual.length;
        double[] weights = root.backward(root.forward(residual.clone()));
        for (int i = 0; i < n; i++) {
            if (soldOut[i]) {
                double[] unit = new double[n];
                unit[i] = 1;
                root.forward(unit);
                double precision = Cholesky.dot(unit, unit);
                double mean = residual[i] - weights[i] / precision;
                double variance = Math.max(LEAST_VARIANCE, 1 / precision - extra[i]);
                replace(mean, variance, threshold[i], i, value, extra);
            }
        }
    }

    private static void replace(double mean, double variance, double bound, int i, double[] value, double[] extra) {
        double sd = Math.sqrt(variance);
        double a = Math.clamp((bound - mean) / sd, -6, 6);
        double density = Math.exp(-a * a / 2) / Math.sqrt(2 * Math.PI);
        double ratio = density / Math.max(1e-10, RatioDistribution.normal(-a));
        double tiltedMean = mean + sd * ratio;
        double tiltedVariance = variance * Math.clamp(1 - ratio * (ratio - a), 0.02, 0.999);
        double precision = 1 / tiltedVariance - 1 / variance;
        value[i] = (tiltedMean / tiltedVariance - mean / variance) / precision;
        extra[i] = Math.clamp(1 / precision, LEAST_VARIANCE, VAGUE);
    }
}
