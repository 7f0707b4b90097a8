package aidg.engine.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;
import org.jspecify.annotations.Nullable;

/// One layer of a transformer encoder (Vaswani et al. 2017): multi-head self-attention and a feed-forward step,
/// each with a residual and a layer normalisation.
///
/// @param weights    of the whole network
/// @param name       prefix of this layer's weights
/// @param heads      divides the width
/// @param activation of the feed-forward step
/// @param placement  where the normalisations are
/// @param epsilon    that the normalisations add to the variance
public record EncoderLayer(Weights weights, String name, int heads, Act activation, Norm placement, float epsilon) {

    /// As ours are: with the usual epsilon, 1e-5.
    public EncoderLayer(Weights weights, String name, int heads, Act activation, Norm placement) {
        this(weights, name, heads, activation, placement, Layers.NORM_EPSILON);
    }

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
            NDArray attended = norm(x.add(attend(x, bias)), ".norm1");
            return norm(attended.add(feed(attended)), ".norm2");
        }
        NDArray attended = x.add(attend(norm(x, ".norm1"), bias));
        return attended.add(feed(norm(attended, ".norm2")));
    }

    private NDArray norm(NDArray x, String step) {
        return Layers.norm(x, weights, name + step, epsilon);
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
