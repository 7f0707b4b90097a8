package aidg.engine.forecast;

import aidg.engine.forecast.TopicReader.Example;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Learns what topics stand for by linear regression with a prior variance per topic, found by
/// expectation-maximisation, so that topics which tell nothing fall silent (automatic relevance determination; Tipping
/// 2001). Outputs learned together share it: what matters for one tends to matter for all.
final class TopicWeights {

    private static final int FEWEST = 4;
    private static final int SWEEPS = 40;
    private static final double DOUBTS = 1;
    private static final double SMALLEST = 1e-9;

    private final List<Example> examples;
    private final int from;
    private final int to;
    private final Map<String, Topic> topics = new TreeMap<>();
    private final double[][] left;
    private final double[] noise;

    /// @param where   the examples that have it
    /// @param weights one per output learned
    private record Topic(List<Integer> where, double[] weights, double[] prior) {}

    private TopicWeights(List<Example> examples, int from, int to) {
        this.examples = examples;
        this.from = from;
        this.to = to;
        left = new double[to - from][examples.size()];
        noise = new double[to - from];
        Map<String, List<Integer>> places = new HashMap<>();
        for (int i = 0; i < examples.size(); i++) {
            for (String topic : examples.get(i).topics()) {
                places.computeIfAbsent(topic, ignored -> new ArrayList<>()).add(i);
            }
            for (int output = from; output < to; output++) {
                left[output - from][i] = examples.get(i).value()[output];
            }
        }
        for (int output = 0; output < noise.length; output++) {
            noise[output] = variance(output);
        }
        double start = Arrays.stream(noise).average().orElse(0) / 10;
        places.forEach((topic, where) -> {
            if (where.size() >= FEWEST) {
                topics.put(topic, new Topic(where, new double[to - from], new double[] {start}));
            }
        });
    }

    /// @param known weights of outputs learned before
    /// @param from  the first output to learn
    /// @param to    the last, exclusive
    /// @return weights per topic and output; topics without any are left out
    static Map<String, double[]> learn(List<Example> examples, Map<String, double[]> known, int from, int to) {
        TopicWeights learning = new TopicWeights(examples, from, to);
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            learning.topics.values().forEach(learning::improve);
            for (int output = 0; output < learning.noise.length; output++) {
                learning.noise[output] = learning.variance(output);
            }
        }
        return learning.added(known);
    }

    private double variance(int output) {
        double squares = 0;
        double count = 0;
        for (int i = 0; i < examples.size(); i++) {
            double weight = examples.get(i).weight()[from + output];
            squares += weight * left[output][i] * left[output][i];
            count += weight;
        }
        return Math.max(SMALLEST, squares / Math.max(1, count));
    }

    private void improve(Topic topic) {
        double spread = 0;
        for (int output = 0; output < noise.length; output++) {
            double old = topic.weights()[output];
            double products = 0;
            double squares = noise[output] / topic.prior()[0];
            for (int i : topic.where()) {
                double weight = examples.get(i).weight()[from + output];
                products += weight * (left[output][i] + old);
                squares += weight;
            }
            double changed = products / squares;
            for (int i : topic.where()) {
                left[output][i] -= changed - old;
            }
            topic.weights()[output] = changed;
            spread += changed * changed + noise[output] / squares;
        }
        topic.prior()[0] = Math.max(SMALLEST, spread / (noise.length + DOUBTS));
    }

    private Map<String, double[]> added(Map<String, double[]> known) {
        Map<String, double[]> all = new TreeMap<>();
        known.forEach((topic, weights) -> all.put(topic, weights.clone()));
        topics.forEach((topic, one) -> {
            boolean tells = false;
            for (double weight : one.weights()) {
                tells |= Math.abs(weight) >= 5e-4;
            }
            if (tells) {
                double[] weights = all.computeIfAbsent(topic, ignored -> new double[TopicReader.OUTPUTS]);
                for (int output = from; output < to; output++) {
                    weights[output] = Math.round(one.weights()[output - from] * 1e4) / 1e4;
                }
            }
        });
        return all;
    }
}
