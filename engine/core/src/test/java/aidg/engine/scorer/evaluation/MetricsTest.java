package aidg.engine.scorer.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MetricsTest {

    private static final double[] LABELS = {0, 0, 1, 1};
    private static final double[] SCORES = {0.1, 0.4, 0.35, 0.8};

    /// The example of scikit-learn's documentation of `roc_auc_score` and `average_precision_score`.
    @Test
    void theDocumentedExampleComesOutAsDocumented() {
        Metrics metrics = Metrics.of(SCORES, LABELS, null);

        assertThat(metrics.auc()).isEqualTo(0.75);
        assertThat(metrics.averagePrecision()).isCloseTo(0.8333333333, offset(1e-9));
    }

    @Test
    void logLossAndBrierFollowTheirDefinitions() {
        Metrics metrics = Metrics.of(SCORES, LABELS, null);

        assertThat(metrics.logLoss())
                .isCloseTo(-(Math.log(0.9) + Math.log(0.6) + Math.log(0.35) + Math.log(0.8)) / 4, offset(1e-12));
        assertThat(metrics.brier()).isCloseTo((0.01 + 0.16 + 0.4225 + 0.04) / 4, offset(1e-12));
    }

    @Test
    void tiesCountHalfInAnyOrder() {
        double[] scores = {0.5, 0.5, 0.5, 0.5};

        assertThat(Metrics.auc(scores, new double[] {0, 1, 0, 1})).isEqualTo(0.5);
        assertThat(Metrics.auc(scores, new double[] {1, 1, 0, 0})).isEqualTo(0.5);
        assertThat(Metrics.averagePrecision(scores, new double[] {1, 1, 0, 0})).isEqualTo(0.5);
        assertThat(Metrics.averagePrecision(scores, new double[] {0, 0, 1, 1})).isEqualTo(0.5);
        assertThat(Metrics.auc(new double[] {0.2, 0.5, 0.5, 0.9}, new double[] {0, 0, 1, 1}))
                .isEqualTo(0.875);
    }

    @Test
    void oneClassAloneHasNoRanking() {
        Metrics none = Metrics.of(new double[] {0.2, 0.3}, new double[] {0, 0}, null);
        Metrics all = Metrics.of(new double[] {0.2, 0.3}, new double[] {1, 1}, null);

        assertThat(none.auc()).isNull();
        assertThat(none.averagePrecision()).isNull();
        assertThat(all.auc()).isNull();
        assertThat(all.averagePrecision()).isEqualTo(1);
    }

    @Test
    void aSureMistakeCostsMuchButNotInfinitelyMuch() {
        assertThat(Metrics.of(new double[] {1, 0}, new double[] {0, 1}, null).logLoss())
                .isCloseTo(-Math.log(1e-9), offset(1e-6));
    }

    @Test
    void theCalibrationErrorIsTheGapOfTheBins() {
        double[] wrong = new double[100];
        Arrays.fill(wrong, 0.9);
        double[] labels = new double[100];
        Arrays.fill(labels, 0, 30, 1);

        assertThat(Metrics.ece(wrong, labels)).isCloseTo(0.6, offset(1e-9));
        Arrays.fill(wrong, 0.3);
        assertThat(Metrics.ece(wrong, labels)).isCloseTo(0, offset(1e-9));
        assertThat(Metrics.ece(new double[] {1, 1, 0}, new double[] {1, 1, 0})).isZero();
    }

    @Test
    void probabilitiesThatMadeTheLabelsAreCalibrated() {
        Random random = new Random(2);
        double[] scores = random.doubles(40_000).toArray();
        double[] labels =
                Arrays.stream(scores).map(p -> random.nextDouble() < p ? 1 : 0).toArray();

        assertThat(Metrics.ece(scores, labels)).isLessThan(0.015);
    }
}
