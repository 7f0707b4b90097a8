package aidg.engine.torch.packed;

/// Gain and bias of a layer norm; both as wide as the rows it is applied to.
record Norm(float[] gain, float[] bias) {

    /// Keeps the variance away from zero.
    static final float EPSILON = 1e-5f;
}
