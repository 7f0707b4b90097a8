package aidg.engine.encoder.geo;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// A small undirected graph with weights: the neighbours of every node in ascending order.
record Links(int[][] neighbours, double[][] weights) {

    int nodes() {
        return neighbours.length;
    }

    /// Collects links; those given twice add up.
    static final class Builder {

        private final List<TreeMap<Integer, Double>> rows = new ArrayList<>();

        /// A new node's number.
        int node() {
            rows.add(new TreeMap<>());
            return rows.size() - 1;
        }

        /// @param weight more than 0
        void link(int a, int b, double weight) {
            if (a != b && weight > 0) {
                rows.get(a).merge(b, weight, Double::sum);
                rows.get(b).merge(a, weight, Double::sum);
            }
        }

        Links build() {
            int[][] neighbours = new int[rows.size()][];
            double[][] weights = new double[rows.size()][];
            for (int i = 0; i < neighbours.length; i++) {
                neighbours[i] = rows.get(i).keySet().stream()
                        .mapToInt(Integer::intValue)
                        .toArray();
                weights[i] = rows.get(i).values().stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray();
            }
            return new Links(neighbours, weights);
        }
    }
}
