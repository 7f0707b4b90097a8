package aidg.engine.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import aidg.engine.domain.Progress;
import aidg.engine.encoder.text.LabelledText;
import aidg.engine.encoder.text.OpinionLexicon;
import aidg.engine.encoder.text.TextOptions;
import aidg.engine.encoder.text.TextReader;
import aidg.engine.encoder.text.TrainedText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The notes transformer learns, gives the same twice, and can be stopped. [PER-8]
class TextTrainingTest {

    private static final OpinionLexicon LEXICON = OpinionLexicon.load();
    private static final TextOptions SMALL =
            new TextOptions(120, 12, 16, 1, 2, 32, 0.1, 0.1, 0.2, 3, 3, 16, 3e-3, 0.01, 5);

    @TempDir
    Path folder;

    /// Notes in made-up words: zorp is good, blick is bad, fum is neither.
    private static List<LabelledText> notes() {
        String[] words = {"zorp", "blick", "fum"};
        float[] signs = {1, -1, 0};
        List<LabelledText> notes = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            String text = "Called on day %d, all %s here.".formatted(i % 31, words[i % 3]);
            float target = i % 5 == 0 ? Float.NaN : 2 * signs[i % 3];
            notes.add(new LabelledText(text, "m" + i, signs[i % 3], new float[] {target}, 1 + i % 2));
        }
        return notes;
    }

    private TrainedText trained(String run) {
        return new TextTraining(SMALL, LEXICON, folder.resolve(run))
                .run(notes(), Progress.SILENT)
                .text();
    }

    @Test
    void oneSeedGivesTheSameReaderTwice() {
        TrainedText first = trained("first");
        TrainedText second = trained("second");

        assertThat(second.weights()).isEqualTo(first.weights());
        assertThat(second.pieces()).isEqualTo(first.pieces());
        assertThat(second.passes()).isEqualTo(first.passes()).startsWith("150 texts, 3 passes");
    }

    @Test
    void whatNotesSayIsReadAsSharesIntensityAndTargets() {
        List<String> texts = List.of("Called today, all zorp here.", "Called today, all blick here.", "Fum here.");
        try (TextEncoder encoder = TextEncoder.open(trained("run"), LEXICON)) {
            TextEncoder.Readings readings = encoder.read(texts, null);
            float[][] rows = readings.encodings();

            assertThat(encoder.name()).isEqualTo("notes transformer");
            assertThat(encoder.degraded()).isFalse();
            assertThat(rows[0][TextReader.POSITIVE]).isGreaterThan(rows[0][TextReader.NEGATIVE]);
            assertThat(rows[1][TextReader.NEGATIVE]).isGreaterThan(rows[1][TextReader.POSITIVE]);
            assertThat(readings.foretold()[0][0]).isGreaterThan(readings.foretold()[1][0]);
            for (float[] row : rows) {
                assertThat(row).hasSize(TextReader.WIDTH);
                assertThat((double) row[0] + row[1] + row[2]).isCloseTo(1, within(1e-5));
                assertThat(row[TextReader.INTENSITY]).isBetween(0f, 1f);
            }
        }
    }

    @Test
    void aTextIsReadTheSameWhateverStandsBesideIt() {
        String text = "All zorp here.";
        String longer = "Called on day 7, all blick here, and then again zorp, fum and blick all day.";
        try (TextEncoder encoder = TextEncoder.open(trained("run"), LEXICON)) {
            float[] alone = encoder.encode(List.of(text))[0];
            float[][] beside = encoder.encode(List.of(longer, text, ""));

            assertThat(beside[1]).containsExactly(alone, within(1e-5f));
            assertThat(encoder.encode(List.of())).isEmpty();
        }
    }

    @Test
    void anInterruptedTrainingGoesOnToTheSameReader() {
        TextTraining training = new TextTraining(SMALL, LEXICON, folder.resolve("run"));
        Progress stop = (step, done, total) -> {
            if (step.endsWith("pass 3")) {
                throw new CancellationException();
            }
        };
        assertThatThrownBy(() -> training.run(notes(), stop)).isInstanceOf(CancellationException.class);
        List<String> steps = new ArrayList<>();

        TrainedText resumed =
                training.run(notes(), (step, done, total) -> steps.add(step)).text();

        assertThat(steps).contains("Notes, pass 3").doesNotContain("Notes, pass 2");
        assertThat(resumed.weights()).isEqualTo(trained("other").weights());
    }

    @Test
    void weightsThatDoNotFitAreRefusedByName() {
        TrainedText trained = trained("run");
        TrainedText other =
                new TrainedText(trained.options(), 2, trained.pieces(), null, trained.weights(), trained.passes());

        assertThatThrownBy(() -> TextEncoder.open(other, LEXICON))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("wide.weights");
    }

    @Test
    void aReaderThatStandsOnABertIsNotOpenedWithoutIt() {
        TrainedText trained = trained("run");
        TrainedText onBert = new TrainedText(
                trained.options(),
                1,
                List.of(),
                new TrainedText.Bert("some/folder", "00"),
                trained.weights(),
                trained.passes());

        assertThatThrownBy(() -> TextEncoder.open(onBert, LEXICON)).hasMessageContaining("some/folder");
    }
}
