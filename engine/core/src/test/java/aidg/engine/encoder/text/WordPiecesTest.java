package aidg.engine.encoder.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Word pieces against cases worked by hand and those of BERT's own tokenizer tests. [PER-8]
class WordPiecesTest {

    private static final List<String> BERT = List.of(
            "[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "want", "##want", "##ed", "wa", "un", "runn", "##ing", ",",
            "low", "lowest");

    @TempDir
    Path folder;

    private static WordPieces bert() {
        return WordPieces.uncased(BERT);
    }

    @Test
    void aWordIsSplitIntoTheLongestKnownPiecesFromTheLeft() {
        assertThat(bert().split("UNwant\u00E9d,running")).containsExactly("un", "##want", "##ed", ",", "runn", "##ing");
    }

    @Test
    void aWordWithAnUnknownRestIsUnknownAsAWhole() {
        assertThat(bert().split("unwantedX running")).containsExactly("[UNK]", "runn", "##ing");
    }

    @Test
    void aWordOfMoreThanAHundredCharactersIsUnknown() {
        WordPieces pieces = WordPieces.uncased(List.of("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "a", "##a"));

        assertThat(pieces.split("a".repeat(100))).hasSize(100);
        assertThat(pieces.split("a".repeat(101))).containsExactly("[UNK]");
    }

    @Test
    void anEncodingStandsBetweenStartAndEndAndIsCutOff() {
        assertThat(bert().encode("unwanted running", 32)).containsExactly(2, 9, 6, 7, 10, 11, 3);
        assertThat(bert().encode("unwanted running", 4)).containsExactly(2, 9, 6, 3);
        assertThat(bert().encode("", 32)).containsExactly(2, 3);
    }

    @Test
    void shortTextsAreFilledUp() {
        WordPieces.Padded padded = bert().pad(List.of(new int[] {2, 9, 3}, new int[] {2, 3}));

        assertThat(padded.ids()).containsExactly(2, 9, 3, 2, 3, 0);
        assertThat(padded.counts()).containsExactly(3, 2);
    }

    @Test
    void caseAccentsControlsAndIdeographsAreTreatedAsBertDoes() {
        BasicTokenizer cased = new BasicTokenizer(false, false, true);

        assertThat(BasicTokenizer.UNCASED.words(" \tHeLLo!how  \n Are yoU?  "))
                .containsExactly("hello", "!", "how", "are", "you", "?");
        assertThat(BasicTokenizer.UNCASED.words("H\u00E9llo")).containsExactly("hello");
        assertThat(cased.words("H\u00E4LLo")).containsExactly("H\u00E4LLo");
        assertThat(BasicTokenizer.UNCASED.words("ah\u535A\u63A8zz")).containsExactly("ah", "\u535A", "\u63A8", "zz");
        assertThat(BasicTokenizer.UNCASED.words("a\u0000b\u200Bc\uFFFDd \u00A0e"))
                .containsExactly("abcd", "e");
        assertThat(BasicTokenizer.UNCASED.words("it's $5\u2014ok"))
                .containsExactly("it", "'", "s", "$", "5", "\u2014", "ok");
    }

    @Test
    void aVocabularyFileIsReadWithItsSettings() throws IOException {
        Files.write(folder.resolve("vocab.txt"), List.of("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "Low", "low"));

        assertThat(WordPieces.load(folder).split("Low")).containsExactly("low");

        Files.writeString(folder.resolve("tokenizer_config.json"), "{\"do_lower_case\": false}");
        assertThat(WordPieces.load(folder).split("Low")).containsExactly("Low");
    }

    private void writeJson(String model, String normalizer) throws IOException {
        Files.writeString(folder.resolve("tokenizer.json"), """
                {"normalizer": {"type": "%s", "lowercase": false, "strip_accents": null},
                 "pre_tokenizer": {"type": "BertPreTokenizer"},
                 "model": {"type": "%s", "vocab": {"[UNK]": 1, "[PAD]": 0, "[SEP]": 3, "[CLS]": 2, "Lo": 4, "##w": 5}}}
                """.formatted(normalizer, model));
    }

    @Test
    void aTokenizerFileIsReadWithItsSettings() throws IOException {
        writeJson("WordPiece", "BertNormalizer");

        WordPieces pieces = WordPieces.load(folder);

        assertThat(pieces.split("Low low")).containsExactly("Lo", "##w", "[UNK]");
        assertThat(pieces.mask()).isEqualTo(1);
    }

    @Test
    void anotherKindOfTokenizerIsRefusedByName() throws IOException {
        assertThatThrownBy(() -> WordPieces.load(folder)).hasMessageContaining("neither tokenizer.json nor vocab.txt");

        writeJson("BPE", "BertNormalizer");
        assertThatThrownBy(() -> WordPieces.load(folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("tokenizer.json", "BPE", "only WordPiece");

        writeJson("WordPiece", "NFC");
        assertThatThrownBy(() -> WordPieces.load(folder)).hasMessageContaining("only BertNormalizer");

        Files.writeString(folder.resolve("tokenizer.json"), "{");
        assertThatThrownBy(() -> WordPieces.load(folder)).hasMessageContaining("is not JSON");
    }

    @Test
    void aVocabularyWithoutSpecialPiecesIsRefused() throws IOException {
        Files.write(folder.resolve("vocab.txt"), List.of("[PAD]", "low"));

        assertThatThrownBy(() -> WordPieces.load(folder)).hasMessageContainingAll("vocab.txt", "lacks [UNK]");
    }

    @Test
    void aLearnedVocabularyJoinsTheMostFrequentPairs() {
        List<String> texts = List.of("low low lower", "newest newest newest", "widest");

        List<String> pieces = WordPieces.learn(texts, 23).pieces();

        assertThat(pieces.subList(0, 5)).containsExactly("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]");
        assertThat(pieces).contains("##est", "low").doesNotContain("widest");
        assertThat(WordPieces.learn(texts, 100).split("lowest")).containsExactly("low", "##est");
    }

    @Test
    void theOrderOfTextsDoesNotChangeTheVocabulary() {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            texts.add("note %d says the shop is %s".formatted(i, i % 3 == 0 ? "crowded" : "quiet"));
        }
        List<String> first = WordPieces.learn(texts, 80).pieces();
        Collections.shuffle(texts, new Random(3));

        assertThat(WordPieces.learn(texts, 80).pieces()).isEqualTo(first);
    }
}
