package aidg.engine.torch.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import aidg.engine.encoder.graph.Aggregator;
import aidg.engine.encoder.graph.Edges;
import aidg.engine.encoder.graph.GraphDimensions;
import aidg.engine.encoder.graph.NeighbourSampler;
import aidg.engine.encoder.graph.Sample;
import aidg.engine.encoder.graph.Shares;
import aidg.engine.torch.TorchDevice;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The layers against an independent implementation, and sampled passes against whole ones. [PER-10] [X1]
class GraphNetworkTest {

    private static final GraphNetwork.Dropout NONE = new GraphNetwork.Dropout(0, new SplittableRandom(1));

    private static NDManager manager() {
        TorchDevice cpu = TorchDevice.choose(TorchDevice.Wish.CPU);
        return TorchDevice.engine().newBaseManager(cpu.device());
    }

    private static NDArray array(NDManager manager, String name, float[] values, long... shape) {
        NDArray array = manager.create(values, new Shape(shape));
        array.setName(name);
        return array;
    }

    /// Six nodes in a ring with a chord, weights that differ.
    private static Edges ring() {
        return Edges.undirected(6, new int[] {0, 1, 2, 3, 4, 5, 0}, new int[] {1, 2, 3, 4, 5, 0, 3}, new float[] {
            1, 2, 0.5f, 1, 3, 1, 0.25f
        });
    }

    private static float[] features(int nodes, int width) {
        SplittableRandom random = new SplittableRandom(3);
        float[] features = new float[nodes * width];
        for (int i = 0; i < features.length; i++) {
            features[i] = (float) random.nextGaussian();
        }
        return features;
    }

    @Test
    void graphConvolutionGivesTheReferenceOnTheKarateClub() {
        JsonNode karate = ReferenceGraphs.read("reference", "graph.json").get("karate");
        Shares shares = Aggregator.GCN.shares(ReferenceGraphs.edges(34, karate.get("edges")));
        try (NDManager manager = manager()) {
            GraphNetwork network = GraphNetwork.of(new NDList(
                    array(manager, "layer1.neighbour.weight", ReferenceGraphs.rows(karate.get("W1")), 4, 5),
                    array(manager, "layer1.bias", new float[5], 5),
                    array(manager, "layer2.neighbour.weight", ReferenceGraphs.rows(karate.get("W2")), 5, 2),
                    array(manager, "layer2.bias", new float[2], 2)));

            float[] output = network.embed(shares, ReferenceGraphs.rows(karate.get("X")), 34, manager);

            assertThat(output)
                    .containsExactly(ReferenceGraphs.rows(karate.get("gcn_2layer_relu_output")), offset(1e-5f));
        }
    }

    @Test
    void sageGivesTheReferenceOnTheKarateClub() {
        JsonNode karate = ReferenceGraphs.read("reference", "graph.json").get("karate");
        Shares shares = Aggregator.MEAN.shares(ReferenceGraphs.edges(34, karate.get("edges")));
        float[] both = ReferenceGraphs.rows(karate.get("W_sage_concat_self_then_mean_neighbour"));
        try (NDManager manager = manager()) {
            GraphNetwork network = GraphNetwork.of(new NDList(
                    array(manager, "layer1.self.weight", Arrays.copyOf(both, 12), 4, 3),
                    array(manager, "layer1.neighbour.weight", Arrays.copyOfRange(both, 12, 24), 4, 3),
                    array(manager, "layer1.bias", new float[3], 3)));

            float[] output = network.embed(shares, ReferenceGraphs.rows(karate.get("X")), 34, manager);
            NDArray positive = Activation.relu(manager.create(output, new Shape(34, 3)));

            assertThat(positive.toFloatArray())
                    .containsExactly(ReferenceGraphs.rows(karate.get("sage_relu_output")), offset(1e-5f));
            assertThat(GraphNetwork.unitLength(positive).toFloatArray())
                    .containsExactly(ReferenceGraphs.rows(karate.get("sage_l2_normalised")), offset(1e-5f));
        }
    }

    @Test
    void aSampleOfWholeNeighbourhoodsGivesWhatTheWholeGraphGives() {
        for (Aggregator aggregator : Aggregator.values()) {
            GraphDimensions dims = new GraphDimensions(aggregator, List.of(4, 5, 6, 3), 0);
            Shares shares = aggregator.shares(ring());
            float[] features = features(6, 4);
            try (NDManager manager = manager()) {
                GraphNetwork network = GraphNetwork.initial(dims, manager, new SplittableRandom(5));
                float[] whole = network.embed(shares, features, 6, manager);
                int[] all = {NeighbourSampler.ALL, NeighbourSampler.ALL, NeighbourSampler.ALL};
                Sample sample = new NeighbourSampler(shares).draw(new int[] {4, 1}, all, new SplittableRandom(1));

                float[] part = network.forward(sample.pick(features, 4), sample, NONE, manager)
                        .toFloatArray();

                assertThat(part).containsExactly(rows(whole, 3, 4, 1), offset(1e-5f));
            }
        }
    }

    private static float[] rows(float[] all, int width, int... rows) {
        float[] some = new float[rows.length * width];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(all, rows[i] * width, some, i * width, width);
        }
        return some;
    }

    @Test
    void samplesAreRightOnAverage() {
        Shares shares = Aggregator.MEAN.shares(Edges.undirected(
                9, new int[] {0, 0, 0, 0, 0, 0, 0, 0}, IntStream.range(1, 9).toArray(), new float[] {
                    1, 2, 3, 4, 5, 6, 7, 8
                }));
        float[] features = features(9, 1);
        NeighbourSampler sampler = new NeighbourSampler(shares);
        SplittableRandom random = new SplittableRandom(2);
        double sum = 0;
        for (int i = 0; i < 4000; i++) {
            Sample sample = sampler.draw(new int[] {0}, new int[] {3}, random);
            sum += sample.blocks().getFirst().gather(sample.pick(features, 1), 1)[0];
        }

        assertThat(sum / 4000).isCloseTo(shares.gather(features, 1, 0, 1)[0], offset(0.04));
    }

    @Test
    void weightsThatMakeNoNetworkAreRefused() {
        try (NDManager manager = manager()) {
            NDList stray = new NDList(
                    array(manager, "layer1.neighbour.weight", new float[6], 2, 3),
                    array(manager, "layer1.bias", new float[2], 2));

            assertThatThrownBy(() -> GraphNetwork.of(stray))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("layer1.bias");
        }
    }
}
