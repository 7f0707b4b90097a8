package aidg.engine.encoder.graph;

import java.util.List;

/// A part of a graph that suffices for some nodes' embeddings: `nodes` begins with those asked for, and every layer
/// works on a shorter beginning of it.
///
/// @param nodes  numbers in the whole graph
/// @param blocks one per layer, the one that reads the node features first
public record Sample(int[] nodes, List<Block> blocks) {

    public Sample {
        blocks = List.copyOf(blocks);
    }

    /// Messages of one layer: the first `targets` of its nodes each take in `fan` of the first `sources`.
    ///
    /// @param slots  (targets, fan) places in `nodes`
    /// @param shares (targets, fan), 0 for an empty slot
    /// @param own    (targets) share of the node itself
    public record Block(int sources, int targets, int fan, int[] slots, float[] shares, float[] own) {

        /// Sums of the sources' rows by their shares.
        ///
        /// @param rows (sources, width)
        /// @return (targets, width)
        public float[] gather(float[] rows, int width) {
            float[] sums = new float[targets * width];
            for (int target = 0; target < targets; target++) {
                if (own[target] != 0) {
                    Shares.add(rows, target * width, own[target], sums, target * width, width);
                }
                for (int slot = target * fan; slot < (target + 1) * fan; slot++) {
                    if (shares[slot] != 0) {
                        Shares.add(rows, slots[slot] * width, shares[slot], sums, target * width, width);
                    }
                }
            }
            return sums;
        }
    }

    /// The nodes' rows out of the whole graph's.
    ///
    /// @param rows (nodes of the graph, width)
    /// @return (nodes of the sample, width)
    public float[] pick(float[] rows, int width) {
        float[] picked = new float[nodes.length * width];
        for (int i = 0; i < nodes.length; i++) {
            System.arraycopy(rows, nodes[i] * width, picked, i * width, width);
        }
        return picked;
    }
}
