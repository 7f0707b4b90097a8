package aidg.engine.torch.encoder;

import ai.djl.ndarray.NDArray;
import aidg.engine.torch.EncoderLayer;
import aidg.engine.torch.Layers;
import aidg.engine.torch.SelfAttention.Attended;
import aidg.engine.torch.Weights;

/// A transformer over deals and overrides together, six layers deep, to 128. Its positional encoding is
/// recency: the longer ago, the less a head looks, each head at its own pace (attention with linear biases,
/// Press et al. 2022, over months instead of places). [PER-11] [X4]
record SequenceBranch(Weights weights) {

    static final int LAYERS = 6;
    static final int HEADS = 8;
    private static final String NAME = "sequence";

    static void plan(Weights.Plan plan, int in, int width) {
        plan.linear(NAME + ".embed", in, width);
        for (int layer = 0; layer < LAYERS; layer++) {
            EncoderLayer.plan(plan, NAME + layer, width, 2 * width);
        }
        plan.norm(NAME + ".end", width);
    }

    /// @param events (B, T, 64)
    /// @param bias   (B, heads, T, T)
    /// @return a state after every event, (B, T, 128), with the attention of the last layer
    Attended forward(NDArray events, NDArray bias) {
        NDArray x = Layers.linear(events, weights, NAME + ".embed");
        for (int layer = 0; layer < LAYERS - 1; layer++) {
            x = layer(layer).forward(x, bias);
        }
        Attended last = layer(LAYERS - 1).attended(x, bias);
        return new Attended(Layers.norm(last.output(), weights, NAME + ".end"), last.attention());
    }

    private EncoderLayer layer(int number) {
        return new EncoderLayer(weights, NAME + number, HEADS, EncoderLayer.Act.GELU, EncoderLayer.Norm.BEFORE);
    }
}
