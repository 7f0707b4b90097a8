package aidg.app.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Lines of ten letters of one px each.
class PdfTextTest {

    private static List<String> wrapped(String text, int most) {
        return PdfText.wrapped(text, 10, most, String::length);
    }

    @Test
    void linesBreakAtSpacesAndOnlyWidestWordsWithin() {
        assertThat(wrapped("one two three", 9)).containsExactly("one two", "three");
        assertThat(wrapped("a incomprehensibilities b", 9)).containsExactly("a", "incomprehe", "nsibilitie", "s b");
    }

    @Test
    void whatIsOverIsCutAtAWord() {
        assertThat(wrapped("one two three four, five six", 2)).containsExactly("one two", "three\u2026");
        assertThat(PdfText.shortened("twelve letters", 10, String::length)).isEqualTo("twelve\u2026");
        assertThat(PdfText.shortened("fits", 10, String::length)).isEqualTo("fits");
    }

    @Test
    void whatIsNoTextBecomesSpaceOrNothing() {
        assertThat(PdfText.printable("a\tb\nc\u0000d")).isEqualTo("a b c d");
        assertThat(PdfText.printable("x\u200by")).isEqualTo("xy");
        assertThat(PdfText.printable("half \ud800")).isEqualTo("half ?");
        assertThat(wrapped("", 3)).isEmpty();
    }
}
