package aidg.engine.encoder.graph;

import java.time.LocalDate;
import java.util.List;

/// The marketplace as a graph on one day: merchants first, then the deals whose fate was known before that day.
/// [B2]
///
/// @param day         the day of the look; only earlier days are in it
/// @param merchantIds ids of the nodes `0..merchantIds.size()`
/// @param width       numbers per node, see `NodeFeatures`
/// @param features    (nodes, width), about -4..4
/// @param edges       between merchants and deals, both ways; weight = similarity x decay with age [PER-10]
public record GraphSnapshot(LocalDate day, List<String> merchantIds, int width, float[] features, Edges edges) {

    public GraphSnapshot {
        merchantIds = List.copyOf(merchantIds);
        if (features.length != (long) edges.nodes() * width) {
            throw new IllegalArgumentException(
                    "%d numbers for %d nodes of %d".formatted(features.length, edges.nodes(), width));
        }
    }

    public int merchants() {
        return merchantIds.size();
    }

    public int deals() {
        return edges.nodes() - merchantIds.size();
    }
}
