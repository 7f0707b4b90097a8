package aidg.engine.encoder.text;

/// Sparse rows, and weighted ridge regression on them by conjugate gradients (Hestenes & Stiefel 1952).
///
/// @param columns of each row's values
record WideRows(int[][] columns, float[][] values) {

    float times(int row, float[] vector) {
        float sum = 0;
        for (int k = 0; k < columns[row].length; k++) {
            sum += values[row][k] * vector[columns[row][k]];
        }
        return sum;
    }

    double times(int row, double[] vector) {
        double sum = 0;
        for (int k = 0; k < columns[row].length; k++) {
            sum += values[row][k] * vector[columns[row][k]];
        }
        return sum;
    }

    private void addTo(double[] vector, int row, double factor) {
        for (int k = 0; k < columns[row].length; k++) {
            vector[columns[row][k]] += factor * values[row][k];
        }
    }

    /// Least sum of `shares * (wanted - row * solution)^2 + penalty * |solution|^2`.
    ///
    /// @param solution where to start from; set to the solution
    /// @param precision of the residual, relative to the right side
    void solve(double[] wanted, double[] shares, double penalty, double[] solution, double precision, int mostSteps) {
        int width = solution.length;
        double[] residual = new double[width];
        double size = 0;
        double[] right = new double[width];
        for (int i = 0; i < wanted.length; i++) {
            if (shares[i] > 0) {
                addTo(right, i, shares[i] * wanted[i]);
                addTo(residual, i, shares[i] * (wanted[i] - times(i, solution)));
            }
        }
        for (int j = 0; j < width; j++) {
            residual[j] -= penalty * solution[j];
            size += right[j] * right[j];
        }
        double[] direction = residual.clone();
        double error = dot(residual, residual);
        for (int step = 0; step < mostSteps && error > precision * precision * size; step++) {
            double[] image = new double[width];
            for (int i = 0; i < wanted.length; i++) {
                if (shares[i] > 0) {
                    addTo(image, i, shares[i] * times(i, direction));
                }
            }
            for (int j = 0; j < width; j++) {
                image[j] += penalty * direction[j];
            }
            double length = error / dot(direction, image);
            for (int j = 0; j < width; j++) {
                solution[j] += length * direction[j];
                residual[j] -= length * image[j];
            }
            double next = dot(residual, residual);
            double keep = next / error;
            for (int j = 0; j < width; j++) {
                direction[j] = residual[j] + keep * direction[j];
            }
            error = next;
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
