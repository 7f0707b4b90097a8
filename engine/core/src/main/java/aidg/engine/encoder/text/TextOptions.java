package aidg.engine.encoder.text;

/// How to train a reader of texts.
///
/// @param pieces       most pieces of the vocabulary
/// @param longest      pieces of a text that are read, start and end included, at least 3
/// @param width        of a piece in the transformer; a multiple of `heads`
/// @param layers       of the transformer
/// @param feedForward  width of the middle of a feed-forward step
/// @param pieceDropout share of pieces hidden in training, 0..1
/// @param poolDropout  share of the pooled numbers left out in training, 0..1
/// @param tuneShare    share of the groups kept aside to say when to stop, 0..1
/// @param epochs       most passes
/// @param patience     passes without improvement before it stops
/// @param batch        texts per step
/// @param rate         highest learning rate of AdamW
/// @param decay        weight decay
/// @param seed         of everything random
public record TextOptions(
        int pieces,
        int longest,
        int width,
        int layers,
        int heads,
        int feedForward,
        double pieceDropout,
        double poolDropout,
        double tuneShare,
        int epochs,
        int patience,
        int batch,
        double rate,
        double decay,
        long seed) {

    /// For some thousand notes of some fifteen words.
    public static final TextOptions NOTES =
            new TextOptions(3000, 48, 64, 2, 4, 128, 0.1, 0.3, 0.15, 12, 3, 64, 1e-3, 0.05, 1);

    public TextOptions {
        if (width % heads != 0 || longest < 3) {
            throw new IllegalArgumentException("width %d must be a multiple of %d heads and longest %d at least 3"
                    .formatted(width, heads, longest));
        }
    }
}
