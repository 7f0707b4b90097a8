package aidg.engine.forecast;

import java.util.List;

/// The hazard of one reason: the exponential of a linear function of standardised inputs, shrunken by a ridge,
/// fitted by Newton's method.
///
/// @param means   of the inputs
/// @param scales  standard deviations of the inputs, more than 0
/// @param weights one per standardised input, then the intercept
public record Hazard(double[] means, double[] scales, double[] weights) {

    private static final double RIDGE = 3;
    private static final double LEVEL_RIDGE = 0.05;
    private static final double USUAL = 0.01;
    private static final double WIDEST = 4;
    private static final double LARGEST = 3;
    private static final int STEPS = 25;

    /// A deal that was overridden was exposed until then, half of the time on average.
    private static final double HALF = 0.5;

    static Hazard learn(List<Hazards.Decision> decisions, int reason) {
        int d = decisions.getFirst().faults()[reason].length;
        double[] means = new double[d];
        double[] scales = new double[d];
        double struck = USUAL;
        for (Hazards.Decision decision : decisions) {
            double[] input = decision.faults()[reason];
            struck += decision.reason() == reason ? 1 : 0;
            for (int k = 0; k < d; k++) {
                means[k] += input[k] / decisions.size();
                scales[k] += input[k] * input[k] / decisions.size();
            }
        }
        for (int k = 0; k < d; k++) {
            scales[k] = Math.sqrt(Math.max(1e-6, scales[k] - means[k] * means[k]));
        }
        double[] weights = new double[d + 1];
        weights[d] = Math.log(struck / (decisions.size() + 1));
        Hazard fit = new Hazard(means, scales, weights);
        for (int step = 0; step < STEPS; step++) {
            fit = fit.improved(decisions, reason, weights[d]);
        }
        return fit;
    }

    /// One Newton step.
    private Hazard improved(List<Hazards.Decision> decisions, int reason, double usual) {
        int d = weights.length;
        double[] hessian = new double[d * d];
        double[] gradient = new double[d];
        for (int k = 0; k < d; k++) {
            double ridge = k == d - 1 ? LEVEL_RIDGE : RIDGE;
            hessian[k * d + k] = ridge;
            gradient[k] = ridge * ((k == d - 1 ? usual : 0) - weights[k]);
        }
        for (Hazards.Decision decision : decisions) {
            double[] x = standardised(decision.faults()[reason]);
            double expected = hazard(x) * (decision.reason() < 0 ? 1 : HALF);
            double error = (decision.reason() == reason ? 1 : 0) - expected;
            for (int k = 0; k < d; k++) {
                gradient[k] += error * x[k];
                double weighted = expected * x[k];
                for (int j = 0; j <= k; j++) {
                    hessian[k * d + j] += weighted * x[j];
                }
            }
        }
        Cholesky root = Cholesky.of(hessian, d);
        double[] change = root.backward(root.forward(gradient));
        double[] changed = weights.clone();
        for (int k = 0; k < d; k++) {
            changed[k] += Math.clamp(change[k], -1, 1);
        }
        return new Hazard(means, scales, changed);
    }

    private double[] standardised(double[] input) {
        double[] x = new double[weights.length];
        for (int k = 0; k < means.length; k++) {
            x[k] = Math.clamp((input[k] - means[k]) / scales[k], -WIDEST, WIDEST);
        }
        x[means.length] = 1;
        return x;
    }

    /// What some of the inputs contribute to the logarithm of the hazard.
    ///
    /// @param from the first of them
    /// @param to   the one after the last
    double part(double[] input, int from, int to) {
        double sum = 0;
        for (int k = from; k < to; k++) {
            sum += weights[k] * Math.clamp((input[k] - means[k]) / scales[k], -WIDEST, WIDEST);
        }
        return sum;
    }

    /// The hazard of which all contributions are known.
    ///
    /// @param inputs what they add up to
    double ofParts(double inputs) {
        return hazard(weights[means.length] + inputs);
    }

    /// Expected number of strikes, more than 0.
    double of(double[] input) {
        return hazard(standardised(input));
    }

    private double hazard(double[] x) {
        return hazard(Cholesky.dot(weights, x));
    }

    private static double hazard(double logarithm) {
        return Math.min(LARGEST, Math.exp(Math.clamp(logarithm, -30, 2)));
    }
}
