package aidg.engine.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.Random;
import org.junit.jupiter.api.Test;

/// The tree against the definition of CART, by trying every split. [EXP-5]
class RegressionTreeTest {

    private static final int FEATURES = 4;

    private static double[][] values(int n, Random random) {
        double[][] values = new double[FEATURES][n];
        for (double[] feature : values) {
            for (int i = 0; i < n; i++) {
                feature[i] = random.nextInt(12) == 0 ? Double.NaN : random.nextInt(9);
            }
        }
        return values;
    }

    private static double[][] outputs(double[][] values, int width, Random random) {
        double[][] outputs = new double[values[0].length][width];
        for (int i = 0; i < outputs.length; i++) {
            for (int k = 0; k < width; k++) {
                outputs[i][k] = (values[k % FEATURES][i] > 4 ? 1 : 0) + random.nextGaussian() / 2;
            }
        }
        return outputs;
    }

    private static double error(RegressionTree tree, double[][] values, double[][] outputs) {
        double sum = 0;
        for (int i = 0; i < outputs.length; i++) {
            double[] read = tree.read(example(values, i));
            for (int k = 0; k < read.length; k++) {
                sum += (outputs[i][k] - read[k]) * (outputs[i][k] - read[k]);
            }
        }
        return sum;
    }

    private static double[] example(double[][] values, int i) {
        double[] example = new double[values.length];
        for (int f = 0; f < values.length; f++) {
            example[f] = values[f][i];
        }
        return example;
    }

    private static double[] means(double[][] values, double[][] outputs, int feature, double threshold, boolean high) {
        double[] sum = new double[outputs[0].length];
        int count = 0;
        for (int i = 0; i < outputs.length; i++) {
            if (values[feature][i] > threshold == high) {
                count++;
                for (int k = 0; k < sum.length; k++) {
                    sum[k] += outputs[i][k];
                }
            }
        }
        for (int k = 0; k < sum.length; k++) {
            sum[k] /= Math.max(1, count);
        }
        return sum;
    }

    private static double errorOfSplit(double[][] values, double[][] outputs, int feature, double threshold) {
        double[] low = means(values, outputs, feature, threshold, false);
        double[] high = means(values, outputs, feature, threshold, true);
        double sum = 0;
        for (int i = 0; i < outputs.length; i++) {
            double[] mean = values[feature][i] > threshold ? high : low;
            for (int k = 0; k < mean.length; k++) {
                sum += (outputs[i][k] - mean[k]) * (outputs[i][k] - mean[k]);
            }
        }
        return sum;
    }

    @Test
    void theFirstSplitIsTheBestOfAll() {
        Random random = new Random(1);
        for (int run = 0; run < 30; run++) {
            double[][] values = values(80, random);
            double[][] outputs = outputs(values, 1 + run % 3, random);
            double best = Double.POSITIVE_INFINITY;
            for (int f = 0; f < FEATURES; f++) {
                for (double threshold = -0.5; threshold < 9; threshold++) {
                    best = Math.min(best, errorOfSplit(values, outputs, f, threshold));
                }
            }

            RegressionTree tree = RegressionTree.fit(values, outputs, new RegressionTree.Limits(1, 1));

            assertThat(error(tree, values, outputs)).isCloseTo(best, offset(1e-9));
        }
    }

    @Test
    void deeperTreesFitBetterAndLeavesKeepTheirSize() {
        Random random = new Random(2);
        double[][] values = values(400, random);
        double[][] outputs = outputs(values, 2, random);
        double before = Double.POSITIVE_INFINITY;
        for (int depth = 0; depth <= 6; depth++) {
            RegressionTree tree = RegressionTree.fit(values, outputs, new RegressionTree.Limits(depth, 15));
            double error = error(tree, values, outputs);
            assertThat(error).isLessThanOrEqualTo(before + 1e-9);
            before = error;
            int sum = 0;
            for (RegressionTree.Path path : tree.paths()) {
                assertThat(path.leaf().count()).isGreaterThanOrEqualTo(15);
                assertThat(path.steps()).hasSizeLessThanOrEqualTo(depth);
                sum += path.leaf().count();
            }
            assertThat(sum).isEqualTo(400);
        }
    }

    @Test
    void whatDoesNotVaryIsOneLeaf() {
        double[][] values = {{1, 2, 3, 4}, {7, 7, 7, 7}};
        double[][] same = {{5}, {5}, {5}, {5}};

        RegressionTree tree = RegressionTree.fit(values, same, new RegressionTree.Limits(4, 1));

        assertThat(tree.root()).isInstanceOf(RegressionTree.Leaf.class);
        assertThat(tree.read(new double[] {9, 9})).containsExactly(5);
    }
}
