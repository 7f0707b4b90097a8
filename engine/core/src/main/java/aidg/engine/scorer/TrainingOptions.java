package aidg.engine.scorer;

/// How to train.
///
/// @param seed         of everything random; two runs with one seed give the same weights on one machine
/// @param encoder      passes of the merchant encoder with a light scorer
/// @param scorer       passes of the full scorer on the frozen encoder
/// @param notes        passes of the reader of notes
/// @param graph        passes of the graph network
/// @param windows      windows of merchants' histories per step
/// @param decay        weight decay (AdamW, Loshchilov & Hutter 2019)
/// @param tokenDropout share of tokens blanked in training, which also teaches the networks what "unknown" means
public record TrainingOptions(
        long seed,
        Passes encoder,
        Passes scorer,
        Passes notes,
        Passes graph,
        int windows,
        double decay,
        double tokenDropout) {

    /// How often to go over the data.
    ///
    /// @param most     passes
    /// @param patience passes without improvement before it stops
    /// @param rate     highest learning rate; it falls to 0 along a half cosine
    public record Passes(int most, int patience, double rate) {}

    /// What the shipped model is trained with.
    public static TrainingOptions seeded(long seed) {
        return new TrainingOptions(
                seed,
                new Passes(5, 2, 6e-4),
                new Passes(4, 2, 4e-4),
                new Passes(12, 3, 1e-3),
                new Passes(12, 6, 2e-3),
                8,
                2e-2,
                0.05);
    }

    /// Few passes, for tests.
    public static TrainingOptions brief(long seed) {
        Passes one = new Passes(1, 1, 1e-3);
        return new TrainingOptions(seed, new Passes(2, 2, 1e-3), new Passes(2, 2, 1e-3), one, one, 8, 2e-2, 0.05);
    }
}
