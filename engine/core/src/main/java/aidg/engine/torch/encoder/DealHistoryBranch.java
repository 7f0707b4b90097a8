package aidg.engine.torch.encoder;

import ai.djl.ndarray.NDArray;
import aidg.engine.encoder.EncoderBatch;
import aidg.engine.torch.EncoderLayer;
import aidg.engine.torch.Layers;
import aidg.engine.torch.SelfAttention.Attended;
import aidg.engine.torch.Weights;

/// A transformer over the deals, three layers deep: 50 x 24 numbers to 128. A deal whose outcome is not known has a
/// mark instead; nothing later than the look is seen. [PER-3] [PER-5] [B2]
record DealHistoryBranch(Weights weights) {

    static final int LAYERS = 3;
    static final int HEADS = 8;
    private static final String NAME = "history";

    static void plan(Weights.Plan plan, int in, int width) {
        plan.linear(NAME + ".embed", in, width).weight(NAME + ".kind", EncoderBatch.KINDS, width);
        for (int layer = 0; layer < LAYERS; layer++) {
            EncoderLayer.plan(plan, NAME + layer, width, 2 * width);
        }
        plan.norm(NAME + ".end", width);
    }

    /// @param deals (B, T, 24)
    /// @param kinds (B, T, 5)
    /// @param bias  (B, heads, T, T)
    /// @return a state after every event, (B, T, 128), with the attention of the last layer
    Attended forward(NDArray deals, NDArray kinds, NDArray bias) {
        NDArray x =
                Layers.linear(deals, weights, NAME + ".embed").add(kinds.matMul(weights.get(NAME + ".kind.weight")));
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
