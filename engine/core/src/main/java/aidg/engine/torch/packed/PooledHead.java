package aidg.engine.torch.packed;

/// Where the tokens of a deal meet: their parts and what the joint numbers add, through gelu to the outputs.
final class PooledHead {

    private final ScorerShape shape;
    private final Arithmetic arithmetic;
    private final Layer joint;
    private final Layer result;

    PooledHead(ScorerWeights weights, Arithmetic arithmetic) {
        shape = weights.shape();
        this.arithmetic = arithmetic;
        int p = shape.pool();
        int k = shape.outputs();
        joint = arithmetic.layer(
                weights.array("joint.weight"), 0, p, shape.jointInputs(), p, weights.array("pool.bias"), 0);
        result = arithmetic.layer(weights.array("result.weight"), 0, k, p, k, weights.array("result.bias"), 0);
    }

    /// Sets `deals` rows of `room.hidden` to what the joint numbers give, with the bias.
    ///
    /// @param joints (deals, J) from `from` on
    void begin(Workspace room, float[] joints, int from, int deals) {
        int j = shape.jointInputs();
        arithmetic.multiply(joints, from, j, deals, joint, room.hidden, 0, room.poolStride);
    }

    /// Adds one part (P) to one row of `room.hidden`.
    void add(Workspace room, int deal, float[] parts, int at) {
        arithmetic.add(parts, at, room.hidden, deal * room.poolStride, shape.pool());
    }

    /// @param outputs (deals, K) from `to` on
    void finish(Workspace room, int deals, float[] outputs, int to) {
        arithmetic.gelu(room.hidden, 0, deals * room.poolStride);
        arithmetic.multiply(room.hidden, 0, room.poolStride, deals, result, room.results, 0, room.resultStride);
        int k = shape.outputs();
        for (int deal = 0; deal < deals; deal++) {
            System.arraycopy(room.results, deal * room.resultStride, outputs, to + deal * k, k);
        }
    }
}
