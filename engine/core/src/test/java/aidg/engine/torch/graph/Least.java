package aidg.engine.torch.graph;

import java.util.List;

/// Least squares with an intercept and a whiff of ridge, for reports.
final class Least {

    private Least() {}

    /// @param target column told, rows where it is NaN are left out
    /// @return one factor per input, then the intercept
    static double[] squares(List<double[]> rows, int target, int[] inputs) {
        int n = inputs.length + 1;
        double[][] a = new double[n][n + 1];
        for (double[] row : rows) {
            if (!Double.isNaN(row[target])) {
                for (int i = 0; i < n; i++) {
                    double x = i < n - 1 ? row[inputs[i]] : 1;
                    for (int j = 0; j < n; j++) {
                        a[i][j] += x * (j < n - 1 ? row[inputs[j]] : 1);
                    }
                    a[i][n] += x * row[target];
                }
            }
        }
        for (int p = 0; p < n; p++) {
            a[p][p] += 1e-3 * rows.size();
            for (int i = p + 1; i < n; i++) {
                double factor = a[i][p] / a[p][p];
                for (int j = p; j <= n; j++) {
                    a[i][j] -= factor * a[p][j];
                }
            }
        }
        double[] solution = new double[n];
        for (int i = n - 1; i >= 0; i--) {
            double rest = a[i][n];
            for (int j = i + 1; j < n; j++) {
                rest -= a[i][j] * solution[j];
            }
            solution[i] = rest / a[i][i];
        }
        return solution;
    }

    static double dot(double[] factors, double[] row, int[] inputs) {
        double sum = factors[inputs.length];
        for (int i = 0; i < inputs.length; i++) {
            sum += factors[i] * row[inputs[i]];
        }
        return sum;
    }
}
