package aidg.engine.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import ai.djl.ndarray.NDManager;
import aidg.engine.encoder.MerchantMemory;
import aidg.engine.scorer.Calibration;
import aidg.engine.scorer.Scorer;
import aidg.engine.scorer.Scorer.Output;
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
            float[][][] heads = scorer.attention(question(3, 0));

            assertThat(heads).hasDimensions(DIMS.heads(), 3);
            for (float[][] head : heads) {
                for (float[] row : head) {
                    double sum = 0;
                    for (float weight : row) {
                        sum += weight;
                    }
                    assertThat(row).hasSize(5);
                    assertThat(sum).isCloseTo(1, offset(1e-5));
                }
                assertThat(head[0]).isNotEqualTo(head[1]);
            }
            assertThat(heads[0]).isNotEqualTo(heads[1]);
            assertThat(heads).isNotEqualTo(scorer.attention(question(4, 0)));
        }
    }

    /// Takes tokens by hand, as `Scorer.Mix` says.
    private static Question mixed(Question own, Question other, Scorer.Mix mix) {
        float[] deal = other.deal().clone();
        float[] memory = other.memory().tokens().clone();
        take(mix.deal(), own.deal(), deal);
        take(mix.memory(), own.memory().tokens(), memory);
        return new Question(new MerchantMemory("", own.memory().profile(), memory), deal, mix.joint(), 0);
    }

    private static void take(boolean[] isOwn, float[] own, float[] to) {
        int width = own.length / isOwn.length;
        for (int token = 0; token < isOwn.length; token++) {
            if (isOwn[token]) {
                System.arraycopy(own, token * width, to, token * width, width);
            }
        }
    }

    private static boolean[] coins(int size, SplittableRandom random) {
        boolean[] coins = new boolean[size];
        for (int i = 0; i < size; i++) {
            coins[i] = random.nextBoolean();
        }
        return coins;
    }

    private static boolean[] all(int size, boolean value) {
        boolean[] all = new boolean[size];
        Arrays.fill(all, value);
        return all;
    }

    private static List<Scorer.Mix> mixes(int count, int others) {
        SplittableRandom random = new SplittableRandom(5);
        List<Scorer.Mix> mixes = new ArrayList<>();
        for (boolean own : new boolean[] {true, false}) {
            for (int other = 0; other < others; other++) {
                mixes.add(new Scorer.Mix(all(3, own), draw(6, random), all(5, own), other));
                mixes.add(new Scorer.Mix(all(3, own), draw(6, random), all(5, !own), other));
            }
        }
        for (int i = 0; i < count; i++) {
            mixes.add(new Scorer.Mix(coins(3, random), draw(6, random), coins(5, random), i % others));
        }
        return mixes;
    }

    /// On the packed kernel and on PyTorch; what is asked twice is answered alike.
    @Test
    void aMixScoresAsTheDealPutTogetherByHand() {
        try (ContextualScorer scorer = scorer()) {
            Question own = question(1, 0);
            List<Question> others = List.of(question(2, 0), question(3, 0));
            List<Scorer.Mix> mixes = mixes(200, others.size());

            for (Scorer.Mixture mixture : List.of(scorer.mixture(own, others), scorer.torchMixture(own, others))) {
                List<Output> scored = mixture.score(mixes);

                for (int i = 0; i < mixes.size(); i++) {
                    Scorer.Mix mix = mixes.get(i);
                    Question byHand = mixed(own, others.get(mix.other()), mix);
                    Output expected = scorer.score(List.of(byHand)).getFirst();
                    assertThat(scored.get(i).joint()).isCloseTo(expected.joint(), offset(1e-5));
                    assertThat(scored.get(i).ratio()).isCloseTo(expected.ratio(), offset(1e-5));
                }
                assertThat(mixture.score(mixes.subList(50, 60))).isEqualTo(scored.subList(50, 60));
                assertThat(mixture.score(List.of())).isEmpty();
            }
        }
    }

    /// The completeness of integrated gradients: to 1 %, and better with more points; from several deals on
    /// average.
    @Test
    void gradientsAlongTheLinesAddUpToTheDifferenceOfTheirEnds() {
        Calibration.Line line = new Calibration.Line(1.3, -0.2);
        try (Scorer scorer = scorer()) {
            for (int seed = 10; seed < 20; seed++) {
                Question own = question(seed, 0);
                List<Question> others = List.of(question(seed + 100, 0), question(seed + 200, 0));
                Scorer.Mixture mixture = scorer.mixture(own, others);

                Scorer.Gradients gradients = mixture.gradients(8, line);

                double difference = gradients.end() - gradients.start();
                double end =
                        line.probability(scorer.score(List.of(own)).getFirst().joint());
                double start = scorer.score(others).stream()
                        .mapToDouble(output -> line.probability(output.joint()))
                        .average()
                        .orElseThrow();
                assertThat(gradients.end()).isCloseTo(end, offset(1e-5));
                assertThat(gradients.start()).isCloseTo(start, offset(1e-5));
                assertThat(gradients.sum()).isCloseTo(difference, offset(0.01 * Math.abs(difference) + 1e-5));
                assertThat(Math.abs(mixture.gradients(32, line).sum() - difference))
                        .isLessThan(Math.abs(mixture.gradients(2, line).sum() - difference) + 1e-5);
                assertEachIsTheMean(
                        gradients.memory(),
                        scorer.mixture(own, others.subList(0, 1))
                                .gradients(8, line)
                                .memory(),
                        scorer.mixture(own, others.subList(1, 2))
                                .gradients(8, line)
                                .memory());
            }
        }
    }

    private static void assertEachIsTheMean(double[] means, double[] one, double[] other) {
        for (int i = 0; i < means.length; i++) {
            assertThat(means[i]).isCloseTo((one[i] + other[i]) / 2, offset(1e-6));
        }
    }

    /// A single input's gradient against a difference quotient.
    @Test
    void aShortLineGivesTheGradientOfOneInput() {
        Calibration.Line line = new Calibration.Line(1, 0);
        try (Scorer scorer = scorer()) {
            Question own = question(7, 0);
            float[] moved = own.deal().clone();
            moved[5] -= 0.01f;
            Question other = new Question(own.memory(), moved, own.joint(), 0);

            Scorer.Gradients gradients = scorer.mixture(own, List.of(other)).gradients(8, line);

            assertThat(gradients.deal()[1]).isCloseTo(gradients.end() - gradients.start(), offset(1e-6));
            assertThat(gradients.deal()[0]).isZero();
            assertThat(Arrays.stream(gradients.memory()).sum()).isZero();
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
