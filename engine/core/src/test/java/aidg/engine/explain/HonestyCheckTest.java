package aidg.engine.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import aidg.engine.explain.HonestyCheck.Thresholds;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Explanations of a model whose workings are known: true ones pass, false ones do not.
class HonestyCheckTest {

    private static final double[] TRUE = {0.3, -0.2, 0.1, 0, 0, 0.05, -0.05, 0, 0.02, 0, 0, 0};
    private static final double[] SWAPPED = {0, 0, 0, 0.3, -0.2, 0, 0, 0.1, 0, 0.05, -0.05, 0.02};
    private static final Thresholds THRESHOLDS =
            new Thresholds(new Thresholds.Levels(0.6, 0.7, 0.8, 0.7), new Thresholds.Levels(0.3, 0.55, 0.5, 0.5), 0.05);
    private static final HonestyCheck CHECK = new HonestyCheck(THRESHOLDS, 1);

    private static Honesty measure(double[] shown, List<double[]> others, HonestyCheck.Mixes mixes) {
        return CHECK.measure(
                shown,
                others.stream()
                        .map(other -> new HonestyCheck.Pair(shown, other))
                        .toList(),
                List.of(shown),
                mixes);
    }

    /// A model that adds.
    private static double[] added(List<boolean[]> joined) {
        return joined.stream()
                .mapToDouble(one -> {
                    double score = 0.4;
                    for (int i = 0; i < one.length; i++) {
                        score += one[i] ? TRUE[i] : 0;
                    }
                    return score;
                })
                .toArray();
    }

    @Test
    void theTruthIsGreen() {
        Honesty honesty = measure(TRUE, List.of(TRUE, TRUE), HonestyCheckTest::added);

        assertThat(honesty.agreement()).isCloseTo(1, offset(1e-9));
        assertThat(honesty.fidelity()).isCloseTo(1, offset(1e-9));
        assertThat(honesty.deletion()).isGreaterThan(0.7);
        assertThat(honesty.insertion()).isGreaterThan(0.7);
        assertThat(honesty.badge()).isEqualTo(Honesty.Badge.GREEN);
        Honesty.Curve deletion = honesty.curves().getFirst();
        assertThat(deletion.named().getFirst()).isCloseTo(0.25, offset(1e-9));
    }

    @Test
    void anExplanationByOtherFactsIsRed() {
        Honesty honesty = measure(SWAPPED, List.of(TRUE, TRUE), HonestyCheckTest::added);

        assertThat(honesty.fidelity()).isLessThan(0.3);
        assertThat(honesty.deletion()).isLessThan(0.3);
        assertThat(honesty.badge()).isEqualTo(Honesty.Badge.RED);
    }

    @Test
    void theTruthUpsideDownIsRed() {
        double[] upsideDown = TRUE.clone();
        for (int i = 0; i < upsideDown.length; i++) {
            upsideDown[i] = -TRUE[i];
        }

        Honesty honesty = measure(upsideDown, List.of(TRUE), HonestyCheckTest::added);

        assertThat(honesty.agreement()).isZero();
        assertThat(honesty.deletion()).isZero();
        assertThat(honesty.badge()).isEqualTo(Honesty.Badge.RED);
    }

    @Test
    void whereNothingReachesFivePointsThereIsLittleToExplain() {
        Honesty nothing = measure(new double[12], List.of(new double[12]), joined -> new double[joined.size()]);

        assertThat(nothing.deletion()).isEqualTo(0.5);
        assertThat(nothing.fidelity()).isZero();
        assertThat(nothing.badge()).isEqualTo(Honesty.Badge.LITTLE);

        Honesty wrong = measure(tenth(SWAPPED), List.of(tenth(TRUE)), joined -> tenth(added(joined)));
        assertThat(wrong.badge()).isEqualTo(Honesty.Badge.LITTLE);
        assertThat(measure(tenth(TRUE), List.of(tenth(TRUE)), joined -> tenth(added(joined)))
                        .badge())
                .as("what can be told is told")
                .isEqualTo(Honesty.Badge.GREEN);
        assertThat(measure(SWAPPED, List.of(TRUE), joined -> tenth(added(joined)))
                        .badge())
                .as("parts that are large and wrong")
                .isEqualTo(Honesty.Badge.RED);
    }

    @Test
    void whatMayTurnOutOtherwiseIsNotSteady() {
        List<HonestyCheck.Pair> agreed = List.of(new HonestyCheck.Pair(TRUE, TRUE));

        Honesty steady = CHECK.measure(TRUE, agreed, List.of(TRUE, tenth(TRUE)), HonestyCheckTest::added);
        Honesty half = CHECK.measure(TRUE, agreed, List.of(TRUE, SWAPPED), HonestyCheckTest::added);
        Honesty never = CHECK.measure(TRUE, agreed, List.of(SWAPPED), HonestyCheckTest::added);
        Honesty known = CHECK.measure(TRUE, agreed, List.of(), HonestyCheckTest::added);

        assertThat(steady.steadiness()).isEqualTo(1);
        assertThat(half.steadiness()).isEqualTo(0.5);
        assertThat(half.badge()).isEqualTo(Honesty.Badge.AMBER);
        assertThat(never.steadiness()).isZero();
        assertThat(never.badge()).isEqualTo(Honesty.Badge.RED);
        assertThat(known.steadiness()).isEqualTo(1);
        assertThat(known.badge()).isEqualTo(Honesty.Badge.GREEN);
    }

    private static double[] tenth(double[] values) {
        return Arrays.stream(values).map(value -> value / 10).toArray();
    }

    @Test
    void ranksAreThoseOfTheTextbook() {
        double[] a = {106, 86, 100, 101, 99, 103, 97, 113, 112, 110};
        double[] b = {7, 0, 27, 50, 28, 29, 20, 12, 6, 17};

        assertThat(Ranks.spearman(a, b)).isCloseTo(-29.0 / 165, offset(1e-9));
        assertThat(Ranks.spearman(new double[] {1, 1, 2}, new double[] {5, 5, 9}))
                .isCloseTo(1, offset(1e-9));
        assertThat(Ranks.spearman(new double[] {1, 1, 1}, new double[] {1, 2, 3}))
                .isZero();
    }
}
