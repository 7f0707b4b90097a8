package aidg.engine.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Shares against published intervals. [EXP-5]
class ShareTest {

    private static final double NINETY_FIVE = 1.959964;

    private static Share of(int some, int all) {
        return new Share((double) some / all, all);
    }

    /// Newcombe, Statistics in Medicine 17 (1998), 857-872, table I, method 3.
    @ParameterizedTest
    @CsvSource({"81, 263, .2553, .3662", "15, 148, .0624, .1605", "0, 20, .0000, .1611", "1, 29, .0061, .1718"})
    void aShareHasThePublishedInterval(int some, int all, double low, double high) {
        assertThat(of(some, all).low(NINETY_FIVE)).isCloseTo(low, offset(5e-5));
        assertThat(of(some, all).high(NINETY_FIVE)).isCloseTo(high, offset(5e-5));
    }

    /// Newcombe, Statistics in Medicine 17 (1998), 873-890, table II, method 10.
    @ParameterizedTest
    @CsvSource({
        "56, 70, 48, 80, .0524",
        "9,  10, 3,  10, .1705",
        "6,  7,  2,  7,  .0582",
        "5,  56, 0,  29, -.0381",
        "0,  10, 0,  20, -.1611",
        "0,  10, 0,  10, -.2775",
        "10, 10, 0,  20, .6791",
        "10, 10, 0,  10, .6075"
    })
    void aDifferenceHasThePublishedLowerEnd(int some, int all, int others, int allOthers, double low) {
        assertThat(of(some, all).leastOver(of(others, allOthers), NINETY_FIVE)).isCloseTo(low, offset(5e-5));
    }

    private static List<Example> deals(int merchants, int each, double scatter) {
        Random random = new Random(4);
        List<Example> deals = new ArrayList<>();
        for (int m = 0; m < merchants; m++) {
            double own = 0.5 + scatter * (random.nextBoolean() ? 1 : -1);
            for (int i = 0; i < each; i++) {
                double score = random.nextDouble() < own ? 1 : 0;
                deals.add(Example.of("m" + m, new double[0], score, 1, 1));
            }
        }
        return deals;
    }

    @Test
    void dealsOfAMerchantThatAreAllAlikeAreWorthOne() {
        List<Example> alike = deals(100, 12, 0.5);
        List<Example> alone = deals(100, 12, 0);
        List<Example> between = deals(400, 12, 0.25);

        assertThat(Share.alike(alike, Example::isRecommended)).isCloseTo(1, offset(1e-9));
        assertThat(Share.of(alike, Example::isRecommended, 1).worth()).isCloseTo(100, offset(1e-9));
        assertThat(Share.alike(alone, Example::isRecommended)).isCloseTo(0, offset(0.03));
        assertThat(Share.of(alone, Example::isRecommended, 0).worth()).isCloseTo(1200, offset(1e-9));
        assertThat(Share.alike(between, Example::isRecommended))
                .as("variance of the merchants' shares over that of a deal: 1/16 of 1/4")
                .isCloseTo(0.25, offset(0.05));
    }

    @Test
    void ofNothingNothingIsKnown() {
        Share none = Share.of(List.of(), Example::isRecommended, 0);

        assertThat(none.low(NINETY_FIVE)).isZero();
        assertThat(none.high(NINETY_FIVE)).isEqualTo(1);
        assertThat(of(10, 10).leastOver(none, NINETY_FIVE)).isNegative();
        assertThat(Share.alike(List.of(), Example::isRecommended)).isEqualTo(1);
        assertThat(Share.alike(deals(1, 20, 0), Example::isRecommended))
                .as("one merchant alone cannot tell")
                .isEqualTo(1);
        assertThat(Share.alike(deals(20, 1, 0), Example::isRecommended))
                .as("single deals cannot tell")
                .isEqualTo(1);
    }
}
