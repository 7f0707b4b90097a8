package aidg.engine.forecast;

import java.util.function.DoubleUnaryOperator;

/// Gross profit over baseline where sales are log-normal up to a limit: `ordinary + margin turnover + noise`.
final class RatioDistribution {

    /// Nodes and weights of Gauss-Hermite quadrature for the standard normal distribution, 9 points (Abramowitz
    /// and Stegun 1964, table 25.10, rescaled).
    private static final double[] NODES = {
        -4.512745863399783,
        -3.205429002856470,
        -2.076847978677830,
        -1.023255663789133,
        0,
        1.023255663789133,
        2.076847978677830,
        3.205429002856470,
        4.512745863399783
    };

    private static final double[] WEIGHTS = {
        2.234584400774658e-5,
        2.789141321231769e-3,
        4.991640676521788e-2,
        0.2440975028949394,
        0.4063492063492063,
        0.2440975028949394,
        4.991640676521788e-2,
        2.789141321231769e-3,
        2.234584400774658e-5
    };

    private final double ordinary;
    private final double margin;
    private final double marginVariance;
    private final double noise;
    private final double[] turnovers = new double[NODES.length];

    /// @param limit highest turnover, infinite if there is no limit
    RatioDistribution(
            double ordinary,
            double margin,
            double marginVariance,
            double noise,
            double logSales,
            double variance,
            double limit) {
        this.ordinary = ordinary;
        this.margin = margin;
        this.marginVariance = marginVariance;
        this.noise = noise;
        double sd = Math.sqrt(variance);
        for (int i = 0; i < NODES.length; i++) {
            turnovers[i] = Math.min(Math.exp(logSales + sd * NODES[i]), limit);
        }
    }

    /// Sums a function of the turnover over its distribution.
    private double over(DoubleUnaryOperator function) {
        double sum = 0;
        for (int i = 0; i < NODES.length; i++) {
            sum += WEIGHTS[i] * function.applyAsDouble(turnovers[i]);
        }
        return sum;
    }

    double mean() {
        return ordinary + margin * over(turnover -> turnover);
    }

    double sd() {
        double mean = over(turnover -> turnover);
        double square = over(turnover -> turnover * turnover);
        return Math.sqrt(margin * margin * Math.max(0, square - mean * mean) + marginVariance * square + noise);
    }

    /// Probability that the ratio is 1 or more.
    double reach() {
        double reach = over(turnover ->
                normal((ordinary + margin * turnover - 1) / Math.sqrt(noise + marginVariance * turnover * turnover)));
        return Math.clamp(reach, 0, 1);
    }

    /// Standard normal distribution function, absolute error under 1e-7 (Abramowitz and Stegun 1964, 26.2.17).
    static double normal(double x) {
        double size = Math.min(Math.abs(x), 40);
        double t = 1 / (1 + 0.2316419 * size);
        double series =
                t * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        double tail = series * Math.exp(-size * size / 2) / Math.sqrt(2 * Math.PI);
        return x >= 0 ? 1 - tail : tail;
    }
}
