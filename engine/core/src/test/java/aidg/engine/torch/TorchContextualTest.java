package aidg.engine.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import aidg.engine.torch.packed.PackedScorer;
import aidg.engine.torch.packed.ScorerShape;
import aidg.engine.torch.packed.ScorerWeights;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// All ways to a score give the same probability.
class TorchContextualTest {

    private final ScorerShape shape = ScorerShape.STANDARD;
    private final RandomGenerator random = new SplittableRandom(3);
    private final ScorerWeights weights = ScorerWeights.random(shape, random);
    private final PackedScorer packed = PackedScorer.of(weights);
    private final TorchContextual torch = TorchContextual.of(weights, TorchDevice.choose(TorchDevice.Wish.CPU));

    @AfterEach
    void close() {
        torch.close();
    }

    private float[] floats(int count, double scale) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) (scale * random.nextGaussian());
        }
        return values;
    }

    private void assertRoutesAgree(int deals, double scale) {
        float[] memory = floats(shape.memory(), 1);
        float[] tokens = floats(deals * shape.dealInputs(), scale);
        float[] joints = floats(deals * shape.jointInputs(), Math.min(scale, 5));
        float[] outputs = new float[deals * shape.outputs()];

        packed.score(packed.fold(memory), tokens, joints, deals, outputs);

        double[] expected = probabilities(torch.plain(memory, tokens, joints));
        assertThat(probabilities(outputs)).as("packed").containsExactly(expected, within(1e-5));
        assertThat(probabilities(torch.folded(memory, tokens, joints)))
                .as("PyTorch, folded")
                .containsExactly(expected, within(1e-5));
    }

    @Test
    void routesAgreeOnOneDealAndOnMany() {
        assertRoutesAgree(1, 1);
        assertRoutesAgree(300, 1);
    }

    @Test
    void routesAgreeOnNothingAndOnExtremes() {
        assertRoutesAgree(3, 0);
        assertRoutesAgree(20, 10);
        assertRoutesAgree(20, 1000);
    }

    @Test
    void arraysOfAnotherSizeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> torch.plain(new float[3], new float[0], new float[0]))
                .withMessageStartingWith("memory, tokens and joints hold 3, 0 and 0 numbers");
    }

    @Test
    void theRouteIsThePackedOneUntilBothAreMeasured() {
        FastestRoute route = new FastestRoute(packed, torch);

        assertThat(route.route(1000)).isEqualTo(FastestRoute.Route.PACKED);
        assertThat(route.measure()).extracting(FastestRoute.Timing::deals).containsExactly(1, 10, 100, 1000);
        assertThat(route.route(30)).isEqualTo(route.measure().get(1).faster());
        assertThat(route.route(40)).isEqualTo(route.measure().get(2).faster());
        assertThat(route.route(9000)).isEqualTo(route.measure().get(3).faster());
    }

    private static double[] probabilities(float[] logits) {
        double[] probabilities = new double[logits.length];
        for (int i = 0; i < logits.length; i++) {
            probabilities[i] = 1 / (1 + Math.exp(-logits[i]));
        }
        return probabilities;
    }
}
