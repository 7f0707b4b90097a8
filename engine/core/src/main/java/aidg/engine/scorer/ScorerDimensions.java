package aidg.engine.scorer;

/// Sizes of the scorer's network; written to the model file and checked when it is loaded. [X2]
///
/// @param dealTokens     tokens that ask
/// @param merchantTokens tokens that answer
/// @param tokenWidth     numbers per token
/// @param model          width of a token inside the network
/// @param heads          attention heads; divides `model`
/// @param feedForward    width of the per-token feed-forward step
/// @param head           width of the pooled head
public record ScorerDimensions(
        int dealTokens, int merchantTokens, int tokenWidth, int model, int heads, int feedForward, int head) {

    public ScorerDimensions {
        if (model % heads != 0) {
            throw new IllegalArgumentException("%d heads do not divide a width of %d".formatted(heads, model));
        }
    }

    /// The sizes that this program's network has for a token layout; a model of other sizes is not its own.
    public static ScorerDimensions of(TokenLayout layout) {
        return new ScorerDimensions(layout.dealTokens(), layout.merchantTokens(), layout.width(), 64, 4, 128, 96);
    }

    public int tokens() {
        return dealTokens + merchantTokens;
    }
}
