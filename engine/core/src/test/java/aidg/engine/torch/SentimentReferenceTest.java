package aidg.engine.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import aidg.engine.domain.Progress;
import aidg.engine.encoder.text.LabelledText;
import aidg.engine.encoder.text.OpinionLexicon;
import aidg.engine.encoder.text.TextOptions;
import aidg.engine.encoder.text.TextReader;
import aidg.engine.encoder.text.TrainedText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Sentences of reviews (Kotzias et al. 2015) through the classes that read notes, without any weights from
/// outside. Logistic regression on words gives Yelp .815, Amazon .828, Amazon to Yelp .741. [PER-8]
class SentimentReferenceTest {

    private static final OpinionLexicon LEXICON = OpinionLexicon.load();
    private static final int FOLDS = 5;

    /// As for notes, with fewer pieces and passes, so that sixteen trainings take less than a minute.
    private static final TextOptions OPTIONS =
            new TextOptions(1500, 24, 64, 2, 4, 128, 0.1, 0.3, 0.1, 2, 2, 64, 1.5e-3, 0.05, 1);

    @TempDir
    Path folder;

    private static List<LabelledText> sentences(String name) throws IOException {
        Path file = Path.of(System.getProperty("aidg.reference", "../shared/data"), "sentiment", name);
        assumeThat(Files.exists(file)).as("reference sentences in %s", file).isTrue();
        List<LabelledText> sentences = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            int tab = line.lastIndexOf('\t');
            String text = line.substring(0, tab);
            if (!line.endsWith("sentiment")) {
                float polarity = line.endsWith("1") ? 1 : -1;
                sentences.add(new LabelledText(text, text, polarity, new float[0], 1));
            }
        }
        return sentences;
    }

    private double accuracy(List<LabelledText> learn, List<LabelledText> test) throws IOException {
        Path checkpoint = Files.createTempDirectory(folder, "run");
        TrainedText trained = new TextTraining(OPTIONS, LEXICON, checkpoint)
                .run(learn, Progress.SILENT)
                .text();
        try (TextEncoder encoder = TextEncoder.open(trained, LEXICON)) {
            float[][] rows =
                    encoder.encode(test.stream().map(LabelledText::text).toList());
            int right = 0;
            for (int i = 0; i < rows.length; i++) {
                boolean good = rows[i][TextReader.POSITIVE] > rows[i][TextReader.NEGATIVE];
                right += good == test.get(i).polarity() > 0 ? 1 : 0;
            }
            return (double) right / rows.length;
        }
    }

    /// Accuracy of five folds, each learned on the other four.
    private double[] folds(List<LabelledText> sentences) throws IOException {
        List<LabelledText> shuffled = new ArrayList<>(sentences);
        Collections.shuffle(shuffled, new Random(7));
        double[] accuracies = new double[FOLDS];
        for (int fold = 0; fold < FOLDS; fold++) {
            List<LabelledText> learn = new ArrayList<>();
            List<LabelledText> test = new ArrayList<>();
            for (int i = 0; i < shuffled.size(); i++) {
                (i % FOLDS == fold ? test : learn).add(shuffled.get(i));
            }
            accuracies[fold] = accuracy(learn, test);
        }
        return accuracies;
    }

    private static double mean(double[] values) {
        return java.util.Arrays.stream(values).average().orElseThrow();
    }

    @Test
    void sentencesOfBothSourcesAreToldApart() throws IOException {
        List<LabelledText> both = new ArrayList<>(sentences("yelp_labelled.txt"));
        both.addAll(sentences("amazon_cells_labelled.txt"));

        assertThat(mean(folds(both))).isGreaterThanOrEqualTo(0.82);
    }

    @Test
    void sentencesOfOneSourceAreToldApart() throws IOException {
        assertThat(mean(folds(sentences("yelp_labelled.txt")))).as("Yelp").isGreaterThanOrEqualTo(0.82);
        assertThat(mean(folds(sentences("amazon_cells_labelled.txt"))))
                .as("Amazon")
                .isGreaterThanOrEqualTo(0.82);
    }

    @Test
    void whatIsLearnedOnAmazonHoldsOnYelp() throws IOException {
        assertThat(accuracy(sentences("amazon_cells_labelled.txt"), sentences("yelp_labelled.txt")))
                .isGreaterThanOrEqualTo(0.76);
    }
}
