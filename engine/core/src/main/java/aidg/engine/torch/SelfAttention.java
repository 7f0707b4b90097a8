package aidg.engine.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import org.jspecify.annotations.Nullable;

/// Scaled dot-product attention of tokens to each other in several heads (Vaswani et al. 2017).
///
/// @param weights of the whole network; this step's are `name.qkv` (width, 3 width) and `name.out` (width, width)
/// @param name    prefix
/// @param heads   divides the width
public record SelfAttention(Weights weights, String name, int heads) {

    /// @param output    (N, T, width)
    /// @param attention (N, heads, T, T), rows sum to 1
    public record Attended(NDArray output, NDArray attention) {}

    /// Adds this step's weights to a plan.
    public static Weights.Plan plan(Weights.Plan plan, String name, int width) {
        return plan.linear(name + ".qkv", width, 3L * width).linear(name + ".out", width, width);
    }

    /// @param x    (N, T, width)
    /// @param bias added to the logits, broadcast to (N, heads, T, T); null to look everywhere
    public Attended forward(NDArray x, @Nullable NDArray bias) {
        long n = x.getShape().get(0);
        long tokens = x.getShape().get(1);
        long width = x.getShape().get(2);
        NDList parts = Layers.linear(x, weights, name + ".qkv")
                .reshape(n, tokens, 3, heads, width / heads)
                .transpose(2, 0, 3, 1, 4)
                .split(3);
        NDArray q = parts.get(0).squeeze(0);
        NDArray k = parts.get(1).squeeze(0);
        NDArray v = parts.get(2).squeeze(0);
        NDArray scale = Factor.of(1 / Math.sqrt((double) width / heads), x.getManager());
        NDArray logits = q.mul(scale).matMul(k.transpose(0, 1, 3, 2));
        NDArray attention = (bias == null ? logits : logits.add(bias)).softmax(-1);
        NDArray mixed = attention.matMul(v).transpose(0, 2, 1, 3).reshape(n, tokens, width);
        return new Attended(Layers.linear(mixed, weights, name + ".out"), attention);
    }
}
