package aidg.engine.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;

/// A long short-term memory over time steps (Hochreiter & Schmidhuber 1997), gates in the order input, forget,
/// cell, output; one direction, so a step knows only what came before it.
///
/// @param weights of the whole network
/// @param name    prefix
/// @param hidden  width of the state
/// @param layers  stacked on each other
public record Lstm(Weights weights, String name, int hidden, int layers) {

    /// Adds this network's weights to a plan. Matrices are (4 hidden, in) and (4 hidden, hidden), as PyTorch keeps
    /// them.
    public static Weights.Plan plan(Weights.Plan plan, String name, int in, int hidden, int layers) {
        for (int layer = 0; layer < layers; layer++) {
            plan.weight(name + ".input" + layer, 4L * hidden, layer == 0 ? in : hidden)
                    .weight(name + ".state" + layer, 4L * hidden, hidden)
                    .bias(name + ".input" + layer, 4L * hidden)
                    .bias(name + ".state" + layer, 4L * hidden);
        }
        return plan;
    }

    /// @param x (N, T, in)
    /// @return the upper layer's state after every step, (N, T, hidden)
    public NDArray forward(NDArray x) {
        long n = x.getShape().get(0);
        NDArray start = x.getManager().zeros(new Shape(layers, n, hidden));
        NDList parameters = new NDList();
        for (int layer = 0; layer < layers; layer++) {
            parameters.add(weights.get(name + ".input" + layer + ".weight"));
            parameters.add(weights.get(name + ".state" + layer + ".weight"));
            parameters.add(weights.get(name + ".input" + layer + ".bias"));
            parameters.add(weights.get(name + ".state" + layer + ".bias"));
        }
        return x.getNDArrayInternal()
                .lstm(x, new NDList(start, start), parameters, true, layers, 0, true, false, true)
                .getFirst();
    }
}
