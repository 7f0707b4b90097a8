package aidg.engine.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assumptions.assumeThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// The building blocks against PyTorch's own figures, in float32 to 1e-5. [PER-5] [PER-6] [PER-11]
class LayersReferenceTest {

    private static final double TOLERANCE = 1e-5;
    private static final float HIDDEN = -1e30f;

    private static JsonNode fixture(String name) {
        Path file = Path.of(System.getProperty("aidg.reference", "../shared/data"), "reference", "nn_fixtures.json");
        assumeThat(Files.exists(file)).as("reference figures in %s", file).isTrue();
        return new ObjectMapper().readTree(file.toFile()).get(name);
    }

    private static NDManager manager() {
        return TorchDevice.engine()
                .newBaseManager(TorchDevice.choose(TorchDevice.Wish.CPU).device());
    }

    /// All numbers of a nested list, row by row; booleans as 0 and 1.
    private static float[] flat(JsonNode node) {
        List<Float> values = new ArrayList<>();
        collect(node, values);
        float[] flat = new float[values.size()];
        for (int i = 0; i < flat.length; i++) {
            flat[i] = values.get(i);
        }
        return flat;
    }

    private static void collect(JsonNode node, List<Float> values) {
        if (node.isArray()) {
            node.forEach(child -> collect(child, values));
        } else {
            values.add(node.isBoolean() ? (node.asBoolean() ? 1f : 0f) : (float) node.asDouble());
        }
    }

    private static Shape shape(JsonNode node) {
        List<Long> sizes = new ArrayList<>();
        for (JsonNode level = node; level.isArray(); level = level.get(0)) {
            sizes.add((long) level.size());
        }
        return new Shape(sizes.stream().mapToLong(Long::longValue).toArray());
    }

    private static NDArray array(JsonNode node, NDManager manager) {
        return manager.create(flat(node), shape(node));
    }

    private static Weights weights(Weights.Plan plan, Map<String, NDArray> named) {
        NDList arrays = new NDList();
        plan.names().forEach(name -> {
            NDArray array = Objects.requireNonNull(named.get(name), name);
            array.setName(name);
            array.setRequiresGradient(true);
            arrays.add(array);
        });
        return Weights.of(plan, arrays);
    }

    private static void isClose(NDArray actual, JsonNode expected) {
        isClose(actual.toFloatArray(), flat(expected));
    }

    private static void isClose(float[] actual, float[] expected) {
        assertThat(actual).hasSize(expected.length);
        for (int i = 0; i < expected.length; i++) {
            assertThat((double) actual[i]).as("number %d", i).isCloseTo(expected[i], offset(TOLERANCE));
        }
    }

    private static Weights attentionWeights(JsonNode given, NDManager manager) {
        Map<String, NDArray> named = new LinkedHashMap<>();
        named.put("a.qkv.weight", turned(given.get("in_proj_weight"), manager));
        named.put("a.qkv.bias", array(given.get("in_proj_bias"), manager));
        named.put("a.out.weight", turned(given.get("out_proj.weight"), manager));
        named.put("a.out.bias", array(given.get("out_proj.bias"), manager));
        return weights(SelfAttention.plan(new Weights.Plan(), "a", 8), named);
    }

    private static NDArray turned(JsonNode matrix, NDManager manager) {
        return array(matrix, manager).transpose().duplicate();
    }

    @Test
    void selfAttentionGivesPyTorchsOutputAndWeightsPlainPaddedAndCausal() {
        JsonNode fixture = fixture("multihead_attention");
        try (NDManager manager = manager()) {
            Weights weights = attentionWeights(fixture.get("weights"), manager);
            SelfAttention attention = new SelfAttention(weights, "a", 2);
            NDArray x = array(fixture.get("x"), manager);

            SelfAttention.Attended plain = attention.forward(x, null);
            isClose(plain.output(), fixture.get("y"));
            isClose(plain.attention().mean(new int[] {1}), fixture.get("attn_avg"));

            NDArray pad = array(fixture.get("pad_mask_true_is_ignored"), manager)
                    .mul(HIDDEN)
                    .reshape(2, 1, 1, 5);
            SelfAttention.Attended padded = attention.forward(x, pad);
            isClose(padded.output(), fixture.get("y_pad"));
            isClose(padded.attention().mean(new int[] {1}), fixture.get("attn_pad"));

            SelfAttention.Attended causal = attention.forward(x, causal(5, manager));
            isClose(causal.output(), fixture.get("y_causal"));
            isClose(causal.attention().mean(new int[] {1}), fixture.get("attn_causal"));
        }
    }

    private static NDArray causal(int tokens, NDManager manager) {
        float[] bias = new float[tokens * tokens];
        for (int i = 0; i < tokens; i++) {
            for (int j = i + 1; j < tokens; j++) {
                bias[i * tokens + j] = HIDDEN;
            }
        }
        return manager.create(bias, new Shape(1, 1, tokens, tokens));
    }

    @ParameterizedTest
    @CsvSource({
        "encoder_layer_postnorm_relu, RELU, AFTER",
        "encoder_layer_postnorm_gelu, GELU, AFTER",
        "encoder_layer_prenorm_relu, RELU, BEFORE",
        "encoder_layer_prenorm_gelu, GELU, BEFORE"
    })
    void anEncoderLayerGivesPyTorchsOutputAndGradients(String name, EncoderLayer.Act act, EncoderLayer.Norm norm) {
        JsonNode fixture = fixture(name);
        try (NDManager manager = manager()) {
            Weights weights = layerWeights(fixture.get("weights"), manager);
            NDArray x = array(fixture.get("x"), manager);
            x.setRequiresGradient(true);
            NDArray pad = array(fixture.get("pad"), manager).mul(HIDDEN).reshape(2, 1, 1, 5);
            float[] ramp = new float[80];
            for (int i = 0; i < ramp.length; i++) {
                ramp[i] = (i % 7) / 7f;
            }
            try (GradientCollector collector = TorchDevice.engine().newGradientCollector()) {
                NDArray y = new EncoderLayer(weights, "l", 2, act, norm).forward(x, pad);
                NDArray loss = y.mul(manager.create(ramp, new Shape(2, 5, 8))).sum();
                collector.backward(loss);
                isClose(y, fixture.get("y"));
            }
            isClose(x.getGradient(), fixture.get("grad_x"));
            JsonNode gradients = fixture.get("grads");
            isClose(
                    weights.get("l.widen.weight").getGradient().transpose().duplicate(),
                    gradients.get("linear1.weight"));
            isClose(
                    weights.get("l.qkv.weight").getGradient().transpose().duplicate(),
                    gradients.get("self_attn.in_proj_weight"));
            isClose(weights.get("l.norm1.gain").getGradient(), gradients.get("norm1.weight"));
            isClose(weights.get("l.norm2.bias").getGradient(), gradients.get("norm2.bias"));
        }
    }

    private static Weights layerWeights(JsonNode given, NDManager manager) {
        Map<String, NDArray> named = new LinkedHashMap<>();
        named.put("l.qkv.weight", turned(given.get("self_attn.in_proj_weight"), manager));
        named.put("l.qkv.bias", array(given.get("self_attn.in_proj_bias"), manager));
        named.put("l.out.weight", turned(given.get("self_attn.out_proj.weight"), manager));
        named.put("l.out.bias", array(given.get("self_attn.out_proj.bias"), manager));
        named.put("l.widen.weight", turned(given.get("linear1.weight"), manager));
        named.put("l.widen.bias", array(given.get("linear1.bias"), manager));
        named.put("l.narrow.weight", turned(given.get("linear2.weight"), manager));
        named.put("l.narrow.bias", array(given.get("linear2.bias"), manager));
        for (String norm : new String[] {"norm1", "norm2"}) {
            named.put("l." + norm + ".gain", array(given.get(norm + ".weight"), manager));
            named.put("l." + norm + ".bias", array(given.get(norm + ".bias"), manager));
        }
        return weights(EncoderLayer.plan(new Weights.Plan(), "l", 8, 16), named);
    }

    /// softmax([1, 0, 1] / sqrt 2) by hand.
    @Test
    void attentionIsTheScaledSoftmax() {
        try (NDManager manager = manager()) {
            Map<String, NDArray> named = new LinkedHashMap<>();
            named.put(
                    "a.qkv.weight", manager.create(new float[] {1, 0, 1, 0, 1, 0, 0, 1, 0, 1, 0, 1}, new Shape(2, 6)));
            named.put("a.qkv.bias", manager.zeros(new Shape(6)));
            named.put("a.out.weight", manager.create(new float[] {1, 0, 0, 1}, new Shape(2, 2)));
            named.put("a.out.bias", manager.zeros(new Shape(2)));
            Weights weights = weights(SelfAttention.plan(new Weights.Plan(), "a", 2), named);
            NDArray x = manager.create(new float[] {1, 0, 0, 1, 1, 1}, new Shape(1, 3, 2));

            float[] rows = new SelfAttention(weights, "a", 1)
                    .forward(x, null)
                    .attention()
                    .toFloatArray();

            isClose(java.util.Arrays.copyOf(rows, 3), new float[] {0.4011120927f, 0.1977758146f, 0.4011120927f});
        }
    }

    @Test
    void anLstmGivesPyTorchsStateAfterEveryStep() {
        JsonNode fixture = fixture("lstm");
        JsonNode given = fixture.get("weights");
        try (NDManager manager = manager()) {
            Map<String, NDArray> named = new LinkedHashMap<>();
            named.put("r.input0.weight", array(given.get("weight_ih_l0"), manager));
            named.put("r.state0.weight", array(given.get("weight_hh_l0"), manager));
            named.put("r.input0.bias", array(given.get("bias_ih_l0"), manager));
            named.put("r.state0.bias", array(given.get("bias_hh_l0"), manager));
            Weights weights = weights(Lstm.plan(new Weights.Plan(), "r", 4, 6, 1), named);

            NDArray y = new Lstm(weights, "r", 6, 1).forward(array(fixture.get("x"), manager));

            isClose(y, fixture.get("y"));
        }
    }

    @Test
    void layerNormalisationGivesWhatPyTorchGives() {
        JsonNode fixture = fixture("layer_norm");
        try (NDManager manager = manager()) {
            Map<String, NDArray> named = new LinkedHashMap<>();
            named.put("n.gain", array(fixture.get("weights").get("weight"), manager));
            named.put("n.bias", array(fixture.get("weights").get("bias"), manager));
            Weights weights = weights(new Weights.Plan().norm("n", 8), named);

            isClose(Layers.norm(array(fixture.get("x"), manager), weights, "n"), fixture.get("y"));
        }
    }
}
