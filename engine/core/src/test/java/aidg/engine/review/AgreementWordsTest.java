package aidg.engine.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AgreementWordsTest {

    private static Agreement agreement(int bothYes, int onlyFirst, int onlySecond, int bothNo) {
        return Agreement.of(AgreementTest.pairs(bothYes, onlyFirst, onlySecond, bothNo));
    }

    /// By hand: Wilson of 35 of 50 at 90 %: centre .6897, half width .1041; kappa .40 with error sqrt(.21 / 12.5).
    @Test
    void theTextbookExampleInWords() {
        Agreement textbook = agreement(20, 5, 10, 15);
        assertThat(AgreementWords.share(textbook, "Ben"))
                .isEqualTo("You and Ben decided 35 of 50 alike, 70% (90%: 59 to 79%)");
        assertThat(AgreementWords.beyondChance(textbook))
                .isEqualTo(
                        "Agreement beyond chance: fair. Cohen's kappa is 0.40, between 0.19 and 0.61 (90% interval): 1"
                                + " is full agreement, 0 what chance gives.");
    }

    @ParameterizedTest
    @CsvSource({
        "-0.3, poor",
        "-0.004, slight",
        "0, slight",
        "0.2, slight",
        "0.204, slight",
        "0.21, fair",
        "0.4, fair",
        "0.41, moderate",
        "0.6, moderate",
        "0.61, substantial",
        "0.8, substantial",
        "0.81, almost perfect",
        "1, almost perfect"
    })
    void bandsAreThoseOfLandisAndKoch(double kappa, String band) {
        assertThat(AgreementWords.band(kappa)).isEqualTo(band);
    }

    @Test
    void fewAreSaidToBeTooFewAndGetNoWord() {
        String words = AgreementWords.beyondChance(agreement(8, 2, 3, 6));
        assertThat(words)
                .startsWith("19 proposals are too few to name it; from 20 on")
                .doesNotContain("moderate", "fair");
        assertThat(AgreementWords.beyondChance(agreement(8, 2, 3, 7))).startsWith("Agreement beyond chance: ");
    }

    @Test
    void whatIsNotDefinedIsSaidToBeSo() {
        assertThat(AgreementWords.beyondChance(Agreement.of(List.of()))).startsWith("There is nothing to say");
        assertThat(AgreementWords.share(Agreement.of(List.of()), "Ben")).contains("nothing in common yet");
        assertThat(AgreementWords.beyondChance(agreement(30, 0, 0, 0)))
                .startsWith("You both decided every one of them the same way")
                .doesNotContain("kappa", "NaN");
    }

    @Test
    void fullAgreementHasNoIntervalOfWidthNothing() {
        Agreement full = agreement(15, 0, 0, 10);
        assertThat(full.hasInterval()).isFalse();
        assertThat(AgreementWords.beyondChance(full))
                .contains("kappa is 1.00; it has no interval")
                .doesNotContain("between");
        assertThat(AgreementWords.beyondChance(agreement(0, 15, 10, 0))).contains("poor", "\u2212");
    }
}
