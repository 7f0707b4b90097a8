package aidg.engine.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;

/// A number to multiply with where gradients are taken.
///
/// `NDArray.mul(Number)` closes its factor at once, although the gradient needs it again. If Java's garbage
/// collector comes in between, PyTorch reads memory that is no longer its own: now and then a step gets no
/// gradient, or a wrong one. A factor in a scope lives as long as that.
public final class Factor {

    private Factor() {}

    /// @param scope open until the gradients have been computed
    public static NDArray of(double factor, NDManager scope) {
        return scope.create((float) factor);
    }
}
