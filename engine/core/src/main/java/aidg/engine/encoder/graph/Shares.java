package aidg.engine.encoder.graph;

/// What each node takes of its neighbours when messages are passed.
///
/// @param edges weights are the shares
/// @param own   share of the node itself, one per node; 0 where it goes its own way
public record Shares(Edges edges, float[] own) {

    /// Sums of the neighbours' rows by their shares, and of the node's own: full neighbourhoods, one sorted segment
    /// after the other.
    ///
    /// @param rows  (nodes, width)
    /// @param from  first node wanted
    /// @param until one past the last
    /// @return (until - from, width)
    public float[] gather(float[] rows, int width, int from, int until) {
        float[] sums = new float[(until - from) * width];
        for (int node = from; node < until; node++) {
            int at = (node - from) * width;
            if (own[node] != 0) {
                add(rows, node * width, own[node], sums, at, width);
            }
            for (int e = edges.offsets()[node]; e < edges.offsets()[node + 1]; e++) {
                add(rows, edges.neighbours()[e] * width, edges.weights()[e], sums, at, width);
            }
        }
        return sums;
    }

    static void add(float[] rows, int row, float share, float[] sums, int at, int width) {
        for (int k = 0; k < width; k++) {
            sums[at + k] += share * rows[row + k];
        }
    }
}
