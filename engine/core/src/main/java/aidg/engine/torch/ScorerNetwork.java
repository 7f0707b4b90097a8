package aidg.engine.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import aidg.engine.scorer.ScorerDimensions;
import aidg.engine.scorer.Start;

/// The scorer's network: deal tokens attend to the merchant's memory, each goes through its own feed-forward
/// step, and
/// they meet in a pooled head. [PER-13] [B3]
///
/// Shapes: N deals; the other letters stand in `ScorerDimensions`.
public record ScorerNetwork(ScorerDimensions dims, Weights weights) {

    /// Raw outputs of a batch and how it looked.
    ///
    /// @param result    (N, 6), see `ScorerDimensions.OUTPUTS`
    /// @param penalty   (N), log-odds taken off for the override risk
    /// @param attention (N, H, D, M), rows sum to 1
    public record Forward(NDArray result, NDArray penalty, NDArray attention) {}

    /// Queries and keys start larger: with small ones the softmax is even for all tokens and hardly learns.
    ///
    /// @param start what the joint facts say at first
    public static Weights.Plan plan(Weights.Plan plan, ScorerDimensions d, Start start) {
        int e = d.model();
        return plan.weight("embed", d.dealTokens(), d.tokenInputs(), d.stem())
                .bias("embed", d.dealTokens(), 1, d.stem())
                .weight("lift", d.dealTokens(), d.stem(), e)
                .bias("lift", d.dealTokens(), 1, e)
                .wider("query", 2, e, e)
                .bias("query", e)
                .wider("key", 2, d.memory(), e)
                .bias("key", e)
                .linear("value", d.memory(), e)
                .linear("out", e, e)
                .norm("norm1", e)
                .linear("widen", e, d.feedForward())
                .linear("narrow", d.feedForward(), e)
                .norm("norm2", e)
                .weight("pool", (long) d.dealTokens() * e, d.pool())
                .weight("joint", d.jointInputs(), d.pool())
                .bias("pool", d.pool())
                .given(
                        "result.weight",
                        new float[d.pool() * ScorerDimensions.OUTPUTS],
                        d.pool(),
                        ScorerDimensions.OUTPUTS)
                .given("skip.gain", start.skip(), d.jointInputs(), ScorerDimensions.OUTPUTS)
                .given("result.bias", start.bias(), ScorerDimensions.OUTPUTS)
                .bias("risk", 1);
    }

    /// What deals attend to: a memory's tokens, each projected by itself.
    ///
    /// @param keys   (N, M, E)
    /// @param values (N, M, E)
    public record Projected(NDArray keys, NDArray values) {}

    /// @param memory (N, M, memory)
    public Projected project(NDArray memory) {
        return new Projected(Layers.linear(memory, weights, "key"), Layers.linear(memory, weights, "value"));
    }

    /// @param deal   (N, D, W)
    /// @param joint  (N, J)
    /// @param memory (N, M, memory)
    /// @param risks  (N)
    public Forward forward(NDArray deal, NDArray joint, NDArray memory, NDArray risks) {
        return forward(deal, joint, project(memory), risks);
    }

    /// As the other, with a memory that is projected already.
    public Forward forward(NDArray deal, NDArray joint, Projected memory, NDArray risks) {
        long n = deal.getShape().get(0);
        NDArray stem = Activation.gelu(
                deal.transpose(1, 0, 2).matMul(w("embed.weight")).add(w("embed.bias")));
        NDArray tokens = stem.matMul(w("lift.weight")).add(w("lift.bias")).transpose(1, 0, 2);

        NDArray scale = Factor.of(1 / Math.sqrt((double) dims.model() / dims.heads()), deal.getManager());
        NDArray q = heads(Layers.linear(tokens, weights, "query").mul(scale), n, dims.dealTokens());
        NDArray k = heads(memory.keys(), n, dims.memoryTokens());
        NDArray v = heads(memory.values(), n, dims.memoryTokens());
        NDArray attention = q.matMul(k.transpose(0, 1, 3, 2)).softmax(-1);
        NDArray attended = attention.matMul(v).transpose(0, 2, 1, 3).reshape(n, dims.dealTokens(), dims.model());

        NDArray asked = Layers.norm(tokens.add(Layers.linear(attended, weights, "out")), weights, "norm1");
        NDArray wide = Activation.gelu(Layers.linear(asked, weights, "widen"));
        NDArray fed = Layers.norm(asked.add(Layers.linear(wide, weights, "narrow")), weights, "norm2");
        NDArray pooled = Activation.gelu(fed.reshape(new Shape(n, (long) dims.dealTokens() * dims.model()))
                .matMul(w("pool.weight"))
                .add(joint.matMul(w("joint.weight")))
                .add(w("pool.bias")));
        NDArray result = Layers.linear(pooled, weights, "result").add(joint.matMul(w("skip.gain")));
        return new Forward(result, penalty(risks), attention);
    }

    /// Log-odds that the override risk takes off: a learned slope, never negative. [PER-14]
    private NDArray penalty(NDArray risks) {
        return risks.mul(Activation.softPlus(risks.zerosLike().add(w("risk.bias"))));
    }

    private NDArray heads(NDArray x, long n, int count) {
        return x.reshape(n, count, dims.heads(), dims.model() / dims.heads()).transpose(0, 2, 1, 3);
    }

    private NDArray w(String name) {
        return weights.get(name);
    }

    /// The arrays of this network among others.
    NDList arrays() {
        return weights.arrays();
    }
}
