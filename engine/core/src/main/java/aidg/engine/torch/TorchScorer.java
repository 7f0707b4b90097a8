package aidg.engine.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import aidg.engine.scorer.Scorer;
import aidg.engine.scorer.ScorerDimensions;
import java.util.ArrayList;
import java.util.List;

/// The scorer on DJL PyTorch.
public final class TorchScorer implements Scorer {

    /// Deals per forward pass; more only costs memory.
    private static final int LARGEST_BATCH = 1024;

    private final TorchDevice device;
    private final ScorerDimensions dims;
    private final NDManager manager;
    private final Network network;

    private TorchScorer(TorchDevice device, ScorerDimensions dims, NDManager manager, Network network) {
        this.device = device;
        this.dims = dims;
        this.manager = manager;
        this.network = network;
    }

    /// Reads weights in the safetensors form.
    ///
    /// @throws IllegalArgumentException if they are damaged or not of these dimensions, saying which array
    public static TorchScorer load(byte[] safetensors, ScorerDimensions dims, TorchDevice device) {
        TorchDevice.prepareThread();
        NDManager manager = TorchDevice.engine().newBaseManager(device.device());
        try {
            return new TorchScorer(device, dims, manager, Network.of(dims, Safetensors.read(manager, safetensors)));
        } catch (RuntimeException e) {
            manager.close();
            throw e;
        }
    }

    @Override
    public String device() {
        return device.name();
    }

    @Override
    public List<Output> score(List<float[]> tokens, float[] risks) {
        TorchDevice.prepareThread();
        List<Output> outputs = new ArrayList<>(tokens.size());
        for (int from = 0; from < tokens.size(); from += LARGEST_BATCH) {
            int to = Math.min(tokens.size(), from + LARGEST_BATCH);
            scoreBatch(tokens.subList(from, to), risks, from, outputs);
        }
        return outputs;
    }

    private void scoreBatch(List<float[]> tokens, float[] risks, int from, List<Output> outputs) {
        int n = tokens.size();
        try (NDManager batch = manager.newSubManager()) {
            float[] some = new float[n];
            System.arraycopy(risks, from, some, 0, n);
            Network.Forward forward = network.forward(input(batch, tokens), batch.create(some));
            float[] approval = host(forward.approval());
            float[] reach = host(forward.reach());
            float[] penalty = host(forward.penalty());
            float[] ratio = host(forward.ratio());
            float[] logDeviation = host(forward.logDeviation());
            for (int i = 0; i < n; i++) {
                outputs.add(new Output(
                        approval[i],
                        reach[i],
                        jointLogit(approval[i], reach[i]),
                        penalty[i],
                        ratio[i],
                        Math.exp(logDeviation[i])));
            }
        }
    }

    /// Log-odds of the product of two probabilities given by their log-odds, without loss at either end:
    /// 1/p - 1 = e^-a + e^-b + e^-(a+b).
    static double jointLogit(double a, double b) {
        double x = -a;
        double y = -b;
        double largest = Math.max(Math.max(x, y), x + y);
        return -(largest + Math.log(Math.exp(x - largest) + Math.exp(y - largest) + Math.exp(x + y - largest)));
    }

    @Override
    public float[][] attention(float[] tokens) {
        TorchDevice.prepareThread();
        try (NDManager batch = manager.newSubManager()) {
            Network.Forward forward = network.forward(input(batch, List.of(tokens)), batch.zeros(new Shape(1)));
            float[] flat = host(forward.attention().mean(new int[] {1}));
            float[][] rows = new float[dims.dealTokens()][dims.merchantTokens()];
            for (int i = 0; i < rows.length; i++) {
                System.arraycopy(flat, i * dims.merchantTokens(), rows[i], 0, dims.merchantTokens());
            }
            return rows;
        }
    }

    private NDArray input(NDManager batch, List<float[]> tokens) {
        int size = dims.tokens() * dims.tokenWidth();
        float[] flat = new float[tokens.size() * size];
        for (int i = 0; i < tokens.size(); i++) {
            System.arraycopy(tokens.get(i), 0, flat, i * size, size);
        }
        return batch.create(flat, new Shape(tokens.size(), dims.tokens(), dims.tokenWidth()));
    }

    private static float[] host(NDArray array) {
        return array.toFloatArray();
    }

    /// The weights, in the safetensors form.
    byte[] weights() {
        return Safetensors.write(new NDList(network.arrays()));
    }

    @Override
    public void close() {
        manager.close();
    }
}
