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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A small BERT of random weights, written as Hugging Face writes them, against a forward pass in plain Java.
/// [PER-8]
class BertModelTest {

    private static final List<String> TEXTS = List.of("good shop, busy", "bad", "unknown good words here and bad ,");

    @TempDir
    Path folder;

    private static float[][] features(Path folder, List<String> texts) throws IOException {
        try (BertModel bert = BertModel.open(BertFolder.open(folder))) {
            return bert.features(texts, Progress.SILENT);
        }
    }

    private static void assertSame(float[][] actual, float[][] expected, float tolerance) {
        for (int i = 0; i < expected.length; i++) {
            assertThat(actual[i]).containsExactly(expected[i], within(tolerance));
        }
    }

    @Test
    void theForwardPassIsBerts() throws IOException {
        PlainBert plain = new PlainBert(3);
        plain.write(folder, "", "F32");

        assertSame(features(folder, TEXTS), plain.features(TEXTS), 1e-5f);
    }

    @Test
    void namesMayStartWithBertAndNumbersMayBeShort() throws IOException {
        PlainBert plain = new PlainBert(4);
        plain.write(folder, "bert.", "F16");
        assertSame(features(folder, TEXTS), plain.features(TEXTS), 0.02f);

        plain.write(folder, "bert.", "BF16");
        assertSame(features(folder, TEXTS), plain.features(TEXTS), 0.15f);
    }

    @Test
    void anArrayThatIsMissingOrOfAnotherShapeIsNamed() throws IOException {
        PlainBert plain = new PlainBert(5);
        plain.arrays().remove("encoder.layer.1.output.dense.bias");
        plain.write(folder, "", "F32");
        assertThatThrownBy(() -> features(folder, TEXTS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("model.safetensors", "lacks", "encoder.layer.1.output.dense.bias");

        plain.arrays().put("encoder.layer.1.output.dense.bias", new float[9]);
        plain.write(folder, "", "F32");
        assertThatThrownBy(() -> features(folder, TEXTS))
                .hasMessageContainingAll("model.safetensors", "encoder.layer.1.output.dense.bias", "[9]", "[8]");
    }

    @Test
    void filesOfOtherModelsAreRefusedByName() throws IOException {
        assertThatThrownBy(() -> BertFolder.open(folder)).hasMessageContaining("holds no config.json");

        PlainBert plain = new PlainBert(6);
        plain.write(folder, "", "F64");
        assertThatThrownBy(() -> features(folder, TEXTS)).hasMessageContainingAll("word_embeddings", "F64");

        plain.write(folder, "", "F32");
        Path config = folder.resolve("config.json");
        String text = Files.readString(config);
        Files.writeString(config, text.replace("\"bert\"", "\"gpt2\""));
        assertThatThrownBy(() -> BertFolder.open(folder)).hasMessageContainingAll("config.json", "gpt2");

        Files.writeString(config, text.replace("hidden_size", "size"));
        assertThatThrownBy(() -> BertFolder.open(folder)).hasMessageContainingAll("config.json", "hidden_size");

        Files.writeString(config, text);
        Files.write(folder.resolve("model.safetensors"), new byte[] {9, 9});
        assertThatThrownBy(() -> features(folder, TEXTS)).hasMessageContaining("model.safetensors is cut off");
    }

    @Test
    void aReaderIsTrainedOnTopOfItAndBelongsToIt() throws IOException {
        new PlainBert(7).write(folder, "", "F32");
        BertFolder bert = BertFolder.open(folder);
        OpinionLexicon lexicon = OpinionLexicon.load();
        TextOptions options = new TextOptions(0, 12, 8, 1, 2, 8, 0, 0.1, 0.2, 2, 2, 16, 1e-3, 0.01, 1);
        List<LabelledText> notes = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            float side = i % 2 == 0 ? 1 : -1;
            notes.add(new LabelledText(side > 0 ? "good shop" : "bad shop", "m" + i, side, new float[0], 1));
        }

        TrainedText trained = new TextTraining(options, lexicon, folder.resolve("run"))
                .run(notes, bert, Progress.SILENT)
                .text();

        try (TextEncoder encoder = TextEncoder.open(trained, lexicon, bert)) {
            float[][] rows = encoder.encode(List.of("good", "bad"));
            assertThat(encoder.name()).isEqualTo("BERT from " + folder);
            assertThat(rows[0]).hasSize(TextReader.WIDTH);
            assertThat(rows[0][TextReader.POSITIVE]).isGreaterThan(rows[1][TextReader.POSITIVE]);
        }
        new PlainBert(8).write(folder, "", "F32");
        BertFolder other = BertFolder.open(folder);
        assertThatThrownBy(() -> TextEncoder.open(trained, lexicon, other)).hasMessageContaining("is not the one");
    }
}
