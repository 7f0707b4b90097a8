package aidg.engine.encoder.graph;

import java.util.List;

/// Sizes of a graph network.
///
/// @param aggregator how neighbours are taken in
/// @param widths     numbers per node: of the features, after each message-passing layer, of the embedding
/// @param readOuts   numbers read off an embedding by a linear step; 0 for none
public record GraphDimensions(Aggregator aggregator, List<Integer> widths, int readOuts) {

    /// Numbers in a merchant's embedding. [PER-10]
    public static final int EMBEDDING = 256;

    public GraphDimensions {
        widths = List.copyOf(widths);
        if (widths.size() < 2 || widths.stream().anyMatch(width -> width < 1) || readOuts < 0) {
            throw new IllegalArgumentException("no network has the widths %s and %d".formatted(widths, readOuts));
        }
    }

    /// Three layers between the features of a marketplace's nodes and the embedding. [PER-10]
    public static GraphDimensions marketplace(Aggregator aggregator, int hidden) {
        return new GraphDimensions(
                aggregator, List.of(NodeFeatures.WIDTH, hidden, hidden, EMBEDDING), GraphTargets.WIDTH);
    }

    /// Message-passing layers.
    public int layers() {
        return widths.size() - 1;
    }
}
