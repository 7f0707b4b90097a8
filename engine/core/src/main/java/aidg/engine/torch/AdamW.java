package aidg.engine.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;

/// Adam with decoupled weight decay (Loshchilov & Hutter 2019), with its moments in the open, so that a
/// checkpoint can
/// keep them. Matrices decay, biases and gains do not.
public final class AdamW {

    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.999;
    private static final double EPSILON = 1e-8;

    private final double decay;
    private final NDList first;
    private final NDList second;
    private long step;

    /// @param first  mean of gradients, one per weight, updated in place
    /// @param second mean of squared gradients, likewise
    AdamW(double decay, NDList first, NDList second, long step) {
        this.decay = decay;
        this.first = first;
        this.second = second;
        this.step = step;
    }

    public static AdamW fresh(double decay, NDList weights, NDManager manager) {
        return new AdamW(decay, zeros(weights, "first.", manager), zeros(weights, "second.", manager), 0);
    }

    private static NDList zeros(NDList weights, String prefix, NDManager manager) {
        NDList zeros = new NDList();
        for (NDArray weight : weights) {
            NDArray zero = manager.zeros(weight.getShape());
            zero.setName(prefix + weight.getName());
            zeros.add(zero);
        }
        return zeros;
    }

    /// Shortens the gradients to a common norm of at most `largest` (Pascanu et al. 2013).
    void clip(NDList weights, double largest) {
        double squares = 0;
        for (NDArray weight : weights) {
            try (NDArray gradient = weight.getGradient();
                    NDArray square = gradient.square();
                    NDArray sum = square.sum()) {
                squares += sum.getFloat();
            }
        }
        double norm = Math.sqrt(squares);
        if (norm > largest) {
            for (NDArray weight : weights) {
                try (NDArray gradient = weight.getGradient()) {
                    gradient.muli(largest / norm);
                }
            }
        }
    }

    /// One step along the gradients, which are set back to 0.
    public void step(NDList weights, double rate) {
        step++;
        double biasCorrection1 = 1 - Math.pow(BETA1, (double) step);
        double biasCorrection2 = 1 - Math.pow(BETA2, (double) step);
        for (int i = 0; i < weights.size(); i++) {
            NDArray weight = weights.get(i);
            try (NDManager manager = weight.getManager().newSubManager();
                    NDArray gradient = weight.getGradient()) {
                gradient.attach(manager);
                NDArray m = first.get(i);
                NDArray v = second.get(i);
                m.muli(BETA1);
                m.addi(gradient.mul(1 - BETA1));
                v.muli(BETA2);
                v.addi(gradient.square().muli(1 - BETA2));
                NDArray divisor =
                        gradient.mul(0).add(v).divi(biasCorrection2).sqrt().addi(EPSILON);
                if (weight.getName().endsWith(".weight")) {
                    weight.muli(1 - rate * decay);
                }
                weight.subi(gradient.mul(0).add(m).muli(rate / biasCorrection1).div(divisor));
                gradient.muli(0);
            }
        }
    }

    long steps() {
        return step;
    }

    NDList first() {
        return first;
    }

    NDList second() {
        return second;
    }
}
