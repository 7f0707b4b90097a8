package aidg.engine.encoder.graph;

import java.util.List;

/// How a graph network is trained.
///
/// @param seed       the same gives the same weights on one machine
/// @param hidden     numbers per node between the layers
/// @param fanOuts    most neighbours drawn per node, from the merchant outwards: one per layer
/// @param epochs     most passes over the snapshots
/// @param patience   passes without improvement after which it stops
/// @param batch      most merchants per step
/// @param rate       highest step size
/// @param decay      of matrices, per unit of step size
/// @param dropout    share of hidden values left out in training
/// @param everyDays  days between two snapshots, and days of proposals that each tells of
public record GraphOptions(
        long seed,
        Aggregator aggregator,
        int hidden,
        List<Integer> fanOuts,
        int epochs,
        int patience,
        int batch,
        double rate,
        double decay,
        double dropout,
        int everyDays) {

    /// What the sample marketplace does well with.
    public static final GraphOptions DEFAULT =
            new GraphOptions(7, Aggregator.MEAN, 64, List.of(10, 5, 25), 12, 6, 512, 0.002, 2, 0, 14);

    public GraphOptions {
        fanOuts = List.copyOf(fanOuts);
        if (fanOuts.size() != GraphDimensions.marketplace(aggregator, hidden).layers()) {
            throw new IllegalArgumentException("one fan-out per layer is needed, got " + fanOuts);
        }
    }
}
