package aidg.engine.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;
import aidg.engine.torch.SelfAttention.Attended;
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
        return attended(x, bias).output();
    }

    /// As `forward`, with the attention that it has taken.
    public Attended attended(NDArray x, @Nullable NDArray bias) {
        if (placement == Norm.AFTER) {
            Attended step = attend(x, bias);
            NDArray mixed = norm(x.add(step.output()), ".norm1");
            return new Attended(norm(mixed.add(feed(mixed)), ".norm2"), step.attention());
        }
        Attended step = attend(norm(x, ".norm1"), bias);
        NDArray mixed = x.add(step.output());
        return new Attended(mixed.add(feed(norm(mixed, ".norm2"))), step.attention());
    }

    private NDArray norm(NDArray x, String step) {
        return Layers.norm(x, weights, name + step, epsilon);
    }

    private Attended attend(NDArray x, @Nullable NDArray bias) {
        return new SelfAttention(weights, name, heads).forward(x, bias);
    }

    private NDArray feed(NDArray x) {
        NDArray wide = Layers.linear(x, weights, name + ".widen");
        NDArray active = activation == Act.GELU ? Activation.gelu(wide) : Activation.relu(wide);
        return Layers.linear(active, weights, name + ".narrow");
    }
}
