package aidg.engine.marketplace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetCellTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1+cmd|' /C calc'!A0",
                "-",
                "--1",
                "-1,5",
                "-1.",
                "@sum(a1)",
                "\tx",
                "\rx",
                "-1\n=2"
            })
    void whatCouldBeAFormulaIsText(String text) {
        assertThat(SpreadsheetCell.of(text)).startsWith("\"'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "spa", "12.5", "-278.41", "-3", "1=1", "a-b"})
    void allElseStaysAsItIs(String text) {
        assertThat(SpreadsheetCell.of(text)).isEqualTo('"' + text + '"');
    }

    @ParameterizedTest
    @ValueSource(strings = "say \"no\"")
    void quotesAreDoubled(String text) {
        assertThat(SpreadsheetCell.of(text)).isEqualTo("\"say \"\"no\"\"\"");
    }
}
