package aidg.engine.forecast;

import java.util.List;

/// Logistic regression on standardised inputs, shrunken by a ridge, fitted by Newton's method.
///
/// @param means   of the inputs
/// @param scales  standard deviations of the inputs, more than 0
/// @param weights one per standardised input, then the intercept
public record Logistic(double[] means, double[] scales, double[] weights) {

    private static final double RIDGE = 3;
    private static final int STEPS = 12;

    /// @param usual the intercept where nothing is known
    static Logistic of(List<double[]> inputs, List<Boolean> labels, double usual) {
        if (inputs.isEmpty()) {
            return new Logistic(new double[0], new double[0], new double[] {usual});
        }
        int d = inputs.getFirst().length;
        double[] means = new double[d];
        double[] scales = new double[d];
        for (double[] input : inputs) {
            for (int k = 0; k < d; k++) {
                means[k] += input[k] / inputs.size();
                scales[k] += input[k] * input[k] / inputs.size();
            }
        }
        for (int k = 0; k < d; k++) {
            scales[k] = Math.sqrt(Math.max(1e-6, scales[k] - means[k] * means[k]));
        }
        Logistic fit = new Logistic(means, scales, new double[d + 1]);
        for (int step = 0; step < STEPS; step++) {
            fit = fit.improved(inputs, labels, usual);
        }
        return fit;
    }

    /// One Newton step.
    private Logistic improved(List<double[]> inputs, List<Boolean> labels, double usual) {
        int d = weights.length;
        double[] hessian = new double[d * d];
        double[] gradient = new double[d];
        for (int k = 0; k < d; k++) {
            double ridge = k == d - 1 ? 0.1 : RIDGE;
            double centre = k == d - 1 ? usual : 0;
            hessian[k * d + k] = ridge;
            gradient[k] = ridge * (centre - weights[k]);
        }
        for (int row = 0; row < inputs.size(); row++) {
            double[] x = standardised(inputs.get(row));
            double p = probability(x);
            double error = (labels.get(row) ? 1 : 0) - p;
            double weight = Math.max(1e-4, p * (1 - p));
            for (int k = 0; k < d; k++) {
                gradient[k] += error * x[k];
                for (int j = 0; j <= k; j++) {
                    hessian[k * d + j] += weight * x[k] * x[j];
                }
            }
        }
        Cholesky root = Cholesky.of(hessian, d);
        double[] change = root.backward(root.forward(gradient));
        double[] changed = weights.clone();
        for (int k = 0; k < d; k++) {
            changed[k] += Math.clamp(change[k], -2, 2);
        }
        return new Logistic(means, scales, changed);
    }

    private double[] standardised(double[] input) {
        double[] x = new double[weights.length];
        for (int k = 0; k < means.length; k++) {
            x[k] = Math.clamp((input[k] - means[k]) / scales[k], -8, 8);
        }
        x[means.length] = 1;
        return x;
    }

    /// Probability, 0..1, of an input.
    double of(double[] input) {
        return probability(standardised(input));
    }

    private double probability(double[] x) {
        return 1 / (1 + Math.exp(-Math.clamp(Cholesky.dot(weights, x), -30, 30)));
    }
}
