package aidg.engine.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import aidg.engine.explain.ShapleyValues.Attribution;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class ShapleyValuesTest {

    private static final int[] FIVE = {0, 1, 2, 3, 4};

    private static Function<List<float[]>, double[]> each(ToDoubleFunction<float[]> score) {
        return inputs -> inputs.stream().mapToDouble(score).toArray();
    }

    private static double sum(Attribution attribution) {
        return attribution.base() + Arrays.stream(attribution.values()).sum();
    }

    /// A function in which everything acts on everything.
    private static double tangled(float[] tokens, long seed) {
        Random random = new Random(seed);
        double sum = 0;
        for (int unit = 0; unit < 8; unit++) {
            double input = random.nextGaussian();
            for (float token : tokens) {
                input += token * random.nextGaussian();
            }
            sum += Math.tanh(input) * random.nextGaussian();
        }
        return sum;
    }

    @Test
    void ofASumEachPlayerGetsItsOwnPart() {
        float[] tokens = {1, 10, 2, 20, 3, 30, 4, 40, 5, 50};

        Attribution attribution = attribute(new ShapleyValues(1, 7), tokens, blank(tokens.length), 2, FIVE, each(t -> {
            double sum = 100;
            for (float value : t) {
                sum += value;
            }
            return sum;
        }));

        assertThat(attribution.base()).isEqualTo(100);
        assertThat(attribution.values()).containsExactly(new double[] {11, 22, 33, 44, 55}, offset(1e-9));
    }

    @Test
    void theValuesAddUpToTheScoreWhateverTheFunction() {
        for (long seed = 0; seed < 50; seed++) {
            float[] tokens = {0.3f, -1, 2, 0.7f, -0.2f};
            long function = seed;
            Attribution attribution = attribute(
                    new ShapleyValues(3, seed), tokens, blank(tokens.length), 1, FIVE, each(t -> tangled(t, function)));

            assertThat(sum(attribution)).isCloseTo(tangled(tokens, seed), offset(1e-12));
            assertThat(attribution.base()).isCloseTo(tangled(new float[5], seed), offset(1e-12));
        }
    }

    @Test
    void oneSeedGivesOneAnswer() {
        float[] tokens = {0.3f, -1, 2, 0.7f, -0.2f};
        Function<List<float[]>, double[]> score = each(t -> tangled(t, 1));

        double[] once = attribute(new ShapleyValues(4, 9), tokens, blank(tokens.length), 1, FIVE, score)
                .values();

        assertThat(attribute(new ShapleyValues(4, 9), tokens, blank(tokens.length), 1, FIVE, score)
                        .values())
                .isEqualTo(once);
        assertThat(attribute(new ShapleyValues(4, 10), tokens, blank(tokens.length), 1, FIVE, score)
                        .values())
                .isNotEqualTo(once);
    }

    @Test
    void playersThatAreAlikeGetAlike() {
        float[] tokens = {1, 1, 1, 1, 1};

        double[] values = attribute(
                        new ShapleyValues(2000, 5),
                        tokens,
                        blank(tokens.length),
                        1,
                        FIVE,
                        each(t -> Math.pow(t[0] + t[1] + t[2] + t[3] + t[4], 2)))
                .values();

        assertThat(values).containsExactly(new double[] {5, 5, 5, 5, 5}, offset(0.15));
    }

    @Test
    void aProductOfTwoIsSharedEquallyByWalkingBackwardsToo() {
        double[] values = attribute(
                        new ShapleyValues(1, 3),
                        new float[] {2, 3},
                        blank(2),
                        1,
                        new int[] {0, 1},
                        each(t -> (double) t[0] * t[1]))
                .values();

        assertThat(values).containsExactly(3, 3);
    }

    @Test
    void whoAddsNothingGetsNothing() {
        double[] values = attribute(
                        new ShapleyValues(16, 5),
                        new float[] {1, 2, 3, 4, 5},
                        blank(5),
                        1,
                        FIVE,
                        each(t -> Math.exp(t[0]) * t[1] + t[2] * t[4]))
                .values();

        assertThat(values[3]).isZero();
        assertThat(values[2]).isNotZero();
    }

    @Test
    void whoDoesNotPlayIsAlwaysPresent() {
        Attribution attribution = attribute(
                new ShapleyValues(2, 5), new float[] {5, 7}, blank(2), 1, new int[] {1}, each(t -> t[0] * 10.0 + t[1]));

        assertThat(attribution.base()).isEqualTo(50);
        assertThat(attribution.values()).containsExactly(7);
    }

    @Test
    void theWalkBeginsAtWhatTheBackgroundScoresOnAverage() {
        List<float[]> background = List.of(new float[] {1, 1}, new float[] {3, 5});

        Attribution attribution = attribute(
                new ShapleyValues(2, 3),
                new float[] {10, 20},
                background,
                1,
                new int[] {0, 1},
                each(t -> t[0] + 2.0 * t[1]));

        assertThat(attribution.base()).isEqualTo(8);
        assertThat(attribution.values()).containsExactly(8, 34);
    }

    /// Player 1 is the sum of three numbers that join one by one; it gets what it gets as a whole.
    @Test
    void thePartsOfADividedPlayerAddUpToItsValue() {
        double[] parts = {1, 20, 300};
        double[] others = {0.5, 4};
        Function<List<ShapleyValues.Coalition>, double[]> score = coalitions -> coalitions.stream()
                .mapToDouble(one -> {
                    double second = 0;
                    for (int i = 0; i < parts.length; i++) {
                        boolean isIn = one.joined()[1] || one.parts().length > 0 && one.parts()[i];
                        second += isIn ? parts[i] : 0;
                    }
                    double first = one.joined()[0] ? 3 : others[one.background()];
                    return Math.tanh(second / 100) * first + (one.joined()[2] ? 7 : 0);
                })
                .toArray();
        ShapleyValues shapley = new ShapleyValues(6, 2);

        Attribution divided = shapley.attributeAll(
                        3, 2, new ShapleyValues.Divided(1, 3, 2), coalitions -> List.of(score.apply(coalitions)))
                .getFirst();

        Attribution whole = WholePlayers.attribute(shapley, 3, 2, score);
        assertThat(divided.values()).containsExactly(whole.values(), offset(1e-12));
        assertThat(divided.base()).isEqualTo(whole.base());
        assertThat(Arrays.stream(divided.parts()).sum()).isCloseTo(divided.values()[1], offset(1e-12));
        assertThat(divided.parts()[2]).isGreaterThan(divided.parts()[1]);
        assertThat(divided.parts()[1]).isGreaterThan(divided.parts()[0]).isPositive();
        assertThat(whole.parts()).isEmpty();
    }

    /// Tokens of `width` numbers each as players, exchanged with those of the background.
    private static Attribution attribute(
            ShapleyValues shapley,
            float[] tokens,
            List<float[]> background,
            int width,
            int[] players,
            Function<List<float[]>, double[]> score) {
        return WholePlayers.attribute(
                shapley,
                players.length,
                background.size(),
                coalitions -> score.apply(coalitions.stream()
                        .map(coalition -> {
                            float[] mixed = tokens.clone();
                            for (int i = 0; i < players.length; i++) {
                                if (!coalition.joined()[i]) {
                                    float[] other = background.get(coalition.background());
                                    System.arraycopy(other, players[i] * width, mixed, players[i] * width, width);
                                }
                            }
                            return mixed;
                        })
                        .toList()));
    }

    private static List<float[]> blank(int size) {
        return List.of(new float[size]);
    }
}
