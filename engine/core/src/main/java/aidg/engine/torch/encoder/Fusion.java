package aidg.engine.torch.encoder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import aidg.engine.torch.Layers;
import aidg.engine.torch.Weights;

/// Branches side by side (656 numbers), a linear step and a layer normalisation: the merchant's profile.
/// [PER-12] [X2]
record Fusion(Weights weights) {

    static void plan(Weights.Plan plan, int in, int profile) {
        plan.linear("fusion.mix", in, profile).norm("fusion.norm", profile);
    }

    /// @param branches (N, width) each
    /// @return (N, 512)
    NDArray forward(NDList branches) {
        NDArray all = NDArrays.concat(branches, 1);
        return Layers.norm(Layers.linear(all, weights, "fusion.mix"), weights, "fusion.norm");
    }
}
