package aidg.engine.torch.packed;

/// One axis of a what-if surface: the deal tokens it changes and what they become. The arrays are not copied.
///
/// @param tokens which deal tokens, by number; none twice
/// @param inputs (variants, tokens, W)
public record SweepAxis(int[] tokens, float[] inputs) {

    public SweepAxis {
        if (tokens.length == 0) {
            throw new IllegalArgumentException("an axis changes no token");
        }
    }

    /// Points on the axis.
    int variants(ScorerShape shape) {
        int each = tokens.length * shape.tokenInputs();
        if (inputs.length == 0 || inputs.length % each != 0) {
            throw new IllegalArgumentException(
                    "an axis holds %d numbers, expected a multiple of %d".formatted(inputs.length, each));
        }
        return inputs.length / each;
    }
}
