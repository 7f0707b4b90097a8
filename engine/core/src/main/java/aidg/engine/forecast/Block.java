package aidg.engine.forecast;

import java.util.ArrayList;
import java.util.List;

/// Deals of a few merchants of one area and category and readings of notes on them, dense enough for one covariance
/// matrix.
///
/// @param evidence  the target as observed, which for a sold-out deal is a lower bound
/// @param y         the target; of a sold-out deal, what stands for it
/// @param extra     variance on top for what stands for a sold-out deal
/// @param columns   which coefficients of the marketplace are at work
/// @param x         their values, one row per deal or reading; zeros for a reading
/// @param size      number of merchants
record Block(Evidence evidence, double[] y, double[] extra, int[] columns, double[][] x, int size) {

    Points points() {
        return evidence.points;
    }

    /// What is left of the target once the coefficients are taken out.
    double[] residual(double[] coefficients) {
        double[] left = y.clone();
        for (int i = 0; i < left.length; i++) {
            for (int k = 0; k < columns.length; k++) {
                left[i] -= x[i][k] * coefficients[columns[k]];
            }
        }
        return left;
    }

    Cholesky root(Kernel kernel) {
        double[] all = evidence.counting.clone();
        for (int i = 0; i < all.length; i++) {
            all[i] += extra[i];
        }
        return Cholesky.of(kernel.covariance(points(), all), y.length);
    }

    /// Brings what stands for sold-out deals up to date, in place.
    void update(Kernel kernel, double[] coefficients) {
        double[] residual = residual(coefficients);
        double[] value = residual.clone();
        double[] threshold = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            threshold[i] = evidence.residual[i] - y[i] + residual[i];
        }
        SoldOut.update(root(kernel), residual, threshold, evidence.soldOut, value, extra);
        for (int i = 0; i < y.length; i++) {
            y[i] += value[i] - residual[i];
        }
    }

    /// Numbers names in the order of their first appearance.
    static int[] numbered(List<String> names) {
        List<String> seen = new ArrayList<>();
        int[] numbers = new int[names.size()];
        for (int i = 0; i < numbers.length; i++) {
            int at = seen.indexOf(names.get(i));
            if (at < 0) {
                at = seen.size();
                seen.add(names.get(i));
            }
            numbers[i] = at;
        }
        return numbers;
    }
}
