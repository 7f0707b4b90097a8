package aidg.engine.torch.encoder;

import ai.djl.ndarray.NDArray;
import aidg.engine.torch.Layers;
import aidg.engine.torch.Lstm;
import aidg.engine.torch.SelfAttention;
import aidg.engine.torch.SelfAttention.Attended;
import aidg.engine.torch.Weights;

/// An LSTM of two layers over at most 30 override events, attention of 8 heads over its states, and a step to
/// 64; what
/// is read is the last event known on the day of the look, never padding. [PER-6] [B1]
record OverrideBranch(Weights weights) {

    private static final int HIDDEN = 128;
    private static final int LAYERS = 2;
    private static final int HEADS = 8;
    private static final String NAME = "override";

    static void plan(Weights.Plan plan, int in, int width) {
        Lstm.plan(plan, NAME + ".lstm", in, HIDDEN, LAYERS);
        SelfAttention.plan(plan, NAME + ".attention", HIDDEN);
        plan.norm(NAME + ".norm", HIDDEN).linear(NAME + ".out", HIDDEN, width).norm(NAME + ".end", width);
    }

    /// @param events (B, O, 64)
    /// @param causal (1, 1, O, O), hides what comes later
    /// @return a state after every event, (B, O, 64), with the attention
    Attended forward(NDArray events, NDArray causal) {
        NDArray states = new Lstm(weights, NAME + ".lstm", HIDDEN, LAYERS).forward(events);
        Attended step = new SelfAttention(weights, NAME + ".attention", HEADS).forward(states, causal);
        NDArray mixed = Layers.norm(states.add(step.output()), weights, NAME + ".norm");
        NDArray narrow = Layers.linear(mixed, weights, NAME + ".out");
        return new Attended(Layers.norm(narrow, weights, NAME + ".end"), step.attention());
    }
}
