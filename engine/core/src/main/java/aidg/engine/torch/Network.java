package aidg.engine.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import aidg.engine.scorer.ScorerDimensions;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/// The scorer's network: deal tokens attend to merchant tokens, each goes through its own feed-forward step, and they
/// meet in a pooled head. [PER-13] [B3]
///
/// Shapes: N deals, T tokens of which D are the deal's and M the merchant's, W numbers per token, E model width,
/// H heads. Every operation starts from an array of the batch, so that results land in the batch's manager and are
/// freed with it.
final class Network {

    private static final double NORM_EPSILON = 1e-5;

    private final ScorerDimensions dims;
    private final Map<String, NDArray> weights;

    private Network(ScorerDimensions dims, Map<String, NDArray> weights) {
        this.dims = dims;
        this.weights = weights;
    }

    /// Outputs for a batch, each (N), and the attention (N, H, D, M).
    record Forward(
            NDArray approval, NDArray reach, NDArray penalty, NDArray ratio, NDArray logDeviation, NDArray attention) {}

    /// Fresh weights: Glorot-uniform matrices (some with a gain), zero biases, drawn from `random` in a fixed order.
    static Network initial(ScorerDimensions dims, NDManager manager, RandomGenerator random) {
        Map<String, NDArray> weights = new LinkedHashMap<>();
        shapes(dims).forEach((name, shape) -> {
            float[] values = new float[(int) shape.size()];
            if (name.endsWith(".weight")) {
                long fanIn = shape.get(shape.dimension() - 2);
                long fanOut = shape.get(shape.dimension() - 1);
                double limit = gain(name) * Math.sqrt(6.0 / (fanIn + fanOut));
                for (int i = 0; i < values.length; i++) {
                    values[i] = (float) (limit * (2 * random.nextDouble() - 1));
                }
            } else if (name.endsWith(".gain")) {
                Arrays.fill(values, 1);
            }
            weights.put(name, named(manager.create(values, shape), name));
        });
        return new Network(dims, weights);
    }

    /// Queries and keys start larger: with small ones the softmax is even for all tokens and hardly learns.
    private static double gain(String name) {
        return name.equals("query.weight") || name.equals("key.weight") ? 2 : 1;
    }

    /// Weights read from a file.
    ///
    /// @throws IllegalArgumentException naming the array that is missing, too much or of another shape
    static Network of(ScorerDimensions dims, NDList arrays) {
        Map<String, Shape> shapes = shapes(dims);
        Map<String, NDArray> weights = new LinkedHashMap<>();
        for (Map.Entry<String, Shape> wanted : shapes.entrySet()) {
            NDArray array = arrays.get(wanted.getKey());
            if (array == null) {
                throw new IllegalArgumentException("the weights lack the array '%s'".formatted(wanted.getKey()));
            }
            if (!array.getShape().equals(wanted.getValue()) || array.getDataType() != DataType.FLOAT32) {
                throw new IllegalArgumentException("the array '%s' is %s %s, expected float32 %s"
                        .formatted(wanted.getKey(), array.getDataType(), array.getShape(), wanted.getValue()));
            }
            weights.put(wanted.getKey(), array);
        }
        if (arrays.size() != shapes.size()) {
            throw new IllegalArgumentException(
                    "the weights hold %d arrays, expected %d".formatted(arrays.size(), shapes.size()));
        }
        return new Network(dims, weights);
    }

    private static NDArray named(NDArray array, String name) {
        array.setName(name);
        return array;
    }

    /// Name and shape of every weight, in file order.
    static Map<String, Shape> shapes(ScorerDimensions d) {
        int e = d.model();
        Map<String, Shape> shapes = new LinkedHashMap<>();
        shapes.put("embed.weight", new Shape(d.tokens(), d.tokenWidth(), e));
        shapes.put("embed.bias", new Shape(d.tokens(), 1, e));
        shapes.put("mix.weight", new Shape(d.tokens(), e, e));
        shapes.put("mix.bias", new Shape(d.tokens(), 1, e));
        for (String part : new String[] {"query", "key", "value", "out"}) {
            shapes.put(part + ".weight", new Shape(e, e));
            shapes.put(part + ".bias", new Shape(e));
        }
        shapes.put("norm1.gain", new Shape(e));
        shapes.put("norm1.bias", new Shape(e));
        shapes.put("widen.weight", new Shape(e, d.feedForward()));
        shapes.put("widen.bias", new Shape(d.feedForward()));
        shapes.put("narrow.weight", new Shape(d.feedForward(), e));
        shapes.put("narrow.bias", new Shape(e));
        shapes.put("norm2.gain", new Shape(e));
        shapes.put("norm2.bias", new Shape(e));
        shapes.put("pool.weight", new Shape((long) d.dealTokens() * e, d.head()));
        shapes.put("pool.bias", new Shape(d.head()));
        shapes.put("result.weight", new Shape(d.head(), 4));
        shapes.put("result.bias", new Shape(4));
        shapes.put("risk.slope", new Shape(1));
        return shapes;
    }

    NDList arrays() {
        return new NDList(weights.values());
    }

    /// @param tokens (N, T, W)
    /// @param risks  (N)
    Forward forward(NDArray tokens, NDArray risks) {
        long n = tokens.getShape().get(0);
        NDArray embedded = Activation.gelu(
                tokens.transpose(1, 0, 2).matMul(w("embed.weight")).add(w("embed.bias")));
        NDArray mixed = embedded.matMul(w("mix.weight")).add(w("mix.bias")).transpose(1, 0, 2);
        NDArray deal = mixed.get(new NDIndex(":, :{}, :", dims.dealTokens()));
        NDArray merchant = mixed.get(new NDIndex(":, {}:, :", dims.dealTokens()));

        NDArray q = heads(linear(deal, "query"), n, dims.dealTokens());
        NDArray k = heads(linear(merchant, "key"), n, dims.merchantTokens());
        NDArray v = heads(linear(merchant, "value"), n, dims.merchantTokens());
        NDArray scale = Factor.of(1 / Math.sqrt((double) dims.model() / dims.heads()), tokens.getManager());
        NDArray attention = q.matMul(k.transpose(0, 1, 3, 2)).mul(scale).softmax(-1);
        NDArray attended = attention.matMul(v).transpose(0, 2, 1, 3).reshape(n, dims.dealTokens(), dims.model());

        NDArray afterAttention = norm(deal.add(linear(attended, "out")), "norm1");
        NDArray afterFeedForward =
                norm(afterAttention.add(linear(Activation.gelu(linear(afterAttention, "widen")), "narrow")), "norm2");
        NDArray pooled = afterFeedForward.reshape(n, (long) dims.dealTokens() * dims.model());
        NDArray result = linear(Activation.gelu(linear(pooled, "pool")), "result");
        NDArray slope = Activation.softPlus(risks.zerosLike().add(w("risk.slope")));
        return new Forward(
                result.get(":, 0"),
                result.get(":, 1"),
                risks.mul(slope),
                result.get(":, 2").add(1),
                result.get(":, 3").clip(-3, 2),
                attention);
    }

    private NDArray heads(NDArray x, long n, int count) {
        return x.reshape(n, count, dims.heads(), dims.model() / dims.heads()).transpose(0, 2, 1, 3);
    }

    private NDArray linear(NDArray x, String name) {
        return x.matMul(w(name + ".weight")).add(w(name + ".bias"));
    }

    private NDArray norm(NDArray x, String name) {
        int[] last = {x.getShape().dimension() - 1};
        NDArray centred = x.sub(x.mean(last, true));
        NDArray variance = centred.square().mean(last, true);
        return centred.div(variance.add(NORM_EPSILON).sqrt())
                .mul(w(name + ".gain"))
                .add(w(name + ".bias"));
    }

    private NDArray w(String name) {
        NDArray array = weights.get(name);
        if (array == null) {
            throw new IllegalStateException("no weight is named " + name);
        }
        return array;
    }
}
