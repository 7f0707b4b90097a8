package aidg.engine.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.nn.Activation;
import aidg.engine.encoder.text.TextReader;
import aidg.engine.encoder.text.WideModel;

/// Joins what the transformer and the words say of a text to 28 numbers; polarity, intensity and targets are
/// what the words foretell, corrected by what is read off the 28. [PER-8]
///
/// @param weights of the whole network; this part's names start with `head.`
record TextHead(Weights weights, int targets) {

    /// The draw of the corrections' weights, so that a reader starts out with what the words foretell.
    private static final double SMALL = 0.2;

    private static final int CLASSES = 3;
    /// Log-odds of good against neutral per unit of foretold polarity, before training.
    private static final double STEEPNESS = 2;

    private static final int INNER = TextReader.WIDTH - TextReader.NAMED;

    /// @param deep width of what the transformer says
    static void plan(Weights.Plan plan, int deep, int targets) {
        int wide = WideModel.width(targets);
        plan.linear("head.deep", deep, INNER);
        plan.weight("head.wide", wide, INNER);
        plan.wider("head.results", SMALL, INNER, CLASSES + 1L + targets);
        plan.bias("head.results", CLASSES + 1L + targets);
    }

    /// What is said of N texts.
    ///
    /// @param inner    (N, 28), -1..1
    /// @param polarity (N, 3) logits of negative, neutral, positive
    /// @param strength (N) logit of the intensity
    /// @param foretold (N, targets)
    record Said(NDArray inner, NDArray polarity, NDArray strength, NDArray foretold) {

        /// @return (N, 32)
        NDArray encoding() {
            NDArray intensity = Activation.sigmoid(strength).expandDims(1);
            return polarity.softmax(-1).getNDArrayInternal().concat(new NDList(intensity, inner), 1);
        }
    }

    /// @param deep (N, deep)
    /// @param wide (N, wide)
    Said forward(NDArray deep, NDArray wide) {
        NDArray inner = Layers.linear(deep, weights, "head.deep")
                .add(wide.matMul(weights.get("head.wide.weight")))
                .tanh();
        NDArray results = Layers.linear(inner, weights, "head.results");
        NDArray tilt = wide.get(":, :1").mul(Factor.of(STEEPNESS, wide.getManager()));
        NDArray level = tilt.zerosLike();
        return new Said(
                inner,
                results.get(":, :{}", CLASSES).add(tilt.neg().concat(level, 1).concat(tilt, 1)),
                results.get(":, {}", CLASSES),
                results.get(":, {}:", CLASSES + 1).add(wide.get(":, 1:{}", 1 + targets)));
    }
}
