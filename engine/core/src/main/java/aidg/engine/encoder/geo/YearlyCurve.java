package aidg.engine.encoder.geo;

/// A quantity over the year: its mean and two harmonics, fitted by least squares and pulled towards another curve
/// where there is little to see.
public final class YearlyCurve {

    /// Flat at 0.
    public static final YearlyCurve FLAT = new YearlyCurve(new double[] {0, 0, 0, 0, 0});

    private static final int TERMS = 5;
    private static final double DAYS = 365.2425;

    private final double[] coefficients;

    private YearlyCurve(double[] coefficients) {
        this.coefficients = coefficients;
    }

    /// Days and values from which a curve is fitted.
    public static final class Points {

        private final double[][] gram = new double[TERMS][TERMS];
        private final double[] moments = new double[TERMS];
        private long count;

        /// @param day   epoch day
        /// @param value finite
        public void add(double day, double value) {
            double[] x = terms(day);
            for (int i = 0; i < TERMS; i++) {
                for (int j = 0; j < TERMS; j++) {
                    gram[i][j] += x[i] * x[j];
                }
                moments[i] += x[i] * value;
            }
            count++;
        }

        public long count() {
            return count;
        }

        /// The curve through the points.
        ///
        /// @param prior        what it is pulled to
        /// @param meanWeight   points that the prior's mean counts for, more than 0
        /// @param seasonWeight points that the prior's harmonics count for, more than 0
        public YearlyCurve fit(YearlyCurve prior, double meanWeight, double seasonWeight) {
            double[][] matrix = new double[TERMS][TERMS + 1];
            for (int i = 0; i < TERMS; i++) {
                System.arraycopy(gram[i], 0, matrix[i], 0, TERMS);
                double weight = i == 0 ? meanWeight : seasonWeight / 2;
                matrix[i][i] += weight;
                matrix[i][TERMS] = moments[i] + weight * prior.coefficients[i];
            }
            return new YearlyCurve(solved(matrix));
        }
    }

    /// Solves a positive definite system, augmented by its right side, by elimination.
    private static double[] solved(double[][] matrix) {
        for (int p = 0; p < TERMS; p++) {
            for (int i = p + 1; i < TERMS; i++) {
                double factor = matrix[i][p] / matrix[p][p];
                for (int j = p; j <= TERMS; j++) {
                    matrix[i][j] -= factor * matrix[p][j];
                }
            }
        }
        double[] solution = new double[TERMS];
        for (int i = TERMS - 1; i >= 0; i--) {
            double rest = matrix[i][TERMS];
            for (int j = i + 1; j < TERMS; j++) {
                rest -= matrix[i][j] * solution[j];
            }
            solution[i] = rest / matrix[i][i];
        }
        return solution;
    }

    private static double[] terms(double day) {
        double angle = angle(day);
        return new double[] {1, Math.cos(angle), Math.sin(angle), Math.cos(2 * angle), Math.sin(2 * angle)};
    }

    /// Where in the year a day lies, in radians from the start of 1970; whole turns count.
    static double angle(double day) {
        return 2 * Math.PI * day / DAYS;
    }

    /// The mean over a year.
    public double mean() {
        return coefficients[0];
    }

    /// Value on an epoch day.
    public double at(double day) {
        return coefficients[0] + swingAt(day);
    }

    /// Value on an epoch day, less the mean.
    public double swingAt(double day) {
        double[] x = terms(day);
        double sum = 0;
        for (int i = 1; i < TERMS; i++) {
            sum += x[i] * coefficients[i];
        }
        return sum;
    }

    /// Root mean square of the swing over a year, 0 or more.
    double strength() {
        double squares = 0;
        for (int i = 1; i < TERMS; i++) {
            squares += coefficients[i] * coefficients[i];
        }
        return Math.sqrt(squares / 2);
    }
}
