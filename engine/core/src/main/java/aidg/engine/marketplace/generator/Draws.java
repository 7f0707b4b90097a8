package aidg.engine.marketplace.generator;

import java.util.List;
import java.util.random.RandomGenerator;

/// Samples of the distributions the model uses. `StrictMath` keeps them equal on every processor.
final class Draws {

    private Draws() {}

    static <T> T pick(RandomGenerator random, List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /// Median 1, standard deviation of the logarithm `sigma`.
    static double logNormal(RandomGenerator random, double sigma) {
        return StrictMath.exp(sigma * random.nextGaussian());
    }

    /// Index drawn with probability proportional to the weights.
    static int weighted(RandomGenerator random, double[] weights) {
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        double rest = random.nextDouble() * total;
        for (int i = 0; i < weights.length - 1; i++) {
            rest -= weights[i];
            if (rest < 0) {
                return i;
            }
        }
        return weights.length - 1;
    }

    /// Gamma with mean `shape` and scale 1, for `shape >= 1` (Marsaglia and Tsang 2000).
    static double gamma(RandomGenerator random, double shape) {
        double d = shape - 1.0 / 3;
        double c = 1 / StrictMath.sqrt(9 * d);
        while (true) {
            double x = random.nextGaussian();
            double root = 1 + c * x;
            if (root <= 0) {
                continue;
            }
            double v = root * root * root;
            double u = 1 - random.nextDouble();
            if (StrictMath.log(u) < 0.5 * x * x + d - d * v + d * StrictMath.log(v)) {
                return d * v;
            }
        }
    }

    /// Poisson: inversion below 30, above it the transformed rejection PTRS (Hörmann 1993).
    static int poisson(RandomGenerator random, double mean) {
        if (mean < 30) {
            double limit = StrictMath.exp(-mean);
            int count = 0;
            for (double product = random.nextDouble(); product > limit; product *= random.nextDouble()) {
                count++;
            }
            return count;
        }
        double b = 0.931 + 2.53 * StrictMath.sqrt(mean);
        double a = -0.059 + 0.02483 * b;
        double inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
        double vr = 0.9277 - 3.6224 / (b - 2);
        double logMean = StrictMath.log(mean);
        while (true) {
            double u = random.nextDouble() - 0.5;
            double v = 1 - random.nextDouble();
            double us = 0.5 - Math.abs(u);
            double k = StrictMath.floor((2 * a / us + b) * u + mean + 0.43);
            if (us >= 0.07 && v <= vr) {
                return (int) k;
            }
            if (k < 0 || (us < 0.013 && v > us)) {
                continue;
            }
            double left = StrictMath.log(v) + StrictMath.log(inverseAlpha) - StrictMath.log(a / (us * us) + b);
            if (left <= k * logMean - mean - Gaussian.logFactorial(k)) {
                return (int) k;
            }
        }
    }
}
