package aidg.engine.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import aidg.engine.torch.packed.ScorerShape;
import aidg.engine.torch.packed.ScorerWeights;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/// The contextual scorer on DJL PyTorch: for large batches where that is faster than the packed kernel, for a
/// GPU, and
/// to measure the packed kernel against. Numbers in, numbers out, for any thread.
///
/// Shapes: N deals, the rest as in `ScorerShape`. Tokens come first, (D, N, ...), so that a token's own weights
/// are one
/// batched product.
public final class TorchContextual implements AutoCloseable {

    /// Deals per forward pass; more only costs memory.
    private static final int LARGEST_BATCH = 256;

    private static final double NORM_EPSILON = 1e-5;
    private static final int[] LAST = {-1};

    private final ScorerShape shape;
    private final TorchDevice device;
    private final NDManager manager;
    private final Map<String, NDArray> weights = new LinkedHashMap<>();

    private TorchContextual(ScorerWeights trained, TorchDevice device) {
        shape = trained.shape();
        this.device = device;
        manager = TorchDevice.engine().newBaseManager(device.device());
        int d = shape.dealTokens();
        shape.arrays().forEach((name, sizes) -> {
            long[] longs = Arrays.stream(sizes).asLongStream().toArray();
            weights.put(name, manager.create(trained.array(name), new Shape(longs)));
        });
        weights.compute("embed.bias", (name, bias) -> reshape(bias, d, 1, shape.stem()));
        weights.compute("lift.bias", (name, bias) -> reshape(bias, d, 1, shape.model()));
        weights.compute("pool.weight", (name, pool) -> reshape(pool, d, shape.model(), shape.pool()));
    }

    /// Copies the weights to the device.
    public static TorchContextual of(ScorerWeights weights, TorchDevice device) {
        TorchDevice.prepareThread();
        return new TorchContextual(weights, device);
    }

    /// What computes: `CPU` or `CUDA GPU 0`.
    public String device() {
        return device.name();
    }

    /// Scores deals of one merchant with the memory folded into the attention weights, anew in each call.
    ///
    /// @param memory (M, E)
    /// @param tokens (deals, D, W)
    /// @param joints (deals, J)
    /// @return (deals, K)
    public float[] folded(float[] memory, float[] tokens, float[] joints) {
        return score(memory, tokens, joints, true);
    }

    /// The same as `folded`, operation by operation as the network is defined.
    public float[] plain(float[] memory, float[] tokens, float[] joints) {
        return score(memory, tokens, joints, false);
    }

    private float[] score(float[] memory, float[] tokens, float[] joints, boolean fold) {
        TorchDevice.prepareThread();
        int deals = joints.length / shape.jointInputs();
        if (memory.length != shape.memory()
                || joints.length != deals * shape.jointInputs()
                || tokens.length != deals * shape.dealInputs()) {
            throw new IllegalArgumentException(
                    "memory, tokens and joints hold %d, %d and %d numbers, expected %d, %d and %d"
                            .formatted(
                                    memory.length,
                                    tokens.length,
                                    joints.length,
                                    shape.memory(),
                                    deals * shape.dealInputs(),
                                    deals * shape.jointInputs()));
        }
        float[] outputs = new float[deals * shape.outputs()];
        try (NDManager call = manager.newSubManager()) {
            NDArray known = call.create(memory, new Shape(shape.memoryTokens(), shape.model()));
            Attention attention = fold ? folded(known) : plain(known);
            for (int from = 0; from < deals; from += LARGEST_BATCH) {
                int to = Math.min(deals, from + LARGEST_BATCH);
                try (NDManager batch = call.newSubManager()) {
                    float[] some = forward(
                            batch.create(
                                    cut(tokens, from, to, shape.dealInputs()),
                                    new Shape(to - from, shape.dealTokens(), shape.tokenInputs())),
                            batch.create(
                                    cut(joints, from, to, shape.jointInputs()),
                                    new Shape(to - from, shape.jointInputs())),
                            attention);
                    System.arraycopy(some, 0, outputs, from * shape.outputs(), some.length);
                }
            }
        }
        return outputs;
    }

    private static float[] cut(float[] values, int from, int to, int each) {
        return Arrays.copyOfRange(values, from * each, to * each);
    }

    /// What tokens take from the memory, before `out.bias`: (D, N, E) from stems (D, N, S) and lifted (D, N, E).
    private interface Attention {
        NDArray of(NDArray stem, NDArray lifted);
    }

    private float[] forward(NDArray tokens, NDArray joints, Attention attention) {
        NDArray stem = Activation.gelu(
                tokens.transpose(1, 0, 2).matMul(w("embed.weight")).add(w("embed.bias")));
        NDArray lifted = stem.matMul(w("lift.weight")).add(w("lift.bias"));
        NDArray attended = attention.of(stem, lifted).add(w("out.bias"));
        NDArray first = norm(lifted.add(attended), "norm1");
        NDArray wide = Activation.gelu(linear(first, "widen"));
        NDArray second = norm(first.add(linear(wide, "narrow")), "norm2");
        NDArray pooled = second.matMul(w("pool.weight")).sum(new int[] {0});
        NDArray hidden =
                Activation.gelu(pooled.add(joints.matMul(w("joint.weight"))).add(w("pool.bias")));
        return linear(hidden, "result").toFloatArray();
    }

    private Attention plain(NDArray memory) {
        int d = shape.dealTokens();
        NDArray keys = heads(linear(memory, "key")).transpose(0, 2, 1);
        NDArray values = heads(linear(memory, "value"));
        return (stem, lifted) -> {
            long n = lifted.getShape().get(1);
            NDArray queries = heads(linear(lifted, "query").reshape(d * n, shape.model()));
            NDArray shares = queries.mul(Factor.of(scale(), lifted.getManager()))
                    .matMul(keys)
                    .softmax(-1);
            NDArray taken = shares.matMul(values).transpose(1, 0, 2).reshape(d, n, shape.model());
            return taken.matMul(w("out.weight"));
        };
    }

    /// The scores are `(stem·lift + c)·Wq·kᵀ / √d`, the answer `softmax · v·Wo`.
    private Attention folded(NDArray memory) {
        int d = shape.dealTokens();
        NDArray keys = heads(linear(memory, "key")).transpose(0, 2, 1).mul(Factor.of(scale(), memory.getManager()));
        NDArray asks = asks(w("lift.weight").matMul(w("query.weight")), shape.stem(), keys);
        NDArray bias = asks(linear(w("lift.bias"), "query"), 1, keys);
        NDArray out = w("out.weight").reshape(shape.heads(), shape.headWidth(), shape.model());
        NDArray answer = heads(linear(memory, "value")).matMul(out).reshape(shape.keys(), shape.model());
        return (stem, lifted) -> {
            long n = stem.getShape().get(1);
            NDArray scores = stem.matMul(asks).add(bias);
            NDArray shares =
                    scores.reshape(d, n, shape.heads(), shape.memoryTokens()).softmax(-1);
            return shares.reshape(d, n, shape.keys()).matMul(answer);
        };
    }

    /// Queries (D, rows, E) against keys (H, E/H, M) to scores (D, rows, H x M).
    private NDArray asks(NDArray queries, long rows, NDArray keys) {
        int d = shape.dealTokens();
        return heads(queries.reshape(d * rows, shape.model()))
                .matMul(keys)
                .transpose(1, 0, 2)
                .reshape(d, rows, shape.keys());
    }

    /// (rows, E) to (H, rows, E/H).
    private NDArray heads(NDArray x) {
        return x.reshape(-1, shape.heads(), shape.headWidth()).transpose(1, 0, 2);
    }

    private double scale() {
        return 1 / Math.sqrt(shape.headWidth());
    }

    private NDArray linear(NDArray x, String name) {
        return x.matMul(w(name + ".weight")).add(w(name + ".bias"));
    }

    private NDArray norm(NDArray x, String name) {
        NDArray centred = x.sub(x.mean(LAST, true));
        NDArray variance = centred.square().mean(LAST, true);
        return centred.div(variance.add(NORM_EPSILON).sqrt())
                .mul(w(name + ".gain"))
                .add(w(name + ".bias"));
    }

    private static NDArray reshape(NDArray array, long... sizes) {
        NDArray reshaped = array.reshape(sizes).duplicate();
        array.close();
        return reshaped;
    }

    private NDArray w(String name) {
        NDArray array = weights.get(name);
        if (array == null) {
            throw new IllegalStateException("no weight is named " + name);
        }
        return array;
    }

    @Override
    public void close() {
        manager.close();
    }
}
