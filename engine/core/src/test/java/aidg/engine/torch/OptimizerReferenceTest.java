package aidg.engine.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assumptions.assumeThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// The optimiser against PyTorch's own figures.
class OptimizerReferenceTest {

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
