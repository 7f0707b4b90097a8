package aidg.engine.torch;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import aidg.engine.domain.Interval;
import aidg.engine.encoder.MerchantMemory;
import aidg.engine.features.FeatureSchema;
import aidg.engine.features.FeatureSchema.Feature;
import aidg.engine.features.FeatureSchema.Side;
import aidg.engine.features.FeatureSchema.Token;
import aidg.engine.scorer.Calibration;
import aidg.engine.scorer.Calibration.Line;
import aidg.engine.scorer.Scorer;
import aidg.engine.scorer.Scorer.Question;
import aidg.engine.scorer.ScorerDimensions;
import aidg.engine.scorer.Start;
import aidg.engine.scorer.TokenLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// Whatever stands in a row, what comes out is a probability.
class ScorerFuzzTest {

    private static final int ROWS = 2000;
    private static final float[] EXTREMES = {
        0,
        -0f,
        Float.NaN,
        Float.MAX_VALUE,
        -Float.MAX_VALUE,
        Float.MIN_VALUE,
        Float.POSITIVE_INFINITY,
        Float.NEGATIVE_INFINITY,
        1e9f
    };

    private static FeatureSchema schema() {
        List<Token> tokens = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            List<Feature> features = new ArrayList<>();
            for (int j = 0; j <= i % 4; j++) {
                features.add(new Feature("f" + j, "-"));
            }
            tokens.add(
                    new Token("t" + i, "Token " + i, i < 4 ? Side.DEAL : i < 6 ? Side.JOINT : Side.MERCHANT, features));
        }
        return new FeatureSchema(tokens);
    }

    private static float[] row(int width, Random random) {
        float[] row = new float[width];
        for (int i = 0; i < width; i++) {
            row[i] = random.nextInt(3) == 0
                    ? EXTREMES[random.nextInt(EXTREMES.length)]
                    : (float) (random.nextGaussian() * Math.pow(10, random.nextInt(9) - 3));
        }
        return row;
    }

    /// Three normalised tokens of sixteen numbers.
    private static MerchantMemory memory(Random random) {
        float[] tokens = new float[48];
        for (int i = 0; i < tokens.length; i++) {
            tokens[i] = (float) random.nextGaussian();
        }
        return new MerchantMemory("", new float[16], tokens);
    }

    private static Scorer scorer(ScorerDimensions dims) {
        TorchDevice cpu = TorchDevice.choose(TorchDevice.Wish.CPU);
        try (NDManager manager = TorchDevice.engine().newBaseManager(cpu.device())) {
            SplittableRandom random = new SplittableRandom(3);
            Weights weights =
                    Weights.fresh(ScorerNetwork.plan(new Weights.Plan(), dims, Start.none(dims)), manager, random);
            NDArray result = weights.get("result.weight");
            float[] learned = new float[(int) result.size()];
            for (int i = 0; i < learned.length; i++) {
                learned[i] = (float) (0.3 * random.nextGaussian());
            }
            result.set(learned);
            return ContextualScorer.load(Safetensors.write(weights.arrays()), dims, cpu);
        }
    }

    @Test
    void extremeAndMissingValuesGiveFiniteOutputsAndProbabilities() {
        FeatureSchema schema = schema();
        int width = schema.width();
        Random random = new Random(8);
        TokenLayout layout = new TokenLayout(
                schema,
                random.doubles(width, -1e3, 1e3).boxed().toList(),
                random.doubles(width, 1e-6, 10).boxed().toList());
        ScorerDimensions dims =
                new ScorerDimensions(4, 3, 16, layout.width(Side.DEAL), layout.size(Side.JOINT), 8, 16, 2, 32, 16);
        List<float[]> tokens = new ArrayList<>();
        List<Question> questions = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            float[] row = row(width, random);
            tokens.add(layout.values(row));
            questions.add(new Question(
                    memory(random),
                    layout.values(Side.DEAL, row),
                    layout.values(Side.JOINT, row),
                    i % 5 == 0 ? i % 2 : random.nextFloat()));
        }
        Line line = new Line(1.2, -0.4);
        Calibration calibration = new Calibration(line, line, line, 2);

        try (Scorer scorer = scorer(dims)) {
            List<Scorer.Output> outputs = scorer.score(questions);

            assertThat(tokens).allSatisfy(some -> {
                for (float value : some) {
                    assertThat(value).isBetween(-6f, 6f);
                }
            });
            assertThat(outputs).hasSize(ROWS).allSatisfy(output -> {
                assertThat(new double[] {output.approval(), output.reach(), output.joint(), output.ratio()})
                        .matches(values -> java.util.Arrays.stream(values).allMatch(Double::isFinite));
                assertThat(output.penalty()).isBetween(0.0, 100.0);
                assertThat(output.deviation()).isBetween(0.04, 8.0);
                assertThat(output.joint()).isLessThanOrEqualTo(Math.min(output.approval(), output.reach()) + 1e-6);
                double score = calibration.success().probability(output.adjusted());
                Interval interval = calibration.interval(output.adjusted(), 0.6);
                assertThat(score).isBetween(interval.low(), interval.high());
            });
            assertThat(outputs.stream().map(Scorer.Output::joint).distinct().count())
                    .as("different rows score differently")
                    .isGreaterThan(ROWS / 2);
        }
    }
}
