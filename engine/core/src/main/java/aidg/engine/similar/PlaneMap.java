package aidg.engine.similar;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Vectors as points in a plane: their first two principal components, found by subspace iteration. Distances in it
/// are less than the vectors' own.
///
/// @param points one per vector, in order
/// @param kept   share of the variance that the plane shows, 0..1
public record PlaneMap(List<Point> points, double kept) {

    private static final int ROUNDS = 60;
    private static final int AXES = 2;
    private static final long SEED = 2;

    /// Where a vector lies.
    public record Point(String id, double x, double y) {}

    public PlaneMap {
        points = List.copyOf(points);
    }

    static PlaneMap of(UnitVectors vectors) {
        int n = vectors.size();
        int width = vectors.width();
        double[][] centred = centred(vectors);
        double total = 0;
        for (double[] row : centred) {
            total += dot(row, row);
        }
        double[][] axes = new double[AXES][width];
        SplittableRandom random = new SplittableRandom(SEED);
        for (double[] axis : axes) {
            for (int k = 0; k < width; k++) {
                axis[k] = random.nextDouble() - 0.5;
            }
        }
        for (int round = 0; round < ROUNDS; round++) {
            for (int a = 0; a < AXES; a++) {
                axes[a] = image(centred, axes[a]);
            }
            orthonormalise(axes);
        }
        List<Point> points = new ArrayList<>(n);
        double shown = 0;
        for (int i = 0; i < n; i++) {
            double x = dot(centred[i], axes[0]);
            double y = dot(centred[i], axes[1]);
            shown += x * x + y * y;
            points.add(new Point(vectors.ids().get(i), x, y));
        }
        return new PlaneMap(points, total > 0 ? Math.min(1, shown / total) : 0);
    }

    private static double[][] centred(UnitVectors vectors) {
        double[][] rows = new double[vectors.size()][vectors.width()];
        double[] mean = new double[vectors.width()];
        for (int i = 0; i < rows.length; i++) {
            float[] row = vectors.of(vectors.ids().get(i));
            for (int k = 0; k < row.length; k++) {
                rows[i][k] = row[k];
                mean[k] += (double) row[k] / rows.length;
            }
        }
        for (double[] row : rows) {
            for (int k = 0; k < row.length; k++) {
                row[k] -= mean[k];
            }
        }
        return rows;
    }

    /// The covariance times a vector, up to scale.
    private static double[] image(double[][] rows, double[] axis) {
        double[] image = new double[axis.length];
        for (double[] row : rows) {
            double along = dot(row, axis);
            for (int k = 0; k < image.length; k++) {
                image[k] += along * row[k];
            }
        }
        return image;
    }

    /// Each axis at a right angle to those before, of length 1, its largest number positive so that a map never
    /// flips; zeros where nothing is left.
    private static void orthonormalise(double[][] axes) {
        for (int a = 0; a < axes.length; a++) {
            for (int b = 0; b < a; b++) {
                double along = dot(axes[a], axes[b]);
                for (int k = 0; k < axes[a].length; k++) {
                    axes[a][k] -= along * axes[b][k];
                }
            }
            double length = Math.sqrt(dot(axes[a], axes[a]));
            int largest = 0;
            for (int k = 1; k < axes[a].length; k++) {
                largest = Math.abs(axes[a][k]) > Math.abs(axes[a][largest]) ? k : largest;
            }
            double scale = length < 1e-12 ? 0 : Math.signum(axes[a][largest]) / length;
            for (int k = 0; k < axes[a].length; k++) {
                axes[a][k] *= scale;
            }
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }
}
