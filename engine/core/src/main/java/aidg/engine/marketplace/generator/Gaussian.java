package aidg.engine.marketplace.generator;

/// The normal distribution function and the logarithm of the factorial, computed alike on every processor.
final class Gaussian {

    /// Beyond this many standard deviations less than 1e-14 is left.
    private static final double FAR = 7.8;

    private Gaussian() {}

    /// Standard normal distribution function; relative error below 1.2e-7 (rational Chebyshev fit of erfc).
    static double cdf(double x) {
        if (Math.abs(x) > FAR) {
            return x > 0 ? 1 : 0;
        }
        double z = Math.abs(x) / StrictMath.sqrt(2);
        double t = 1 / (1 + 0.5 * z);
        double poly = -1.26551223
                + t
                        * (1.00002368
                                + t
                                        * (0.37409196
                                                + t
                                                        * (0.09678418
                                                                + t
                                                                        * (-0.18628806
                                                                                + t
                                                                                        * (0.27886807
                                                                                                + t
                                                                                                        * (-1.13520398
                                                                                                                + t
                                                                                                                        * (1.48851587
                                                                                                                                + t
                                                                                                                                        * (-0.82215223
                                                                                                                                                + t
                                                                                                                                                        * 0.17087277))))))));
        double erfc = t * StrictMath.exp(-z * z + poly);
        return x >= 0 ? 1 - erfc / 2 : erfc / 2;
    }

    /// Logarithm of `k!` for `k >= 0`: exact below 10, Stirling's series above (error below 1e-9).
    static double logFactorial(double k) {
        if (k < 10) {
            double sum = 0;
            for (int i = 2; i <= k; i++) {
                sum += StrictMath.log(i);
            }
            return sum;
        }
        double x = k + 1;
        return (x - 0.5) * StrictMath.log(x)
                - x
                + 0.5 * StrictMath.log(2 * Math.PI)
                + 1 / (12 * x)
                - 1 / (360 * x * x * x)
                + 1 / (1260 * StrictMath.pow(x, 5));
    }
}
