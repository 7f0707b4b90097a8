package aidg.engine.encoder.graph;

/// Weighted edges in compressed sparse rows: node `i` has the neighbours `neighbours[offsets[i]..offsets[i + 1])`,
/// in ascending order, with the weights beside them. The arrays are not copied: whoever makes edges leaves them
/// alone.
///
/// @param offsets    one more than there are nodes
/// @param neighbours node numbers
/// @param weights    0 or more, one per neighbour
public record Edges(int[] offsets, int[] neighbours, float[] weights) {

    public Edges {
        if (neighbours.length != weights.length || offsets[offsets.length - 1] != neighbours.length) {
            throw new IllegalArgumentException("%d neighbours, %d weights, offsets up to %d"
                    .formatted(neighbours.length, weights.length, offsets[offsets.length - 1]));
        }
    }

    public int nodes() {
        return offsets.length - 1;
    }

    /// Number of neighbours of a node.
    public int degree(int node) {
        return offsets[node + 1] - offsets[node];
    }

    /// Edges that can be walked both ways, each given once; sorted by counting, in linear time.
    ///
    /// @param from one end per edge
    /// @param to   the other end, never the same node
    public static Edges undirected(int nodes, int[] from, int[] to, float[] weights) {
        int[] offsets = new int[nodes + 1];
        for (int e = 0; e < from.length; e++) {
            offsets[from[e] + 1]++;
            offsets[to[e] + 1]++;
        }
        for (int i = 0; i < nodes; i++) {
            offsets[i + 1] += offsets[i];
        }
        int[] byTarget = order(from, to, nodes);
        int[] next = offsets.clone();
        int[] neighbours = new int[2 * from.length];
        float[] sorted = new float[2 * from.length];
        for (int half : byTarget) {
            int e = half >> 1;
            int row = (half & 1) == 0 ? from[e] : to[e];
            int at = next[row]++;
            neighbours[at] = (half & 1) == 0 ? to[e] : from[e];
            sorted[at] = weights[e];
        }
        return new Edges(offsets, neighbours, sorted);
    }

    /// Halves of edges (`2e` leads from `from`, `2e + 1` from `to`) in the order of where they lead.
    private static int[] order(int[] from, int[] to, int nodes) {
        int[] starts = new int[nodes + 1];
        for (int e = 0; e < from.length; e++) {
            starts[to[e] + 1]++;
            starts[from[e] + 1]++;
        }
        for (int i = 0; i < nodes; i++) {
            starts[i + 1] += starts[i];
        }
        int[] order = new int[2 * from.length];
        for (int e = 0; e < from.length; e++) {
            order[starts[to[e]]++] = 2 * e;
            order[starts[from[e]]++] = 2 * e + 1;
        }
        return order;
    }
}
