package aidg.engine.review;

import static org.assertj.core.api.Assertions.assertThat;

import aidg.engine.ScoreTrace.Saying;
import aidg.engine.domain.Money;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainReasonTest {

    private static Saying saying(String feature, String words, String typical, double points) {
        return new Saying(feature, words, typical == null ? "" : typical, points, Money.ZERO, false);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            discount | Discount 16%, managers settle at about 28% | typical at it | 16% off; what goes out for such a merchant settles at about 28%.
            recent_form | Recent form, 56% reach baseline | typical 61% | Lately 56% of its deals earned at least the usual; typical is 61%.
            fatigue | Earlier runs not yet forgotten, 0.0 | typical 2.2 | None of its earlier runs is still on customers' minds; typical is 2.2.
            season | Time of the year, mid December | | The time of the year, mid December, is a weak one for such a deal.
            overrides | Merchant and manager override 1.2 times as often as others | typical 1.1 | Its proposals are changed or refused 1.2 times as often as others'; typical is 1.1.
            baseline | Baseline 12% over its usual one | typical 3% over it | Without a deal it would earn 12% over its average at that time, which the deal has to match; typical is 3% over it.
            competition | No rival deal at the time | typical 5 | No rival deal at the same time; typical is 5.
            """)
    void causesReadAsSentencesAnybodyUnderstands(String feature, String words, String typical, String sentence) {
        assertThat(PlainReason.of(saying(feature, words, typical, -0.1))).contains(sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            deal_history | Deal history
            nature | Its customers buy 0% more than others'
            """)
    void whatNamesNoFigureIsNoReason(String feature, String words) {
        assertThat(PlainReason.of(saying(feature, words, "", 0.1))).isEmpty();
    }
}
