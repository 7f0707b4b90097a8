package aidg.engine.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import aidg.engine.domain.Progress;
import aidg.engine.scorer.Batch;
import aidg.engine.scorer.Scorer;
import aidg.engine.scorer.ScorerDimensions;
import aidg.engine.scorer.TrainingOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Training and serving on PyTorch through DJL. [X6]
class TorchTrainingTest {

    private static final ScorerDimensions DIMS = new ScorerDimensions(2, 3, 4, 16, 2, 32, 16);
    private static final TrainingOptions OPTIONS = new TrainingOptions(11, 3, 3, 128, 5e-3, 1e-2, 0.1);

    private static final RunIdentity RUN = new RunIdentity("data", "features", "options", "versions");

    @TempDir
    Path folder;

    /// Success if the first number of the first deal token and that of the first merchant token agree in sign: a rule
    /// that no single token tells.
    private static Batch agreement(int size, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int width = DIMS.tokens() * DIMS.tokenWidth();
        Batch batch = new Batch(
                size,
                new float[size * width],
                new float[size],
                new float[size],
                new float[size],
                new float[size],
                new float[size]);
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < width; j++) {
                batch.tokens()[i * width + j] = (float) (2 * random.nextDouble() - 1);
            }
            boolean agrees = batch.tokens()[i * width] * batch.tokens()[i * width + 2 * DIMS.tokenWidth()] > 0;
            batch.success()[i] = agrees ? 1 : 0;
            batch.approved()[i] = 1;
            batch.ratio()[i] = agrees ? 1.5f : 0.5f;
            batch.measured()[i] = 1;
        }
        return batch;
    }

    private TorchTraining.Result train(Path checkpoint, Progress progress) {
        return train(checkpoint, RUN, progress);
    }

    private static TorchTraining.Result train(Path checkpoint, RunIdentity run, Progress progress) {
        return new TorchTraining(DIMS, OPTIONS, checkpoint).run(agreement(1500, 1), agreement(500, 2), run, progress);
    }

    @Test
    void learnsWhatOnlyAttentionBetweenTokensCanTell() {
        TrainingOptions longer = new TrainingOptions(11, 24, 24, 128, 1e-2, 0, 0);

        TorchTraining.Result result = new TorchTraining(DIMS, longer, folder)
                .run(agreement(4000, 1), agreement(500, 2), RUN, Progress.SILENT);

        assertThat(result.epochs().get(result.bestEpoch() - 1).tuneLoss()).isLessThan(0.3);
    }

    @Test
    void oneSeedGivesTheSameWeightsTwice() {
        byte[] once = train(folder.resolve("a"), Progress.SILENT).weights();
        byte[] again = train(folder.resolve("b"), Progress.SILENT).weights();

        assertThat(Arrays.equals(once, again)).isTrue();
    }

    @Test
    void aStoppedRunContinuesToTheSameWeights() {
        byte[] whole = train(folder.resolve("whole"), Progress.SILENT).weights();
        Path stopped = folder.resolve("stopped");
        Progress stop = (step, done, total) -> {
            if (step.equals("Training, epoch 2")) {
                throw new CancellationException("stop");
            }
        };
        assertThatThrownBy(() -> train(stopped, stop)).isInstanceOf(CancellationException.class);
        List<String> steps = new ArrayList<>();

        byte[] continued =
                train(stopped, (step, done, total) -> steps.add(step)).weights();

        assertThat(steps.getFirst()).isEqualTo("Training, epoch 2");
        assertThat(Arrays.equals(continued, whole)).isTrue();
    }

    @Test
    void theCheckpointOfAnotherFeatureSchemaIsNotContinuedAndThatIsSaid() {
        train(folder, Progress.SILENT);
        Notes notes = new Notes();

        train(folder, new RunIdentity("data", "other features", "options", "versions"), notes);

        assertThat(notes.steps.getFirst()).isEqualTo("Training, epoch 1");
        assertThat(notes.sentences)
                .containsExactly(
                        "The checkpoint in %s is of a run with other features, so training starts from the beginning."
                                .formatted(folder));
    }

    @Test
    void everyPartOfARunsIdentityKeepsACheckpointFromBeingContinued() {
        assertThat(RUN.differencesFrom(RUN)).isEmpty();
        assertThat(RUN.differencesFrom(new RunIdentity("x", "features", "options", "versions")))
                .isEqualTo("data");
        assertThat(RUN.differencesFrom(new RunIdentity("data", "features", "x", "versions")))
                .isEqualTo("options");
        assertThat(RUN.differencesFrom(new RunIdentity("data", "x", "options", "x")))
                .isEqualTo("features, versions");
    }

    @Test
    void aDamagedCheckpointIsNotContinuedAndThatIsSaid() throws IOException {
        train(folder, Progress.SILENT);
        Files.writeString(folder.resolve("run.json"), "{\"identity\": \"of an older form\"}");
        Notes notes = new Notes();

        train(folder, notes);

        assertThat(notes.steps.getFirst()).isEqualTo("Training, epoch 1");
        assertThat(notes.sentences).singleElement().asString().contains(folder.toString(), "cannot be read");
    }

    /// Keeps what it is told.
    private static final class Notes implements Progress {

        private final List<String> steps = new ArrayList<>();
        private final List<String> sentences = new ArrayList<>();

        @Override
        public void at(String step, long done, long total) {
            steps.add(step);
        }

        @Override
        public void note(String sentence) {
            sentences.add(sentence);
        }
    }

    @Test
    void attentionRowsSumToOneAndDifferBetweenDeals() {
        byte[] weights = train(folder, Progress.SILENT).weights();
        try (TorchScorer scorer = TorchScorer.load(weights, DIMS, TorchDevice.choose(TorchDevice.Wish.CPU))) {
            float[][] first = scorer.attention(tokens(3));
            float[][] second = scorer.attention(tokens(4));

            for (float[] row : first) {
                double sum = 0;
                for (float weight : row) {
                    sum += weight;
                }
                assertThat(sum).isCloseTo(1, offset(1e-5));
            }
            assertThat(first).isNotEqualTo(second);
        }
    }

    @Test
    void aDealScoresTheSameAloneAndInABatch() {
        byte[] weights = train(folder, Progress.SILENT).weights();
        try (TorchScorer scorer = TorchScorer.load(weights, DIMS, TorchDevice.choose(TorchDevice.Wish.CPU))) {
            List<float[]> many = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                many.add(tokens(i));
            }
            List<Scorer.Output> together = scorer.score(many, new float[50]);
            Scorer.Output alone =
                    scorer.score(List.of(many.get(17)), new float[1]).getFirst();

            assertThat(alone.joint()).isCloseTo(together.get(17).joint(), offset(1e-5));
        }
    }

    private static float[] tokens(long seed) {
        return agreement(1, seed).tokens();
    }

    /// [PER-14]
    @Test
    void overrideRiskTakesLogOddsOffInProportion() {
        byte[] weights = train(folder, Progress.SILENT).weights();
        try (TorchScorer scorer = TorchScorer.load(weights, DIMS, TorchDevice.choose(TorchDevice.Wish.CPU))) {
            List<float[]> same = List.of(tokens(1), tokens(1), tokens(1));
            List<Scorer.Output> outputs = scorer.score(same, new float[] {0, 0.1f, 0.2f});

            assertThat(outputs.get(0).penalty()).isZero();
            assertThat(outputs.get(1).penalty()).isPositive();
            assertThat(outputs.get(2).penalty()).isCloseTo(2 * outputs.get(1).penalty(), offset(1e-6));
            assertThat(outputs.get(2).adjusted()).isLessThan(outputs.get(1).adjusted());
        }
    }

    @Test
    void damagedWeightsAreRefusedWithAReason() {
        byte[] weights = train(folder, Progress.SILENT).weights();
        TorchDevice cpu = TorchDevice.choose(TorchDevice.Wish.CPU);

        assertThatThrownBy(() -> TorchScorer.load(Arrays.copyOf(weights, 100), DIMS, cpu))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not a whole safetensors file");
        ScorerDimensions other = new ScorerDimensions(2, 3, 4, 32, 2, 32, 16);
        assertThatThrownBy(() -> TorchScorer.load(weights, other, cpu))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'embed.weight'");
    }

    @Test
    void theJointLogOddsAreExactAtBothEnds() {
        assertThat(TorchScorer.jointLogit(0, 0)).isCloseTo(Math.log(1.0 / 3), offset(1e-12));
        assertThat(TorchScorer.jointLogit(-800, 5)).isCloseTo(-800.0067, offset(1e-3));
        assertThat(TorchScorer.jointLogit(800, 900)).isCloseTo(800, offset(1e-9));
    }
}
