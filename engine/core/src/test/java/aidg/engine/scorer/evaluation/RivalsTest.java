package aidg.engine.scorer.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RivalsTest {

    private static float[][] inputs(int size, int width, long seed) {
        Random random = new Random(seed);
        float[][] inputs = new float[size][width];
        for (float[] input : inputs) {
            for (int i = 0; i < width; i++) {
                input[i] = (float) random.nextGaussian();
            }
        }
        return inputs;
    }

    @Test
    void twoGroupsGetTheLogOddsOfTheirShares() {
        float[][] inputs = new float[20_000][1];
        double[] labels = new double[inputs.length];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i][0] = i % 2;
            labels[i] = (i / 2) % 10 < (i % 2 == 0 ? 3 : 7) ? 1 : 0;
        }
        LogisticRegression model = LogisticRegression.fit(inputs, labels);

        assertThat(model.logit(new float[] {0})).isCloseTo(Math.log(0.3 / 0.7), offset(2e-3));
        assertThat(model.logit(new float[] {1})).isCloseTo(Math.log(0.7 / 0.3), offset(2e-3));
    }

    @Test
    void logisticRegressionEndsWhereThePenalisedLikelihoodIsFlat() {
        float[][] inputs = inputs(300, 3, 1);
        Random random = new Random(2);
        double[] labels = Arrays.stream(inputs)
                .mapToDouble(x -> random.nextDouble() < 1 / (1 + Math.exp(-x[0] + 2 * x[1] - 0.5)) ? 1 : 0)
                .toArray();
        LogisticRegression model = LogisticRegression.fit(inputs, labels);
        double[] gradient = new double[4];
        for (int i = 0; i < inputs.length; i++) {
            double error = 1 / (1 + Math.exp(-model.logit(inputs[i]))) - labels[i];
            for (int j = 0; j < 3; j++) {
                gradient[j] += error * inputs[i][j];
            }
            gradient[3] += error;
        }
        double offset = model.logit(new float[3]);
        for (int j = 0; j < 3; j++) {
            float[] unit = new float[3];
            unit[j] = 1;
            gradient[j] += model.logit(unit) - offset;
        }

        assertThat(gradient).containsExactly(new double[4], offset(1e-6));
    }

    @Test
    void logisticRegressionStaysFiniteWhereClassesSeparate() {
        LogisticRegression model =
                LogisticRegression.fit(new float[][] {{-2}, {-1}, {1}, {2}}, new double[] {0, 0, 1, 1});

        assertThat(model.logit(new float[] {2})).isBetween(0.5, 20.0);
        assertThat(model.logit(new float[] {-2})).isBetween(-20.0, -0.5);
    }

    @Test
    void boostedTreesLearnWhatNoLineCanSeparateAndRepeatThemselves() {
        List<float[]> rows = new ArrayList<>(List.of(inputs(3000, 2, 3)));
        rows.replaceAll(row -> row[0] > 2.5 ? new float[] {Float.NaN, row[1]} : row);
        double[] labels =
                rows.stream().mapToDouble(row -> row[0] * row[1] > 0 ? 1 : 0).toArray();
        List<float[]> train = rows.subList(0, 2000);
        List<float[]> tune = rows.subList(2000, 2500);
        List<float[]> test = rows.subList(2500, 3000);
        double[] tuneLabels = Arrays.copyOfRange(labels, 2000, 2500);
        double[] testLabels = Arrays.copyOfRange(labels, 2500, 3000);

        double[] logits = BoostedTrees.logits(train, Arrays.copyOf(labels, 2000), tune, tuneLabels, test, 1)
                .getLast();

        assertThat(Metrics.auc(logits, testLabels)).isGreaterThan(0.95);
        assertThat(BoostedTrees.logits(train, Arrays.copyOf(labels, 2000), tune, tuneLabels, test, 1)
                        .getLast())
                .isEqualTo(logits);
    }
}
