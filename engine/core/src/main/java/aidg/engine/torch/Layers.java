package aidg.engine.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.norm.LayerNorm;

/// The steps that all networks are made of. Every operation starts from the input, so that results land in its
/// manager and are freed with it.
public final class Layers {

    static final float NORM_EPSILON = 1e-5f;

    private Layers() {}

    /// `x W + b` with the weights `name.weight` (in, out) and `name.bias` (out).
    ///
    /// @param x (..., in)
    /// @return (..., out)
    public static NDArray linear(NDArray x, Weights weights, String name) {
        return x.matMul(weights.get(name + ".weight")).add(weights.get(name + ".bias"));
    }

    /// Layer normalisation over the last dimension (Ba et al. 2016) with `name.gain` and `name.bias`.
    public static NDArray norm(NDArray x, Weights weights, String name) {
        return norm(x, weights, name, NORM_EPSILON);
    }

    /// As `norm`, with another number than 1e-5 added to the variance.
    static NDArray norm(NDArray x, Weights weights, String name, float epsilon) {
        NDArray gain = weights.get(name + ".gain");
        Shape last = gain.getShape();
        return LayerNorm.layerNorm(x, last, gain, weights.get(name + ".bias"), epsilon)
                .singletonOrThrow();
    }
}
