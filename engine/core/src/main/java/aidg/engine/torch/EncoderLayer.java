package aidg.engine.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;
import org.jspecify.annotations.Nullable;

/// One layer of a transformer encoder (Vaswani et al. 2017): multi-head self-attention and a feed-forward step,
/// each
/// with a residual and a layer normalisation.
///
/// @param weights    of the whole network
/// @param name       prefix of this layer's weights
/// @param heads      divides the width
/// @param activation of the feed-forward step
/// @param placement  where the normalisations are
public record EncoderLayer(Weights weights, String name, int heads, Act activation, Norm placement) {

    /// Activation of a feed-forward step.
    public enum Act {
        RELU,
        /// The exact form, with the error function.
        GELU
    }

    /// Where a layer normalises.
    public enum Norm {
        /// Before each step; trains without a warm-up (Xiong et al. 2020).
        BEFORE,
        /// After each residual, as in the original.
        AFTER
    }

    /// Adds this layer's weights to a plan.
    ///
    /// @param width       of a token
    /// @param feedForward width of the middle of the feed-forward step
    public static Weights.Plan plan(Weights.Plan plan, String name, int width, int feedForward) {
        SelfAttention.plan(plan, name, width);
        return plan.norm(name + ".norm1", width)
                .linear(name + ".widen", width, feedForward)
                .linear(name + ".narrow", feedForward, width)
                .norm(name + ".norm2", width);
    }

    /// @param x    (N, T, width)
    /// @param bias added to the attention's logits, broadcast to (N, heads, T, T): large and negative where a
    ///             token must
    ///             not look; null to look everywhere
    /// @return (N, T, width)
    public NDArray forward(NDArray x, @Nullable NDArray bias) {
        if (placement == Norm.AFTER) {
            NDArray attended = Layers.norm(x.add(attend(x, bias)), weights, name + ".norm1");
            return Layers.norm(attended.add(feed(attended)), weights, name + ".norm2");
        }
        NDArray attended = x.add(attend(Layers.norm(x, weights, name + ".norm1"), bias));
        return attended.add(feed(Layers.norm(attended, weights, name + ".norm2")));
    }

    private NDArray attend(NDArray x, @Nullable NDArray bias) {
        return new SelfAttention(weights, name, heads).forward(x, bias).output();
    }

    private NDArray feed(NDArray x) {
        NDArray wide = Layers.linear(x, weights, name + ".widen");
        NDArray active = activation == Act.GELU ? Activation.gelu(wide) : Activation.relu(wide);
        return Layers.linear(active, weights, name + ".narrow");
    }
}
