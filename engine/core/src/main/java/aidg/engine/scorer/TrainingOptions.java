package aidg.engine.scorer;

/// How to train.
///
/// @param seed         of everything random; two runs with one seed give the same weights on one machine
/// @param epochs       most passes over the training deals
/// @param patience     passes without improvement on the tuning deals before it stops
/// @param batch        deals per step
/// @param rate         highest learning rate; it falls to 0 along a half cosine
/// @param decay        weight decay (AdamW, Loshchilov & Hutter 2019)
/// @param tokenDropout share of tokens blanked in training, which also teaches the network what "unknown" means
public record TrainingOptions(
        long seed, int epochs, int patience, int batch, double rate, double decay, double tokenDropout) {

    public static TrainingOptions seeded(long seed) {
        return new TrainingOptions(seed, 24, 6, 256, 1.5e-3, 2e-2, 0.1);
    }
}
