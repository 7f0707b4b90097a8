package aidg.engine.torch.packed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/// The packed scorer gives what the network's definition gives, by every way in, with both forms of arithmetic and
/// with sizes that fill vectors and sizes that do not.
@ParameterizedClass
@MethodSource("scorers")
final class PackedScorerTest {

    private static final ScorerShape ODD = new ScorerShape(5, 7, 6, 3, 10, 36, 3, 50, 21, 3);
    private static final ScorerShape EVEN = new ScorerShape(9, 32, 8, 4, 32, 64, 2, 128, 32, 8);

    private final ScorerWeights weights;
    private final Arithmetic arithmetic;
    private final RandomGenerator random = new SplittableRandom(11);

    PackedScorerTest(ScorerWeights weights, Arithmetic arithmetic) {
        this.weights = weights;
        this.arithmetic = arithmetic;
    }

    static Stream<Object[]> scorers() {
        return Stream.of(ODD, EVEN)
                .map(shape -> ScorerWeights.random(shape, new SplittableRandom(5)))
                .flatMap(weights -> Stream.of(weights, weights.rounded()))
                .flatMap(weights -> ArithmeticTest.forms().map(form -> new Object[] {weights, form}));
    }

    private ScorerShape shape() {
        return weights.shape();
    }

    private PackedScorer scorer() {
        return new PackedScorer(weights, arithmetic);
    }

    private float[] memory() {
        return Draw.floats(shape().memory(), 1.5, random);
    }

    private float[] tokens(int deals) {
        return Draw.floats(deals * shape().dealInputs(), 1.5, random);
    }

    private float[] joints(int deals) {
        return Draw.floats(deals * shape().jointInputs(), 1.5, random);
    }

    private float[] score(PackedScorer scorer, FoldedMerchant merchant, float[] tokens, float[] joints) {
        int deals = tokens.length / shape().dealInputs();
        float[] outputs = new float[deals * shape().outputs()];
        scorer.score(merchant, tokens, joints, deals, outputs);
        return outputs;
    }

    @Test
    void aScoreIsThatOfTheDefinition() {
        float[] memory = memory();
        float[] tokens = tokens(1);
        float[] joint = joints(1);
        PackedScorer scorer = scorer();

        float[] outputs = score(scorer, scorer.fold(memory), tokens, joint);

        assertThat(doubles(outputs))
                .containsExactly(
                        new DoubleScorer(weights).score(memory, tokens, joint).outputs(), within(1e-5));
    }

    @Test
    void extremeInputsStayThoseOfTheDefinition() {
        for (double scale : new double[] {0, 30, 1000}) {
            float[] memory = Draw.floats(shape().memory(), Math.min(scale, 30), random);
            float[] tokens = Draw.floats(shape().dealInputs(), scale, random);
            float[] joint = Draw.floats(shape().jointInputs(), Math.min(scale, 30), random);
            PackedScorer scorer = scorer();

            float[] outputs = score(scorer, scorer.fold(memory), tokens, joint);

            double[] expected =
                    new DoubleScorer(weights).score(memory, tokens, joint).outputs();
            assertThat(probabilities(doubles(outputs))).containsExactly(probabilities(expected), within(1e-4));
        }
    }

    @Test
    void aDealGetsTheSameBitsAloneAndInABatch() {
        PackedScorer scorer = scorer();
        FoldedMerchant merchant = scorer.fold(memory());
        int deals = 2 * Workspace.DEALS + 5;
        float[] tokens = tokens(deals);
        float[] joints = joints(deals);

        float[] together = score(scorer, merchant, tokens, joints);

        float[] alone = new float[together.length];
        for (int i = 0; i < deals; i++) {
            float[] one = score(
                    scorer, merchant, cut(tokens, i, shape().dealInputs()), cut(joints, i, shape().jointInputs()));
            System.arraycopy(one, 0, alone, i * one.length, one.length);
        }
        assertThat(together).isEqualTo(alone);
    }

    @Test
    void aMixIsTheDefinitionOfTheDealPutTogether() {
        PackedScorer scorer = scorer();
        List<float[]> memories = List.of(memory(), memory(), memory());
        List<float[]> deals = List.of(tokens(1), tokens(1), tokens(1));
        PackedMixture mixture =
                scorer.mixture(memories.stream().map(scorer::fold).toList(), deals);
        List<PackedMixture.Mix> mixes = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            mixes.add(new PackedMixture.Mix(
                    coins(shape().dealTokens(), i % 4), coins(shape().memoryTokens(), i % 5), i % 2));
        }
        float[] joints = joints(mixes.size());

        float[] outputs = mixture.score(mixes, joints);

        for (int i = 0; i < mixes.size(); i++) {
            PackedMixture.Mix mix = mixes.get(i);
            double[] expected = new DoubleScorer(weights)
                    .score(
                            mixed(mix.memory(), memories.get(0), memories.get(mix.other() + 1)),
                            mixed(mix.deal(), deals.get(0), deals.get(mix.other() + 1)),
                            cut(joints, i, shape().jointInputs()))
                    .outputs();
            assertThat(doubles(cut(outputs, i, shape().outputs()))).containsExactly(expected, within(1e-5));
        }
        assertThat(mixture.score(
                        mixes.subList(7, 9),
                        Arrays.copyOfRange(joints, 7 * shape().jointInputs(), 9 * shape().jointInputs())))
                .as("asked again")
                .isEqualTo(Arrays.copyOfRange(outputs, 7 * shape().outputs(), 9 * shape().outputs()));
    }

    /// All, none, or any.
    private boolean[] coins(int size, int which) {
        boolean[] coins = new boolean[size];
        for (int i = 0; i < size; i++) {
            coins[i] = which == 0 || which > 1 && random.nextBoolean();
        }
        return coins;
    }

    private static float[] mixed(boolean[] isOwn, float[] own, float[] other) {
        float[] mixed = other.clone();
        int width = own.length / isOwn.length;
        for (int i = 0; i < isOwn.length; i++) {
            if (isOwn[i]) {
                System.arraycopy(own, i * width, mixed, i * width, width);
            }
        }
        return mixed;
    }

    @Test
    void dealsOfSeveralMerchantsAreScoredWithTheirOwn() {
        PackedScorer scorer = scorer();
        FoldedMerchant one = scorer.fold(memory());
        FoldedMerchant other = scorer.fold(memory());
        FoldedMerchant[] merchants = {one, one, other, one, other, other, other};
        float[] tokens = tokens(merchants.length);
        float[] joints = joints(merchants.length);
        float[] outputs = new float[merchants.length * shape().outputs()];

        scorer.score(merchants, tokens, joints, outputs);

        float[] withOne = score(scorer, one, tokens, joints);
        float[] withOther = score(scorer, other, tokens, joints);
        for (int i = 0; i < merchants.length; i++) {
            assertThat(cut(outputs, i, shape().outputs()))
                    .isEqualTo(cut(merchants[i] == one ? withOne : withOther, i, shape().outputs()));
        }
    }

    @Test
    void theAttentionIsThatOfTheScore() {
        float[] memory = memory();
        float[] tokens = tokens(1);
        float[] joint = joints(1);
        PackedScorer scorer = scorer();
        FoldedMerchant merchant = scorer.fold(memory);
        float[] outputs = new float[shape().outputs()];
        float[] attention = new float[shape().dealTokens() * shape().keys()];

        scorer.explain(merchant, tokens, joint, outputs, attention);

        assertThat(outputs).isEqualTo(score(scorer, merchant, tokens, joint));
        assertThat(doubles(attention))
                .containsExactly(
                        new DoubleScorer(weights).score(memory, tokens, joint).attention(), within(1e-5));
    }

    @Test
    void aStepIsTheScoreOfTheChangedDeal() {
        PackedScorer scorer = scorer();
        FoldedMerchant merchant = scorer.fold(memory());
        float[] tokens = tokens(1);
        DealBasis basis = scorer.basis(merchant, tokens);
        int w = shape().tokenInputs();
        for (int[] changed : new int[][] {{}, {2}, {4, 0}, {0, 1, 2, 3, 4}}) {
            float[] inputs = Draw.floats(changed.length * w, 1.5, random);
            float[] joint = joints(1);
            float[] outputs = new float[shape().outputs()];

            scorer.step(basis, changed, inputs, joint, outputs);

            float[] whole = tokens.clone();
            for (int i = 0; i < changed.length; i++) {
                System.arraycopy(inputs, i * w, whole, changed[i] * w, w);
            }
            assertThat(outputs).isEqualTo(score(scorer, merchant, whole, joint));
        }
    }

    @Test
    void aSurfaceIsTheScoreOfEveryPair() {
        PackedScorer scorer = scorer();
        FoldedMerchant merchant = scorer.fold(memory());
        float[] tokens = tokens(1);
        int w = shape().tokenInputs();
        int nx = 4;
        int ny = 70;
        SweepAxis x = new SweepAxis(new int[] {3, 1}, Draw.floats(nx * 2 * w, 1.5, random));
        SweepAxis y = new SweepAxis(new int[] {2}, Draw.floats(ny * w, 1.5, random));
        float[] joints = joints(nx * ny);

        float[] surface = scorer.sweep(scorer.basis(merchant, tokens), x, y, joints);

        float[] whole = new float[nx * ny * tokens.length];
        for (int cell = 0; cell < nx * ny; cell++) {
            int at = cell * tokens.length;
            System.arraycopy(tokens, 0, whole, at, tokens.length);
            System.arraycopy(x.inputs(), cell / ny * 2 * w, whole, at + 3 * w, w);
            System.arraycopy(x.inputs(), (cell / ny * 2 + 1) * w, whole, at + w, w);
            System.arraycopy(y.inputs(), cell % ny * w, whole, at + 2 * w, w);
        }
        assertThat(surface).containsExactly(score(scorer, merchant, whole, joints), within(1e-5f));
    }

    @Test
    void axesThatChangeTheSameTokenAreRefused() {
        PackedScorer scorer = scorer();
        DealBasis basis = scorer.basis(scorer.fold(memory()), tokens(1));
        SweepAxis axis = new SweepAxis(new int[] {1}, new float[shape().tokenInputs()]);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> scorer.sweep(basis, axis, axis, joints(1)))
                .withMessage("both axes change token 1");
    }

    @Test
    void severalThreadsGetWhatOneGets() {
        PackedScorer scorer = scorer();
        FoldedMerchant merchant = scorer.fold(memory());
        float[] tokens = tokens(7);
        float[] joints = joints(7);
        float[] alone = score(scorer, merchant, tokens, joints);

        assertThat(IntStream.range(0, 200).parallel().mapToObj(i -> score(scorer, merchant, tokens, joints)))
                .allSatisfy(outputs -> assertThat(outputs).isEqualTo(alone));
    }

    @Test
    void arraysOfAnotherSizeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scorer().fold(new float[3]))
                .withMessage("memory holds 3 numbers, expected %d", shape().memory());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> score(scorer(), scorer().fold(memory()), tokens(2), joints(1)))
                .withMessageStartingWith("joints holds");
    }

    private static float[] cut(float[] values, int index, int size) {
        return Arrays.copyOfRange(values, index * size, (index + 1) * size);
    }

    private static double[] doubles(float[] values) {
        double[] wide = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            wide[i] = values[i];
        }
        return wide;
    }

    private static double[] probabilities(double[] logits) {
        return Arrays.stream(logits).map(x -> 1 / (1 + Math.exp(-x))).toArray();
    }
}
