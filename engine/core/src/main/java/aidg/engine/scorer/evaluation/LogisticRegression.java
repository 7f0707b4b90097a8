package aidg.engine.scorer.evaluation;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/// Logistic regression with a ridge penalty, by iteratively reweighted least squares: the simplest model that
/// uses the same features, and the floor that a network must beat.
final class LogisticRegression {

    private static final double RIDGE = 1.0;
    private static final int MOST_STEPS = 30;

    private final double[] weights;

    private LogisticRegression(double[] weights) {
        this.weights = weights;
    }

    /// @param inputs standardised, finite; one array per example
    /// @param labels 0 or 1
    static LogisticRegression fit(float[][] inputs, double[] labels) {
        int d = inputs[0].length + 1;
        double[] weights = new double[d];
        for (int step = 0; step < MOST_STEPS; step++) {
            DMatrixRMaj hessian = new DMatrixRMaj(d, d);
            DMatrixRMaj gradient = new DMatrixRMaj(d, 1);
            accumulate(inputs, labels, weights, hessian.data, gradient.data);
            LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.chol(d);
            DMatrixRMaj change = new DMatrixRMaj(d, 1);
            if (!solver.setA(hessian)) {
                throw new IllegalStateException("the normal equations are not positive definite");
            }
            solver.solve(gradient, change);
            for (int i = 0; i < d; i++) {
                weights[i] -= change.data[i];
            }
            if (CommonOps_DDRM.elementMaxAbs(change) < 1e-8) {
                break;
            }
        }
        return new LogisticRegression(weights);
    }

    private static void accumulate(
            float[][] inputs, double[] labels, double[] weights, double[] hessian, double[] gradient) {
        int d = weights.length;
        for (int i = 0; i < d; i++) {
            hessian[i * d + i] = i == d - 1 ? 1e-9 : RIDGE;
            gradient[i] = i == d - 1 ? 0 : RIDGE * weights[i];
        }
        double[] x = new double[d];
        for (int row = 0; row < inputs.length; row++) {
            for (int i = 0; i < d - 1; i++) {
                x[i] = inputs[row][i];
            }
            x[d - 1] = 1;
            double p = probability(x, weights);
            double w = Math.max(1e-9, p * (1 - p));
            for (int i = 0; i < d; i++) {
                gradient[i] += (p - labels[row]) * x[i];
                double wx = w * x[i];
                if (wx != 0) {
                    for (int j = 0; j < d; j++) {
                        hessian[i * d + j] += wx * x[j];
                    }
                }
            }
        }
    }

    private static double probability(double[] x, double[] weights) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * weights[i];
        }
        return 1 / (1 + Math.exp(-sum));
    }

    /// Log-odds for one input.
    double logit(float[] input) {
        double sum = weights[weights.length - 1];
        for (int i = 0; i < input.length; i++) {
            sum += input[i] * weights[i];
        }
        return sum;
    }
}
