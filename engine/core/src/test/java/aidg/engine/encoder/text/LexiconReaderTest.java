package aidg.engine.encoder.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/// The word list that stands in while nothing is trained. [X3]
class LexiconReaderTest {

    private final OpinionLexicon lexicon = OpinionLexicon.load();

    private double polarity(String text) {
        return lexicon.read(TextWords.of(text)).polarity();
    }

    @Test
    void itSaysThatItIsDegraded() {
        LexiconReader reader = new LexiconReader(lexicon);

        assertThat(reader.name()).isEqualTo("lexicon, degraded");
        assertThat(reader.degraded()).isTrue();
    }

    @Test
    void wordsOfOpinionSetTheSharesAndTheRestIsEmpty() {
        float[][] encoded = new LexiconReader(lexicon)
                .encode(List.of("A wonderful crew.", "Terrible mess.", "Invoice address confirmed."));

        assertThat(encoded[0][TextReader.POSITIVE]).isGreaterThan(0.5f);
        assertThat(encoded[1][TextReader.NEGATIVE]).isGreaterThan(0.5f);
        assertThat(encoded[2][TextReader.NEUTRAL]).isEqualTo(1);
        assertThat(encoded[2][TextReader.INTENSITY]).isZero();
        for (float[] row : encoded) {
            assertThat(row).hasSize(TextReader.WIDTH);
            assertThat((double) row[0] + row[1] + row[2]).isCloseTo(1, within(1e-6));
            assertThat(List.of(row[4], row[31])).containsOnly(0f);
        }
    }

    @Test
    void negationTurnsAnOpinionRound() {
        assertThat(polarity("They are happy")).isPositive();
        assertThat(polarity("They aren't really happy")).isNegative();
        assertThat(polarity("Can\u2019t complain")).isPositive();
        assertThat(polarity("Not now, they are happy")).isPositive();
    }

    @Test
    void whatComesAfterButCountsMore() {
        assertThat(polarity("Good place but a bad month")).isNegative();
        assertThat(polarity("Bad month but a good place")).isPositive();
    }

    @Test
    void intensifiersAndDampenersScale() {
        assertThat(polarity("very good")).isGreaterThan(polarity("good"));
        assertThat(polarity("slightly good")).isLessThan(polarity("good"));
    }

    @Test
    void formsOfAWordAreFoundThroughTheStem() {
        assertThat(lexicon.strength("complaining")).isEqualTo(lexicon.strength("complain"));
        assertThat(lexicon.strength("happiest")).isEqualTo(3);
        assertThat(lexicon.strength("happily")).isEqualTo(lexicon.strength("happy"));
        assertThat(lexicon.strength("invoice")).isZero();
    }
}
