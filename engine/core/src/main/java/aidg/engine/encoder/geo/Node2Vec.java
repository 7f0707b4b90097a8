package aidg.engine.encoder.geo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// Vectors for the nodes of a graph (Grover & Leskovec, "node2vec: Scalable Feature Learning for Networks", KDD
/// 2016): nodes that turn up on the same random walks get vectors that point the same way. Walks are of second
/// order: `p` holds them back from returning, `q` from going far. The vectors are learned by skip-gram with
/// negative sampling (Mikolov et al. 2013). One thread; a seed gives the same vectors. [PER-9]
final class Node2Vec {

    /// @param width      numbers per vector
    /// @param p          return parameter: above 1 the walk seldom turns back
    /// @param q          in-out parameter: above 1 it stays close, below it wanders off
    /// @param walks      per node
    /// @param length     nodes per walk
    /// @param window     steps before and after a node that count as its context
    /// @param negatives  nodes drawn by chance per context node
    /// @param rounds     passes over the walks
    record Options(int width, double p, double q, int walks, int length, int window, int negatives, int rounds) {

        Options {
            if (width < 1 || p <= 0 || q <= 0 || walks < 1 || length < 2 || window < 1 || negatives < 1 || rounds < 1) {
                throw new IllegalArgumentException("all options must be more than 0");
            }
        }

        /// The paper's settings, without a bias of the walks.
        static Options of(int width) {
            return new Options(width, 1, 1, 10, 80, 10, 5, 2);
        }
    }

    private static final double RATE = 0.025;
    private static final double LEAST_RATE = 0.0001;
    private static final double NOISE_POWER = 0.75;

    private final Links links;
    private final Options options;
    private final RandomGenerator random;

    Node2Vec(Links links, Options options, long seed) {
        this.links = links;
        this.options = options;
        random = new SplittableRandom(seed);
    }

    /// One vector per node; a node without links keeps a small one drawn by chance.
    float[][] vectors() {
        List<int[]> walks = walks();
        float[][] vectors = new float[links.nodes()][options.width()];
        for (float[] vector : vectors) {
            for (int k = 0; k < vector.length; k++) {
                vector[k] = (float) ((random.nextDouble() - 0.5) / options.width());
            }
        }
        learn(walks, vectors);
        return vectors;
    }

    /// All walks, in rounds that start once from every node, in random order.
    List<int[]> walks() {
        List<int[]> walks = new ArrayList<>();
        int[] starts = new int[links.nodes()];
        for (int round = 0; round < options.walks(); round++) {
            for (int i = 0; i < starts.length; i++) {
                int j = random.nextInt(i + 1);
                starts[i] = starts[j];
                starts[j] = i;
            }
            for (int start : starts) {
                walks.add(walk(start));
            }
        }
        return walks;
    }

    private int[] walk(int start) {
        int[] walk = new int[options.length()];
        walk[0] = start;
        int count = 1;
        while (count < walk.length && links.neighbours()[walk[count - 1]].length > 0) {
            int before = count > 1 ? walk[count - 2] : -1;
            walk[count] = next(before, walk[count - 1]);
            count++;
        }
        return Arrays.copyOf(walk, count);
    }

    private int next(int before, int at) {
        int[] around = links.neighbours()[at];
        double[] weights = links.weights()[at];
        double[] sums = new double[around.length];
        double sum = 0;
        for (int i = 0; i < around.length; i++) {
            sum += weights[i] * bias(before, around[i]);
            sums[i] = sum;
        }
        int found = Arrays.binarySearch(sums, random.nextDouble() * sum);
        return around[Math.min(around.length - 1, found < 0 ? -found - 1 : found)];
    }

    /// The paper's alpha: 1/p back to where the walk came from, 1 to what lies beside that, 1/q further away.
    private double bias(int before, int candidate) {
        if (before < 0) {
            return 1;
        }
        if (candidate == before) {
            return 1 / options.p();
        }
        return Arrays.binarySearch(links.neighbours()[before], candidate) >= 0 ? 1 : 1 / options.q();
    }

    private void learn(List<int[]> walks, float[][] vectors) {
        float[][] contexts = new float[links.nodes()][options.width()];
        double[] noise = noise(walks);
        long all = (long) options.rounds() * walks.size();
        long done = 0;
        for (int round = 0; round < options.rounds(); round++) {
            for (int[] walk : walks) {
                double rate = Math.max(LEAST_RATE, RATE * (1 - (double) done++ / all));
                for (int i = 0; i < walk.length; i++) {
                    int until = Math.min(walk.length, i + options.window() + 1);
                    for (int j = Math.max(0, i - options.window()); j < until; j++) {
                        if (j != i) {
                            pair(vectors[walk[i]], walk[j], contexts, noise, (float) rate);
                        }
                    }
                }
            }
        }
    }

    /// Sums of how often nodes are drawn by chance: by their number of visits to the power 3/4.
    private double[] noise(List<int[]> walks) {
        double[] sums = new double[links.nodes()];
        walks.forEach(walk -> Arrays.stream(walk).forEach(node -> sums[node]++));
        double sum = 0;
        for (int i = 0; i < sums.length; i++) {
            sum += Math.pow(sums[i], NOISE_POWER);
            sums[i] = sum;
        }
        return sums;
    }

    private void pair(float[] vector, int context, float[][] contexts, double[] noise, float rate) {
        float[] change = new float[vector.length];
        pull(vector, contexts[context], 1, rate, change);
        for (int k = 0; k < options.negatives(); k++) {
            int found = Arrays.binarySearch(noise, random.nextDouble() * noise[noise.length - 1]);
            int drawn = Math.min(noise.length - 1, found < 0 ? -found - 1 : found);
            if (drawn != context) {
                pull(vector, contexts[drawn], 0, rate, change);
            }
        }
        for (int k = 0; k < vector.length; k++) {
            vector[k] += change[k];
        }
    }

    private static void pull(float[] vector, float[] context, int label, float rate, float[] change) {
        float dot = 0;
        for (int k = 0; k < vector.length; k++) {
            dot += vector[k] * context[k];
        }
        float step = rate * (label - (float) (1 / (1 + Math.exp(-dot))));
        for (int k = 0; k < vector.length; k++) {
            change[k] += step * context[k];
            context[k] += step * vector[k];
        }
    }
}
