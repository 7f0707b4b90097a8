package aidg.engine.torch.graph;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import aidg.engine.encoder.graph.Aggregator;
import aidg.engine.encoder.graph.GraphDimensions;
import aidg.engine.encoder.graph.GraphSnapshot;
import aidg.engine.encoder.graph.NeighbourSampler;
import aidg.engine.encoder.graph.Sample;
import aidg.engine.encoder.graph.Shares;
import aidg.engine.torch.Safetensors;
import aidg.engine.torch.TorchDevice;
import java.util.Arrays;
import java.util.SplittableRandom;

/// Turns merchants of a snapshot into embeddings of 256 numbers, frozen weights, whole neighbourhoods. A
/// merchant first
/// seen today gets one from its features and its neighbours. Not for two threads at once. [PER-10] [X1]
public final class GraphEncoder implements AutoCloseable {

    private final NDManager manager;
    private final GraphNetwork network;

    private GraphEncoder(NDManager manager, GraphNetwork network) {
        this.manager = manager;
        this.network = network;
    }

    /// Reads weights in the safetensors form; they say themselves which aggregator they are for.
    ///
    /// @throws IllegalArgumentException if they are damaged or not of a graph network, saying which array
    public static GraphEncoder load(byte[] safetensors, TorchDevice device) {
        TorchDevice.prepareThread();
        NDManager manager = TorchDevice.engine().newBaseManager(device.device());
        try {
            return new GraphEncoder(manager, GraphNetwork.of(Safetensors.read(manager, safetensors)));
        } catch (RuntimeException e) {
            manager.close();
            throw e;
        }
    }

    public GraphDimensions dimensions() {
        return network.dimensions();
    }

    /// Embeddings of all merchants of a snapshot.
    ///
    /// @return (merchants, 256), in the order of the snapshot's ids
    public float[][] embed(GraphSnapshot snapshot) {
        check(snapshot);
        TorchDevice.prepareThread();
        Shares shares = aggregator().shares(snapshot.edges());
        int width = dimensions().widths().getLast();
        float[] flat = network.embed(shares, snapshot.features(), snapshot.merchants(), manager);
        float[][] rows = new float[snapshot.merchants()][];
        for (int m = 0; m < rows.length; m++) {
            rows[m] = Arrays.copyOfRange(flat, m * width, (m + 1) * width);
        }
        return rows;
    }

    /// Embedding of one merchant, from the part of the graph that it depends on.
    ///
    /// @param merchant its place among the snapshot's ids
    /// @return (256), what `embed` of the whole snapshot gives it, up to rounding
    public float[] embed(GraphSnapshot snapshot, int merchant) {
        check(snapshot);
        TorchDevice.prepareThread();
        int[] all = new int[dimensions().layers()];
        Arrays.fill(all, NeighbourSampler.ALL);
        Sample sample = new NeighbourSampler(aggregator().shares(snapshot.edges()))
                .draw(new int[] {merchant}, all, new SplittableRandom(0));
        float[] rows = sample.pick(snapshot.features(), snapshot.width());
        GraphNetwork.Dropout none = new GraphNetwork.Dropout(0, new SplittableRandom(0));
        try (NDManager scope = manager.newSubManager()) {
            return network.forward(rows, sample, none, scope).toFloatArray();
        }
    }

    /// What the linear step of the training reads off embeddings.
    ///
    /// @param embeddings (n, 256)
    /// @return (n, 4) in the order of `GraphTargets`: surprises of log traffic, log conversion and log ratio,
    ///     and the log-odds of success
    public float[][] readOut(float[][] embeddings) {
        TorchDevice.prepareThread();
        if (embeddings.length == 0) {
            return new float[0][];
        }
        try (NDManager scope = manager.newSubManager()) {
            int width = dimensions().widths().getLast();
            float[] flat = new float[embeddings.length * width];
            for (int i = 0; i < embeddings.length; i++) {
                System.arraycopy(embeddings[i], 0, flat, i * width, width);
            }
            NDArray told = network.readOut(scope.create(flat, new Shape(embeddings.length, width)));
            float[] values = told.toFloatArray();
            int outs = dimensions().readOuts();
            float[][] rows = new float[embeddings.length][];
            for (int i = 0; i < rows.length; i++) {
                rows[i] = Arrays.copyOfRange(values, i * outs, (i + 1) * outs);
            }
            return rows;
        }
    }

    private Aggregator aggregator() {
        return dimensions().aggregator();
    }

    private void check(GraphSnapshot snapshot) {
        if (snapshot.width() != dimensions().widths().getFirst()) {
            throw new IllegalArgumentException("the network reads %d numbers per node, the snapshot has %d"
                    .formatted(dimensions().widths().getFirst(), snapshot.width()));
        }
    }

    @Override
    public void close() {
        manager.close();
    }
}
