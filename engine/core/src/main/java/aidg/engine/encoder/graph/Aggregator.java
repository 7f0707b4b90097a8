package aidg.engine.encoder.graph;

/// How a node takes in its neighbours. [X1]
public enum Aggregator {

    /// GraphSAGE (Hamilton, Ying & Leskovec 2017): the neighbours' weighted mean, beside the node itself.
    MEAN,

    /// Graph convolution (Kipf & Welling 2017): node and neighbours together, normalised by the degrees of both
    /// ends.
    GCN;

    /// What each node takes of its neighbours and, for `GCN`, of itself.
    public Shares shares(Edges edges) {
        return this == MEAN ? mean(edges) : symmetric(edges);
    }

    private static Shares mean(Edges edges) {
        float[] shares = new float[edges.weights().length];
        for (int node = 0; node < edges.nodes(); node++) {
            double sum = sum(edges, node);
            for (int e = edges.offsets()[node]; e < edges.offsets()[node + 1]; e++) {
                shares[e] = sum > 0 ? (float) (edges.weights()[e] / sum) : 0;
            }
        }
        return new Shares(new Edges(edges.offsets(), edges.neighbours(), shares), new float[edges.nodes()]);
    }

    private static Shares symmetric(Edges edges) {
        double[] root = new double[edges.nodes()];
        float[] own = new float[edges.nodes()];
        for (int node = 0; node < root.length; node++) {
            double degree = 1 + sum(edges, node);
            root[node] = Math.sqrt(degree);
            own[node] = (float) (1 / degree);
        }
        float[] shares = new float[edges.weights().length];
        for (int node = 0; node < root.length; node++) {
            for (int e = edges.offsets()[node]; e < edges.offsets()[node + 1]; e++) {
                shares[e] = (float) (edges.weights()[e] / (root[node] * root[edges.neighbours()[e]]));
            }
        }
        return new Shares(new Edges(edges.offsets(), edges.neighbours(), shares), own);
    }

    private static double sum(Edges edges, int node) {
        double sum = 0;
        for (int e = edges.offsets()[node]; e < edges.offsets()[node + 1]; e++) {
            sum += edges.weights()[e];
        }
        return sum;
    }
}
