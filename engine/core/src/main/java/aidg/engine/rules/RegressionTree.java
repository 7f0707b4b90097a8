package aidg.engine.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A regression tree by least squares (CART, Breiman, Friedman, Olshen and Stone 1984). With several outputs their
/// squares are added; of one-hot classes that is the Gini impurity. A missing value, NaN, counts as less than any.
final class RegressionTree {

    private final Node root;

    /// A part of the space.
    ///
    /// @param mean  of the outputs
    /// @param count examples it was fitted on
    sealed interface Node {
        double[] mean();

        int count();
    }

    record Leaf(double[] mean, int count) implements Node {}

    /// @param threshold values of at most this, and missing ones, go to `low`
    record Split(double[] mean, int count, int feature, double threshold, Node low, Node high) implements Node {}

    /// How far a tree grows.
    ///
    /// @param depth  levels of questions, 0 for none
    /// @param fewest examples of a leaf
    record Limits(int depth, int fewest) {}

    private RegressionTree(Node root) {
        this.root = root;
    }

    /// Fits a tree.
    ///
    /// @param values  per feature one value per example
    /// @param outputs per example as many numbers each
    static RegressionTree fit(double[][] values, double[][] outputs, Limits limits) {
        return new RegressionTree(new Growth(values, outputs, limits).grow());
    }

    Node root() {
        return root;
    }

    /// The mean outputs of the leaf of an example.
    double[] read(double[] example) {
        Node node = root;
        while (node instanceof Split split) {
            node = isHigh(example[split.feature()], split.threshold()) ? split.high() : split.low();
        }
        return node.mean();
    }

    static boolean isHigh(double value, double threshold) {
        return value > threshold;
    }

    /// One growing tree: every feature's examples stay sorted, node by node.
    private static final class Growth {

        private static final double SMALLEST_GAIN = 1e-9;

        private final double[][] values;
        private final double[][] outputs;
        private final Limits limits;
        private final int[][] sorted;
        private final boolean[] high;
        private final int[] spare;

        Growth(double[][] values, double[][] outputs, Limits limits) {
            this.values = values;
            this.outputs = outputs;
            this.limits = limits;
            int n = outputs.length;
            high = new boolean[n];
            spare = new int[n];
            sorted = new int[values.length][];
            for (int f = 0; f < values.length; f++) {
                double[] keys = values[f];
                sorted[f] = IntStream.range(0, n)
                        .boxed()
                        .sorted(Comparator.comparingDouble((Integer i) -> key(keys[i]))
                                .thenComparing(i -> i))
                        .mapToInt(i -> i)
                        .toArray();
            }
        }

        private static double key(double value) {
            return Double.isNaN(value) ? Double.NEGATIVE_INFINITY : value;
        }

        Node grow() {
            return grow(0, outputs.length, limits.depth());
        }

        private Node grow(int from, int to, int depth) {
            double[] sum = sum(from, to);
            double[] mean =
                    Arrays.stream(sum).map(s -> s / Math.max(1, to - from)).toArray();
            if (depth == 0 || to - from < 2 * limits.fewest()) {
                return new Leaf(mean, to - from);
            }
            Best best = best(from, to, sum);
            if (best == null) {
                return new Leaf(mean, to - from);
            }
            int middle = part(best, from, to);
            return new Split(
                    mean,
                    to - from,
                    best.feature(),
                    best.threshold(),
                    grow(from, middle, depth - 1),
                    grow(middle, to, depth - 1));
        }

        private double[] sum(int from, int to) {
            double[] sum = new double[outputs.length == 0 ? 0 : outputs[0].length];
            for (int i = from; i < to; i++) {
                double[] output = outputs[values.length == 0 ? i : sorted[0][i]];
                for (int k = 0; k < sum.length; k++) {
                    sum[k] += output[k];
                }
            }
            return sum;
        }

        private record Best(int feature, double threshold, double gain) {}

        private @Nullable Best best(int from, int to, double[] sum) {
            Best best = null;
            double whole = squares(sum) / (to - from);
            for (int f = 0; f < values.length; f++) {
                double[] left = new double[sum.length];
                double[] right = sum.clone();
                for (int i = from; i < to - 1; i++) {
                    double[] output = outputs[sorted[f][i]];
                    for (int k = 0; k < sum.length; k++) {
                        left[k] += output[k];
                        right[k] -= output[k];
                    }
                    double here = key(values[f][sorted[f][i]]);
                    double next = key(values[f][sorted[f][i + 1]]);
                    int low = i + 1 - from;
                    int rest = to - i - 1;
                    if (here < next && low >= limits.fewest() && rest >= limits.fewest()) {
                        double gain = squares(left) / low + squares(right) / rest - whole;
                        if (gain > SMALLEST_GAIN && (best == null || gain > best.gain() + SMALLEST_GAIN)) {
                            best = new Best(f, between(here, next), gain);
                        }
                    }
                }
            }
            return best;
        }

        /// The shortest decimal from `here` on and under `next`.
        private static double between(double here, double next) {
            if (Double.isInfinite(here)) {
                return Math.ceil(next) - 1;
            }
            for (double scale = 1e-3; scale < 1e7; scale *= 10) {
                double rounded = Math.rint(here * scale) / scale;
                double candidate = rounded >= here ? rounded : (Math.rint(here * scale) + 1) / scale;
                if (candidate >= here && candidate < next) {
                    return candidate;
                }
            }
            return here;
        }

        private static double squares(double[] sum) {
            double squares = 0;
            for (double s : sum) {
                squares += s * s;
            }
            return squares;
        }

        /// Moves what goes to the low side to the front, in every feature's order.
        private int part(Best best, int from, int to) {
            for (int i = from; i < to; i++) {
                int example = sorted[best.feature()][i];
                high[example] = isHigh(values[best.feature()][example], best.threshold());
            }
            int middle = from;
            for (int[] order : sorted) {
                int low = from;
                int rest = 0;
                for (int i = from; i < to; i++) {
                    if (high[order[i]]) {
                        spare[rest++] = order[i];
                    } else {
                        order[low++] = order[i];
                    }
                }
                System.arraycopy(spare, 0, order, low, rest);
                middle = low;
            }
            return middle;
        }
    }

    /// Leaves with the splits that lead to them, low sides first.
    List<Path> paths() {
        List<Path> paths = new ArrayList<>();
        walk(root, List.of(), paths);
        return paths;
    }

    /// One answer on the way to a leaf.
    record Step(int feature, double threshold, boolean high) {}

    record Path(List<Step> steps, Leaf leaf) {}

    private static void walk(Node node, List<Step> steps, List<Path> paths) {
        switch (node) {
            case Leaf leaf -> paths.add(new Path(steps, leaf));
            case Split split -> {
                walk(split.low(), longer(steps, split, false), paths);
                walk(split.high(), longer(steps, split, true), paths);
            }
        }
    }

    private static List<Step> longer(List<Step> steps, Split split, boolean high) {
        List<Step> longer = new ArrayList<>(steps);
        longer.add(new Step(split.feature(), split.threshold(), high));
        return List.copyOf(longer);
    }
}
