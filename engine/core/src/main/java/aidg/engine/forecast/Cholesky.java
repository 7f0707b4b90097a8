package aidg.engine.forecast;

/// The lower triangular root of a positive definite matrix, row by row in one array.
final class Cholesky {

    private static final double SMALLEST_PIVOT = 1e-10;

    private final double[] root;
    private final int n;

    private Cholesky(double[] root, int n) {
        this.root = root;
        this.n = n;
    }

    /// Factors in place the lower half of `a`; pivots that rounding made too small are raised, so it never
    /// fails.
    static Cholesky of(double[] a, int n) {
        for (int i = 0; i < n; i++) {
            int row = i * n;
            for (int j = 0; j < i; j++) {
                a[row + j] = (a[row + j] - dot(a, row, a, j * n, j)) / a[j * n + j];
            }
            double pivot = a[row + i] - dot(a, row, a, row, i);
            a[row + i] = Math.sqrt(Math.max(pivot, SMALLEST_PIVOT));
        }
        return new Cholesky(a, n);
    }

    /// Four sums side by side, which keeps the processor busy.
    private static double dot(double[] a, int from, double[] b, int with, int length) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int k = 0;
        for (; k + 3 < length; k += 4) {
            s0 += a[from + k] * b[with + k];
            s1 += a[from + k + 1] * b[with + k + 1];
            s2 += a[from + k + 2] * b[with + k + 2];
            s3 += a[from + k + 3] * b[with + k + 3];
        }
        for (; k < length; k++) {
            s0 += a[from + k] * b[with + k];
        }
        return s0 + s1 + s2 + s3;
    }

    static double dot(double[] a, double[] b) {
        return dot(a, 0, b, 0, Math.min(a.length, b.length));
    }

    /// Half the logarithm of the determinant.
    double halfLogDeterminant() {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += Math.log(root[i * n + i]);
        }
        return sum;
    }

    /// `L b`.
    double[] times(double[] b) {
        double[] product = new double[n];
        for (int i = 0; i < n; i++) {
            product[i] = dot(root, i * n, b, 0, i + 1);
        }
        return product;
    }

    /// `L⁻¹ b`, in place.
    double[] forward(double[] b) {
        for (int i = 0; i < n; i++) {
            b[i] = (b[i] - dot(root, i * n, b, 0, i)) / root[i * n + i];
        }
        return b;
    }

    /// `L⁻ᵀ b`, in place.
    double[] backward(double[] b) {
        for (int i = n - 1; i >= 0; i--) {
            b[i] /= root[i * n + i];
            double value = b[i];
            for (int j = 0; j < i; j++) {
                b[j] -= root[i * n + j] * value;
            }
        }
        return b;
    }

    /// The inverse, symmetric, row by row.
    double[] inverse() {
        double[] inverse = new double[n * n];
        for (int i = 0; i < n; i++) {
            double[] unit = new double[n];
            unit[i] = 1;
            System.arraycopy(backward(forward(unit)), 0, inverse, i * n, n);
        }
        return inverse;
    }
}
