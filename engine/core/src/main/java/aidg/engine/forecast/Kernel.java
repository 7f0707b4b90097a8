package aidg.engine.forecast;

/// How alike the surprises of two deals are, beyond what the pooled coefficients explain: `z'Σz' + stateVariance
/// exp(-days / stateDays) + burstVariance exp(-days / burstDays)` for deals of one merchant, plus `groupVariance
/// exp(-days / groupDays)` for deals of one area and category, plus noise on the diagonal. (Rasmussen and
/// Williams 2006, chapter 2; the exponential kernel is an AR(1) process in continuous time.) A reading of a note is
/// `reading` times the state at its day and noise.
///
/// @param coefficients  covariance of a merchant's own coefficients, row by row
/// @param stateVariance of the merchant's ups and downs
/// @param stateDays     days after which 37 % of an up or down are left
/// @param burstVariance of what befalls the merchant for a shorter time
/// @param burstDays     days after which 37 % of that are left
/// @param groupVariance of the ups and downs of an area and category
/// @param groupDays     days after which 37 % of those are left
/// @param noise         variance of a deal beyond what counting brings
/// @param reading       what a note's reading makes of the state
/// @param readingNoise  variance of a reading beside
public record Kernel(
        double[] coefficients,
        double stateVariance,
        double stateDays,
        double burstVariance,
        double burstDays,
        double groupVariance,
        double groupDays,
        double noise,
        double reading,
        double readingNoise) {

    static final int Q = Basis.OF_MERCHANT;

    /// Number of tunable values beside the covariance of coefficients.
    static final int TUNABLE = 9;

    private static final double SMALLEST_VARIANCE = 1e-6;
    private static final double SHORTEST_DAYS = 7;
    private static final double LONGEST_DAYS = 2000;
    private static final double OLDEST_DAYS = 4500;

    /// A start for the search: a share of the variance to each part.
    static Kernel start(double variance) {
        double[] coefficients = new double[Q * Q];
        for (int i = 0; i < Q; i++) {
            coefficients[i * Q + i] = variance * (i == 0 ? 0.1 : 0.02);
        }
        return new Kernel(
                coefficients,
                0.08 * variance,
                400,
                0.05 * variance,
                45,
                0.05 * variance,
                400,
                0.2 * variance,
                0.7,
                0.04 * variance);
    }

    Kernel without(boolean state, boolean group) {
        return new Kernel(
                coefficients,
                state ? 0 : stateVariance,
                stateDays,
                state ? 0 : burstVariance,
                burstDays,
                group ? 0 : groupVariance,
                groupDays,
                noise,
                reading,
                readingNoise);
    }

    /// The same without what passes soon, noise included.
    Kernel withoutBursts() {
        return new Kernel(
                coefficients,
                stateVariance,
                stateDays,
                0,
                burstDays,
                groupVariance,
                groupDays,
                0,
                reading,
                readingNoise);
    }

    Kernel withCoefficients(double[] changed) {
        return new Kernel(
                changed,
                stateVariance,
                stateDays,
                burstVariance,
                burstDays,
                groupVariance,
                groupDays,
                noise,
                reading,
                readingNoise);
    }

    /// The same with one value multiplied by a factor; zero variances stay zero.
    Kernel scaled(int which, double factor) {
        return new Kernel(
                coefficients,
                which == 0 ? variance(stateVariance * factor) : stateVariance,
                which == 1 ? Math.clamp(stateDays * factor, SHORTEST_DAYS, LONGEST_DAYS) : stateDays,
                which == 2 ? variance(burstVariance * factor) : burstVariance,
                which == 3 ? Math.clamp(burstDays * factor, SHORTEST_DAYS, LONGEST_DAYS) : burstDays,
                which == 4 ? variance(groupVariance * factor) : groupVariance,
                which == 5 ? Math.clamp(groupDays * factor, SHORTEST_DAYS, LONGEST_DAYS) : groupDays,
                which == 6 ? variance(noise * factor) : noise,
                which == 7 ? Math.clamp(reading * factor, 0.05, 20) : reading,
                which == 8 ? variance(readingNoise * factor) : readingNoise);
    }

    private static double variance(double value) {
        return value == 0 ? 0 : Math.max(value, SMALLEST_VARIANCE);
    }

    /// `exp(-days / scale)` of many days at once, each counted back from a common last day; the kernel of two is
    /// then the smaller over the larger.
    static double[] decays(double[] daysBack, double scale) {
        double[] decays = new double[daysBack.length];
        for (int i = 0; i < decays.length; i++) {
            decays[i] = Math.exp(-Math.clamp(daysBack[i], 0, OLDEST_DAYS) / scale);
        }
        return decays;
    }

    /// `Σ z`.
    double[] times(double[] z) {
        double[] out = new double[Q];
        for (int i = 0; i < Q; i++) {
            for (int j = 0; j < Q; j++) {
                out[i] += coefficients[i * Q + j] * z[j];
            }
        }
        return out;
    }

    /// Covariance of the surprises of deals and of readings, noise included, row by row; only the lower half is
    /// filled.
    ///
    /// @param counting variance of each deal that counting brings; 0 for a reading
    double[] covariance(Points points, double[] counting) {
        int n = points.size();
        double[] matrix = new double[n * n];
        double[] state = decays(points.daysBack(), stateDays);
        double[] burst = decays(points.daysBack(), burstDays);
        double[] group = decays(points.daysBack(), groupDays);
        int[] merchants = points.merchants();
        for (int i = 0; i < n; i++) {
            boolean read = points.isReading(i);
            double[] own = times(points.z()[i]);
            for (int j = 0; j <= i; j++) {
                double sum = 0;
                if (merchants[i] == merchants[j]) {
                    sum = stateVariance * weight(read) * weight(points.isReading(j)) * alike(state[i], state[j]);
                    if (!read && !points.isReading(j)) {
                        sum += burstVariance * alike(burst[i], burst[j]);
                        for (int k = 0; k < Q; k++) {
                            sum += own[k] * points.z()[j][k];
                        }
                    }
                }
                if (!read && points.groups()[i] == points.groups()[j]) {
                    sum += groupVariance * alike(group[i], group[j]);
                }
                matrix[i * n + j] = sum;
            }
            matrix[i * n + i] += (read ? readingNoise : noise) + counting[i];
        }
        return matrix;
    }

    /// How much of the state is in a deal or in a reading.
    double weight(boolean read) {
        return read ? reading : 1;
    }

    static double alike(double a, double b) {
        return a < b ? a / b : b / a;
    }
}
