package aidg.engine.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import aidg.engine.domain.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Stages of a training on PyTorch through DJL. [X6]
class StageTest {

    private static final RunIdentity RUN = new RunIdentity("data", "features", "options", "versions");
    private static final Stage.Schedule SCHEDULE = new Stage.Schedule(3, 3, 64, 1e-2, 5, 1e-2, 11);

    @TempDir
    Path folder;

    /// Whether two numbers agree in sign: a rule that neither tells alone, for a hidden layer to find.
    private record Agreement(int size, int seed) implements Stage.Task {

        @Override
        public Weights.Plan plan() {
            return new Weights.Plan().linear("hidden", 2, 16).linear("result", 16, 1);
        }

        @Override
        public NDArray loss(Weights weights, int[] items, NDManager scope, RandomGenerator random) {
            float[] inputs = new float[2 * items.length];
            float[] wanted = new float[items.length];
            for (int i = 0; i < items.length; i++) {
                SplittableRandom draw = new SplittableRandom(31L * seed + items[i]);
                inputs[2 * i] = (float) (2 * draw.nextDouble() - 1);
                inputs[2 * i + 1] = (float) (2 * draw.nextDouble() - 1);
                wanted[i] = inputs[2 * i] * inputs[2 * i + 1] > 0 ? 1 : -1;
            }
            NDArray x = scope.create(inputs, new Shape(items.length, 2));
            NDArray hidden = Activation.gelu(Layers.linear(x, weights, "hidden"));
            return Layers.linear(hidden, weights, "result")
                    .reshape(items.length)
                    .sub(scope.create(wanted))
                    .square()
                    .mean();
        }

        @Override
        public double tune(Weights weights, NDManager manager) {
            try (NDManager scope = manager.newSubManager()) {
                int[] items = IntStream.range(size, size + 300).toArray();
                return loss(weights, items, scope, new SplittableRandom(0)).getFloat();
            }
        }
    }

    private Stage.Result train(Path checkpoint, Progress progress) {
        return train(checkpoint, RUN, progress);
    }

    private static Stage.Result train(Path checkpoint, RunIdentity run, Progress progress) {
        return new Stage("Agreement", SCHEDULE, checkpoint).run(new Agreement(1000, 1), run, progress);
    }

    @Test
    void learnsWhatOnlyBothNumbersTogetherTell() {
        Stage.Schedule longer = new Stage.Schedule(40, 40, 32, 2e-2, 5, 0, 11);

        Stage.Result result = new Stage("Agreement", longer, folder).run(new Agreement(2000, 1), RUN, Progress.SILENT);

        assertThat(result.epochs().get(result.bestEpoch() - 1).tuneLoss()).isLessThan(0.35);
    }

    @Test
    void aStageThatNoLongerImprovesStopsEarlyAndKeepsItsBest() {
        Stage.Schedule impatient = new Stage.Schedule(40, 2, 64, 0.5, 1, 0, 11);

        Stage.Result result =
                new Stage("Agreement", impatient, folder).run(new Agreement(500, 1), RUN, Progress.SILENT);

        assertThat(result.epochs()).hasSize(result.bestEpoch() + 2);
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
            if (step.equals("Agreement, pass 2")) {
                throw new CancellationException("stop");
            }
        };
        assertThatThrownBy(() -> train(stopped, stop)).isInstanceOf(CancellationException.class);
        List<String> steps = new ArrayList<>();

        byte[] continued =
                train(stopped, (step, done, total) -> steps.add(step)).weights();

        assertThat(steps.getFirst()).isEqualTo("Agreement, pass 2");
        assertThat(Arrays.equals(continued, whole)).isTrue();
    }

    @Test
    void theCheckpointOfAnotherFeatureSchemaIsNotContinuedAndThatIsSaid() {
        train(folder, Progress.SILENT);
        Notes notes = new Notes();

        train(folder, new RunIdentity("data", "other features", "options", "versions"), notes);

        assertThat(notes.steps.getFirst()).isEqualTo("Agreement, pass 1");
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

        assertThat(notes.steps.getFirst()).isEqualTo("Agreement, pass 1");
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
}
