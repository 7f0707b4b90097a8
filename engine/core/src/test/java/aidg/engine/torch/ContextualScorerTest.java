package aidg.engine.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import ai.djl.ndarray.NDManager;
import aidg.engine.encoder.MerchantMemory;
import aidg.engine.scorer.Scorer;
import aidg.engine.scorer.Scorer.Question;
import aidg.engine.scorer.ScorerDimensions;
import aidg.engine.scorer.Start;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// Serving on PyTorch through DJL. [PER-13]
class ContextualScorerTest {

    private static final ScorerDimensions DIMS = new ScorerDimensions(3, 5, 32, 4, 6, 8, 32, 4, 64, 24);

    private static byte[] weights() {
        TorchDevice cpu = TorchDevice.choose(TorchDevice.Wish.CPU);
        try (NDManager manager = TorchDevice.engine().newBaseManager(cpu.device())) {
            Weights.Plan plan = ScorerNetwork.plan(new Weights.Plan(), DIMS, Start.none(DIMS));
            return Weights.fresh(plan, manager, new SplittableRandom(5)).bytes();
        }
    }

    private static ContextualScorer scorer() {
        return ContextualScorer.load(weights(), DIMS, TorchDevice.choose(TorchDevice.Wish.CPU));
    }

    private static float[] draw(int size, SplittableRandom random) {
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    private static Question question(long seed, float risk) {
        SplittableRandom random = new SplittableRandom(seed);
        MerchantMemory memory = new MerchantMemory("m" + seed, new float[32], draw(5 * 32, random));
        return new Question(memory, draw(3 * 4, random), draw(6, random), risk);
    }

    /// [B3]
    @Test
    void attentionRowsSumToOneAndDifferBetweenTokensAndDeals() {
        try (Scorer scorer = scorer()) {
            float[][] first = scorer.attention(question(3, 0));

            assertThat(first).hasDimensions(3, 5);
            for (float[] row : first) {
                double sum = 0;
                for (float weight : row) {
                    sum += weight;
                }
                assertThat(sum).isCloseTo(1, offset(1e-5));
            }
            assertThat(first[0]).isNotEqualTo(first[1]);
            assertThat(first).isNotEqualTo(scorer.attention(question(4, 0)));
        }
    }

    @Test
    void aDealScoresTheSameAloneAndInABatch() {
        try (Scorer scorer = scorer()) {
            List<Question> many = new ArrayList<>();
            for (int i = 0; i < 600; i++) {
                many.add(question(i, 0));
            }
            List<Scorer.Output> together = scorer.score(many);

            assertThat(together).hasSize(600);
            for (int i : new int[] {0, 17, 255, 256, 599}) {
                assertThat(scorer.score(List.of(many.get(i))).getFirst().joint())
                        .isCloseTo(together.get(i).joint(), offset(1e-5));
            }
        }
    }

    /// [PER-14]
    @Test
    void overrideRiskTakesLogOddsOffInProportion() {
        try (Scorer scorer = scorer()) {
            List<Scorer.Output> outputs = scorer.score(List.of(question(1, 0), question(1, 0.1f), question(1, 0.2f)));

            assertThat(outputs.get(0).penalty()).isZero();
            assertThat(outputs.get(1).penalty()).isPositive();
            assertThat(outputs.get(2).penalty()).isCloseTo(2 * outputs.get(1).penalty(), offset(1e-6));
            assertThat(outputs.get(2).adjusted()).isLessThan(outputs.get(1).adjusted());
        }
    }

    @Test
    void damagedWeightsAreRefusedWithAReason() {
        byte[] weights = weights();
        TorchDevice cpu = TorchDevice.choose(TorchDevice.Wish.CPU);

        assertThatThrownBy(() -> ContextualScorer.load(Arrays.copyOf(weights, 100), DIMS, cpu))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not a whole safetensors file");
        ScorerDimensions other = new ScorerDimensions(3, 5, 64, 4, 6, 8, 64, 4, 64, 24);
        assertThatThrownBy(() -> ContextualScorer.load(weights, other, cpu))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'lift.weight'");
    }

    @Test
    void theJointLogOddsAreExactAtBothEnds() {
        assertThat(Scorer.Output.both(0, 0)).isCloseTo(Math.log(1.0 / 3), offset(1e-12));
        assertThat(Scorer.Output.both(-800, 5)).isCloseTo(-800.0067, offset(1e-3));
        assertThat(Scorer.Output.both(800, 900)).isCloseTo(800, offset(1e-9));
    }
}
