package aidg.engine.torch.graph;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import aidg.engine.encoder.graph.Aggregator;
import aidg.engine.encoder.graph.GraphDimensions;
import aidg.engine.encoder.graph.Sample;
import aidg.engine.encoder.graph.Shares;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/// Message-passing layers: GraphSAGE with a weighted mean (Hamilton, Ying & Leskovec 2017), or graph
/// convolution. The
/// weights belong to the features, not to the nodes, so a node never seen before gets an embedding too. [PER-10]
/// [X1]
///
/// A layer is `relu(h W_self + (sum of shares · neighbours' h) W_neighbour + b)`; `GCN` has no `W_self`, its
/// shares count the node itself. The last layer is linear. Every operation starts from an array of the scope,
/// so that results are freed with it.
final class GraphNetwork {

    private static final String READ_OUT = "readout";

    /// The read-out starts small, so that the first steps do not undo what chance made of it.
    private static final double READ_OUT_GAIN = 0.1;

    /// Rows that go through a layer at once when whole graphs are embedded.
    private static final int CHUNK = 8192;

    private final GraphDimensions dims;
    private final Map<String, NDArray> weights;

    private GraphNetwork(GraphDimensions dims, Map<String, NDArray> weights) {
        this.dims = dims;
        this.weights = weights;
    }

    /// Fresh weights: Glorot-uniform matrices, zero biases, drawn from `random` in file order.
    static GraphNetwork initial(GraphDimensions dims, NDManager manager, RandomGenerator random) {
        Map<String, NDArray> weights = new LinkedHashMap<>();
        shapes(dims).forEach((name, shape) -> {
            float[] values = new float[(int) shape.size()];
            if (name.endsWith(".weight")) {
                double gain = name.startsWith(READ_OUT) ? READ_OUT_GAIN : 1;
                double limit = gain * Math.sqrt(6.0 / (shape.get(0) + shape.get(1)));
                for (int i = 0; i < values.length; i++) {
                    values[i] = (float) (limit * (2 * random.nextDouble() - 1));
                }
            }
            NDArray array = manager.create(values, shape);
            array.setName(name);
            weights.put(name, array);
        });
        return new GraphNetwork(dims, weights);
    }

    /// A network from its arrays; their names and shapes say what it looks like.
    ///
    /// @throws IllegalArgumentException if they do not make one
    static GraphNetwork of(NDList arrays) {
        Map<String, NDArray> weights = new LinkedHashMap<>();
        arrays.forEach(array -> weights.put(array.getName(), array));
        GraphDimensions dims = dimensions(weights);
        Map<String, Shape> shapes = shapes(dims);
        if (!shapes.keySet().equals(weights.keySet())) {
            throw new IllegalArgumentException(
                    "the weights are named %s, expected %s".formatted(weights.keySet(), shapes.keySet()));
        }
        shapes.forEach((name, shape) -> {
            NDArray array = weights.get(name);
            if (array == null || !array.getShape().equals(shape) || array.getDataType() != DataType.FLOAT32) {
                throw new IllegalArgumentException("the array '%s' is not float32 %s".formatted(name, shape));
            }
        });
        return new GraphNetwork(dims, weights);
    }

    private static GraphDimensions dimensions(Map<String, NDArray> weights) {
        List<Integer> widths = new ArrayList<>();
        for (int layer = 1; ; layer++) {
            NDArray matrix = weights.get("layer%d.neighbour.weight".formatted(layer));
            if (matrix == null || matrix.getShape().dimension() != 2) {
                break;
            }
            if (layer == 1) {
                widths.add((int) matrix.getShape().get(0));
            }
            widths.add((int) matrix.getShape().get(1));
        }
        NDArray readOut = weights.get(READ_OUT + ".bias");
        return new GraphDimensions(
                weights.containsKey("layer1.self.weight") ? Aggregator.MEAN : Aggregator.GCN,
                widths,
                readOut == null ? 0 : (int) readOut.getShape().size());
    }

    /// Name and shape of every weight, in file order.
    static Map<String, Shape> shapes(GraphDimensions dims) {
        Map<String, Shape> shapes = new LinkedHashMap<>();
        for (int layer = 1; layer <= dims.layers(); layer++) {
            int in = dims.widths().get(layer - 1);
            int out = dims.widths().get(layer);
            if (dims.aggregator() == Aggregator.MEAN) {
                shapes.put("layer%d.self.weight".formatted(layer), new Shape(in, out));
            }
            shapes.put("layer%d.neighbour.weight".formatted(layer), new Shape(in, out));
            shapes.put("layer%d.bias".formatted(layer), new Shape(out));
        }
        if (dims.readOuts() > 0) {
            shapes.put(READ_OUT + ".weight", new Shape(dims.widths().getLast(), dims.readOuts()));
            shapes.put(READ_OUT + ".bias", new Shape(dims.readOuts()));
        }
        return shapes;
    }

    GraphDimensions dimensions() {
        return dims;
    }

    NDList arrays() {
        return new NDList(weights.values());
    }

    /// Values that come between two layers are dropped with some probability and the others raised in turn; 0 for
    /// none.
    record Dropout(double share, RandomGenerator random) {

        private NDArray on(NDArray x, NDManager scope) {
            if (share == 0) {
                return x;
            }
            float[] mask = new float[(int) x.getShape().size()];
            float kept = (float) (1 / (1 - share));
            for (int i = 0; i < mask.length; i++) {
                mask[i] = random.nextDouble() < share ? 0 : kept;
            }
            return x.mul(scope.create(mask, x.getShape()));
        }
    }

    /// Embeddings of a sample's seeds, with gradients where they are on.
    ///
    /// @param rows features of the sample's nodes, (nodes, first width)
    /// @return (seeds, last width)
    NDArray forward(float[] rows, Sample sample, Dropout dropout, NDManager scope) {
        Sample.Block first = sample.blocks().getFirst();
        int width = dims.widths().getFirst();
        NDArray own = scope.create(Arrays.copyOf(rows, first.targets() * width), new Shape(first.targets(), width));
        NDArray messages = scope.create(first.gather(rows, width), new Shape(first.targets(), width));
        NDArray x = layer(1, own, messages);
        for (int layer = 2; layer <= dims.layers(); layer++) {
            Sample.Block block = sample.blocks().get(layer - 1);
            NDArray between = dropout.on(Activation.relu(x), scope);
            NDArray targets = between.get(new NDIndex(":{}", block.targets()));
            x = layer(layer, targets, messages(between, targets, block, scope));
        }
        return x;
    }

    private NDArray messages(NDArray sources, NDArray targets, Sample.Block block, NDManager scope) {
        long width = sources.getShape().get(1);
        long slots = block.slots().length;
        NDArray picks = scope.create(block.slots(), new Shape(slots, 1))
                .toType(DataType.INT64, false)
                .broadcast(new Shape(slots, width));
        NDArray sums = sources.gather(picks, 0)
                .mul(scope.create(block.shares(), new Shape(slots, 1)))
                .reshape(block.targets(), block.fan(), width)
                .sum(new int[] {1});
        return dims.aggregator() == Aggregator.MEAN
                ? sums
                : sums.add(targets.mul(scope.create(block.own(), new Shape(block.targets(), 1))));
    }

    private NDArray layer(int layer, NDArray own, NDArray messages) {
        NDArray x = messages.matMul(w("layer%d.neighbour.weight".formatted(layer)));
        if (dims.aggregator() == Aggregator.MEAN) {
            x = x.add(own.matMul(w("layer%d.self.weight".formatted(layer))));
        }
        return x.add(w("layer%d.bias".formatted(layer)));
    }

    /// What the linear step reads off embeddings.
    ///
    /// @param embeddings (n, last width)
    /// @return (n, read-outs)
    NDArray readOut(NDArray embeddings) {
        return embeddings.matMul(w(READ_OUT + ".weight")).add(w(READ_OUT + ".bias"));
    }

    /// Embeddings of a graph's first nodes from whole neighbourhoods, layer by layer, some rows at a time:
    /// memory is
    /// that of two layers.
    ///
    /// @param features (nodes, first width)
    /// @param wanted   how many nodes, from the first
    /// @return (wanted, last width)
    float[] embed(Shares shares, float[] features, int wanted, NDManager manager) {
        float[] rows = features;
        for (int layer = 1; layer <= dims.layers(); layer++) {
            int nodes = layer == dims.layers() ? wanted : shares.edges().nodes();
            int in = dims.widths().get(layer - 1);
            int out = dims.widths().get(layer);
            float[] next = new float[nodes * out];
            for (int from = 0; from < nodes; from += CHUNK) {
                int until = Math.min(nodes, from + CHUNK);
                float[] own = Arrays.copyOfRange(rows, from * in, until * in);
                float[] messages = shares.gather(rows, in, from, until);
                try (NDManager scope = manager.newSubManager()) {
                    NDArray x = layer(
                            layer,
                            scope.create(own, new Shape(until - from, in)),
                            scope.create(messages, new Shape(until - from, in)));
                    float[] done = (layer < dims.layers() ? Activation.relu(x) : x).toFloatArray();
                    System.arraycopy(done, 0, next, from * out, done.length);
                }
            }
            rows = next;
        }
        return rows;
    }

    /// Rows scaled to length 1, so that their products are cosines; rows of zeros stay.
    static NDArray unitLength(NDArray rows) {
        NDArray length = rows.square().sum(new int[] {1}, true).sqrt();
        return rows.div(length.maximum(1e-12));
    }

    private NDArray w(String name) {
        NDArray array = weights.get(name);
        if (array == null) {
            throw new IllegalStateException("no weight is named " + name);
        }
        return array;
    }
}
