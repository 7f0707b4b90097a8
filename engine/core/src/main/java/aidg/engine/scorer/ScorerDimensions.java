package aidg.engine.scorer;

import aidg.engine.features.FeatureSchema.Side;

/// Sizes of the scorer's network; written to the model file and checked when it is loaded. [X2]
///
/// @param dealTokens   tokens that ask, D
/// @param memoryTokens tokens of the merchant memory that answer, M
/// @param memory       width of a memory token
/// @param tokenInputs  numbers per deal token, W
/// @param jointInputs  numbers that meet the tokens in the pooled head, J
/// @param stem         width of the first step of a deal token, S
/// @param model        width of a token inside the network, E
/// @param heads        attention heads, H; divides `model`
/// @param feedForward  width of the per-token feed-forward step, F
/// @param pool         width of the pooled head, P
public record ScorerDimensions(
        int dealTokens,
        int memoryTokens,
        int memory,
        int tokenInputs,
        int jointInputs,
        int stem,
        int model,
        int heads,
        int feedForward,
        int pool) {

    /// Numbers that the head gives: log-odds of approval and of reaching the baseline, ratio, logarithm of its
    /// deviation, surprise in conversion and in traffic.
    public static final int OUTPUTS = 6;

    public ScorerDimensions {
        if (model % heads != 0) {
            throw new IllegalArgumentException("%d heads do not divide a width of %d".formatted(heads, model));
        }
    }

    /// The sizes of the shipped network for a memory. [PER-13]
    public static ScorerDimensions full(TokenLayout layout, int memoryTokens, int memory) {
        return of(layout, memoryTokens, memory, 64, 512, 8, 1024, 256);
    }

    /// A smaller network of the same form, which the encoder is trained with.
    public static ScorerDimensions light(TokenLayout layout, int memoryTokens, int memory) {
        return of(layout, memoryTokens, memory, 64, 128, 4, 256, 128);
    }

    private static ScorerDimensions of(
            TokenLayout layout,
            int memoryTokens,
            int memory,
            int stem,
            int model,
            int heads,
            int feedForward,
            int pool) {
        return new ScorerDimensions(
                layout.tokens(Side.DEAL).size(),
                memoryTokens,
                memory,
                layout.width(Side.DEAL),
                layout.size(Side.JOINT),
                stem,
                model,
                heads,
                feedForward,
                pool);
    }
}
