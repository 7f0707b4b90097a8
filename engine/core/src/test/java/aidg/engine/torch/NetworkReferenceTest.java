package aidg.engine.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assumptions.assumeThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import aidg.engine.scorer.ScorerDimensions;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// The network and the optimiser against PyTorch's own figures and a closed form.
class NetworkReferenceTest {

    private static final float OFFSET = 12;

    private static JsonNode fixtures() {
        Path file = Path.of(System.getProperty("aidg.reference", "../shared/data"), "reference", "nn_fixtures.json");
        assumeThat(Files.exists(file)).as("reference figures in %s", file).isTrue();
        return new ObjectMapper().readTree(file.toFile());
    }

    private static float[][] matrix(JsonNode rows) {
        float[][] matrix = new float[rows.size()][];
        for (int i = 0; i < matrix.length; i++) {
            matrix[i] = vector(rows.get(i));
        }
        return matrix;
    }

    private static float[] vector(JsonNode values) {
        float[] vector = new float[values.size()];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) values.get(i).asDouble();
        }
        return vector;
    }

    private static NDManager manager() {
        TorchDevice cpu = TorchDevice.choose(TorchDevice.Wish.CPU);
        return TorchDevice.engine().newBaseManager(cpu.device());
    }

    /// A network whose tokens are `mixed` whatever comes in; weights that are not named are 0, gains 1.
    private static Network network(
            ScorerDimensions dims, float[] mixed, Map<String, float[]> named, NDManager manager) {
        Map<String, float[]> values = new LinkedHashMap<>(named);
        values.put("mix.bias", mixed);
        NDList arrays = new NDList();
        Network.shapes(dims).forEach((name, shape) -> {
            float[] some = values.getOrDefault(name, new float[(int) shape.size()]);
            NDArray array = manager.create(some, shape);
            array.setName(name);
            arrays.add(array);
        });
        return Network.of(dims, arrays);
    }

    private static Network.Forward forward(Network network, ScorerDimensions dims, NDManager manager) {
        return network.forward(
                manager.zeros(new Shape(1, dims.tokens(), dims.tokenWidth())), manager.zeros(new Shape(1)));
    }

    private static float[] transposed(float[][] rows, int from, int to) {
        int width = rows[0].length;
        float[] flat = new float[width * (to - from)];
        for (int i = from; i < to; i++) {
            for (int j = 0; j < width; j++) {
                flat[j * (to - from) + i - from] = rows[i][j];
            }
        }
        return flat;
    }

    private static float[] identity(int size) {
        float[] flat = new float[size * size];
        for (int i = 0; i < size; i++) {
            flat[i * size + i] = 1;
        }
        return flat;
    }

    /// softmax([1, 0, 1] / sqrt 2) by hand.
    @Test
    void attentionIsTheScaledSoftmax() {
        ScorerDimensions dims = new ScorerDimensions(3, 3, 1, 2, 1, 1, 1);
        float[] same = {1, 0, 0, 1, 1, 1, 1, 0, 0, 1, 1, 1};
        Map<String, float[]> plain = Map.of("query.weight", identity(2), "key.weight", identity(2));
        try (NDManager manager = manager()) {
            float[] weights = forward(network(dims, same, plain, manager), dims, manager)
                    .attention()
                    .toFloatArray();

            assertThat((double) weights[0]).isCloseTo(0.4011120927, offset(1e-6));
            assertThat((double) weights[1]).isCloseTo(0.1977758146, offset(1e-6));
            assertThat((double) weights[2]).isCloseTo(0.4011120927, offset(1e-6));
        }
    }

    /// PyTorch's `TransformerEncoderLayer(norm_first=False, activation=gelu)`: if deal and merchant hold the same
    /// tokens,
    /// ours is the same layer. The head is set to hand through two numbers at a time.
    @Test
    void oneLayerGivesWhatPyTorchGives() {
        JsonNode fixture = fixtures().get("encoder_layer_postnorm_gelu");
        JsonNode weights = fixture.get("weights");
        float[][] x = matrix(fixture.get("x").get(0));
        float[][] expected = matrix(fixture.get("y").get(0));
        int width = fixture.get("d_model").asInt();
        int wide = fixture.get("ff").asInt();
        int size = x.length * width;
        ScorerDimensions dims = new ScorerDimensions(
                x.length, x.length, 1, width, fixture.get("nhead").asInt(), wide, size);
        Map<String, float[]> named = layer(weights, width, size);
        float[] mixed = new float[2 * size];
        for (int i = 0; i < 2 * size; i++) {
            mixed[i] = x[i / width % x.length][i % width];
        }
        try (NDManager manager = manager()) {
            for (int at = 0; at < size; at += 2) {
                float[] pick = new float[size * 4];
                pick[at * 4] = 1;
                pick[(at + 1) * 4 + 1] = 1;
                named.put("result.weight", pick);
                Network.Forward forward = forward(network(dims, mixed, named, manager), dims, manager);
                assertThat(forward.approval().getFloat(0)).isCloseTo(expected[at / width][at % width], offset(1e-5f));
                assertThat(forward.reach().getFloat(0)).isCloseTo(expected[at / width][at % width + 1], offset(1e-5f));
            }
        }
    }

    private static Map<String, float[]> layer(JsonNode weights, int width, int size) {
        Map<String, float[]> named = new LinkedHashMap<>();
        float[][] in = matrix(weights.get("self_attn.in_proj_weight"));
        float[] inBias = vector(weights.get("self_attn.in_proj_bias"));
        String[] parts = {"query", "key", "value"};
        for (int p = 0; p < parts.length; p++) {
            named.put(parts[p] + ".weight", transposed(in, p * width, (p + 1) * width));
            named.put(parts[p] + ".bias", java.util.Arrays.copyOfRange(inBias, p * width, (p + 1) * width));
        }
        Function<String, float[]> turned = name -> {
            float[][] rows = matrix(weights.get(name));
            return transposed(rows, 0, rows.length);
        };
        named.put("out.weight", turned.apply("self_attn.out_proj.weight"));
        named.put("out.bias", vector(weights.get("self_attn.out_proj.bias")));
        named.put("widen.weight", turned.apply("linear1.weight"));
        named.put("widen.bias", vector(weights.get("linear1.bias")));
        named.put("narrow.weight", turned.apply("linear2.weight"));
        named.put("narrow.bias", vector(weights.get("linear2.bias")));
        for (String norm : new String[] {"norm1", "norm2"}) {
            named.put(norm + ".gain", vector(weights.get(norm + ".weight")));
            named.put(norm + ".bias", vector(weights.get(norm + ".bias")));
        }
        named.put("pool.weight", identity(size));
        float[] far = new float[size];
        java.util.Arrays.fill(far, OFFSET);
        named.put("pool.bias", far);
        named.put("result.bias", new float[] {-OFFSET, -OFFSET, 0, 0});
        return named;
    }

    /// PyTorch's AdamW on a linear regression, ten steps: rate 0.05, decay 0.1, mean squared error.
    @Test
    void tenStepsOfAdamWGoWherePyTorchGoes() {
        JsonNode fixture = fixtures().get("optimizers_linear_regression_10_steps");
        float[][] rows = matrix(fixture.get("X"));
        float[] inputs = new float[rows.length * 4];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(rows[i], 0, inputs, i * 4, 3);
            inputs[i * 4 + 3] = 1;
        }
        try (NDManager manager = manager()) {
            NDArray x = manager.create(inputs, new Shape(rows.length, 4));
            NDArray y = manager.create(vector(fixture.get("y")), new Shape(rows.length, 1));
            NDArray w = manager.zeros(new Shape(4, 1));
            w.setName("linear.weight");
            w.setRequiresGradient(true);
            NDList weights = new NDList(w);
            AdamW optimizer = AdamW.fresh(0.1, weights, manager);
            for (JsonNode step : fixture.get("trace").get("adamw")) {
                float loss = descend(x, y, weights, optimizer);

                assertThat(loss).isCloseTo((float) step.get("loss").asDouble(), offset(1e-5f));
                assertThat(w.toFloatArray()).containsExactly(vector(step.get("w")), offset(1e-5f));
            }
            assertThat(optimizer.steps()).isEqualTo(10);
        }
    }

    private static float descend(NDArray x, NDArray y, NDList weights, AdamW optimizer) {
        try (GradientCollector collector = TorchDevice.engine().newGradientCollector()) {
            NDArray loss = x.matMul(weights.getFirst()).sub(y).square().mean();
            collector.backward(loss);
            float value = loss.getFloat();
            TorchDevice.prepareThread();
            optimizer.step(weights, 0.05);
            return value;
        }
    }

    @Test
    void biasesAndGainsDoNotDecay() {
        try (NDManager manager = manager()) {
            NDArray bias = manager.create(new float[] {1});
            NDArray weight = manager.create(new float[] {1});
            bias.setName("linear.bias");
            weight.setName("linear.weight");
            NDList both = new NDList(bias, weight);
            both.forEach(array -> array.setRequiresGradient(true));
            AdamW optimizer = AdamW.fresh(0.5, both, manager);
            try (GradientCollector collector = TorchDevice.engine().newGradientCollector()) {
                collector.backward(bias.add(weight).mul(0).sum());
                TorchDevice.prepareThread();
                optimizer.step(both, 0.1);
            }

            assertThat(bias.getFloat(0)).isEqualTo(1);
            assertThat(weight.getFloat(0)).isCloseTo(0.95f, offset(1e-6f));
        }
    }

    @Test
    void gradientsSurviveAGarbageCollectionBetweenForwardAndBackward() {
        try (NDManager manager = manager()) {
            NDArray weight = manager.create(new float[] {3});
            weight.setRequiresGradient(true);
            List<ByteBuffer> reusing = new ArrayList<>();
            try (GradientCollector collector = TorchDevice.engine().newGradientCollector()) {
                NDArray product = weight.mul(Factor.of(0.5, manager)).sum();
                System.gc();
                for (int i = 0; i < 10_000; i++) {
                    reusing.add(ByteBuffer.allocateDirect(Float.BYTES));
                }
                collector.backward(product);
            }

            assertThat(weight.getGradient().toFloatArray()).containsExactly(0.5f);
            assertThat(reusing).hasSize(10_000);
        }
    }
}
