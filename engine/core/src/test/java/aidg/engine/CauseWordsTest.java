package aidg.engine;

import static org.assertj.core.api.Assertions.assertThat;

import aidg.engine.ScoreTrace.Contribution;
import aidg.engine.ScoreTrace.Part;
import aidg.engine.domain.Category;
import aidg.engine.domain.Money;
import aidg.engine.explain.Wording;
import aidg.engine.forecast.Cause;
import aidg.engine.forecast.CauseFigures;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What the forecast's parts are called, and which of them become sentences.
class CauseWordsTest {

    private static CauseFigures figures(double all) {
        Map<Cause, Double> measures = new EnumMap<>(Cause.class);
        for (Cause cause : Cause.values()) {
            measures.put(cause, all);
        }
        Category own = new Category("beauty");
        return new CauseFigures(measures, 0.6, 120, 30, new Category("spa"), all == 0 ? new Category("spa") : own);
    }

    @Test
    void eachIsSaidInFiguresOfItsOwn() {
        CauseWords words = new CauseWords(figures(0.2), List.of(figures(0), figures(-0.2)));

        assertThat(words.of(Cause.DISCOUNT)).isEqualTo("Discount 60%, managers settle at about 40%");
        assertThat(words.typical(Cause.DISCOUNT)).isEqualTo("typical 10 points under it");
        assertThat(words.of(Cause.PRICE)).isEqualTo("List price $120, managers settle at about $98");
        assertThat(words.typical(Cause.PRICE)).isEqualTo("typical 10% under it");
        assertThat(words.of(Cause.DURATION)).isEqualTo("Runs 30 days, managers settle at about 25");
        assertThat(words.of(Cause.CATEGORY)).isEqualTo("Sold as Spa by a merchant of Beauty");
        assertThat(words.of(Cause.SEASON)).isEqualTo("Time of the year, mid March");
        assertThat(words.of(Cause.STATE)).isEqualTo("At present it sells 22% more than usual");
        assertThat(words.typical(Cause.STATE)).isEqualTo("typical 10% less");
        assertThat(words.of(Cause.OVERRIDES)).isEqualTo("Merchant and manager override 1.2 times as often as others");
        for (Cause cause : Cause.values()) {
            assertThat(words.of(cause) + words.typical(cause)).doesNotContain("NaN", "null");
        }
    }

    @Test
    void whatIsCountedReadsAsACount() {
        assertThat(new CauseWords(figures(0), List.of()).of(Cause.COMPETITION)).isEqualTo("No rival deal at the time");
        assertThat(new CauseWords(figures(1), List.of()).of(Cause.COMPETITION)).isEqualTo("1 rival deal at the time");
        assertThat(new CauseWords(figures(3), List.of()).of(Cause.COMPETITION)).isEqualTo("3 rival deals at the time");
        assertThat(new CauseWords(figures(0), List.of()).of(Cause.CATEGORY))
                .isEqualTo("Sold in the merchant's own category");
        assertThat(new CauseWords(figures(0), List.of(figures(0))).typical(Cause.DISCOUNT))
                .isEqualTo("typical at it");
    }

    @Test
    void oneDirectionIsBetterWhereThatCanBeSaid() {
        CauseWords words = new CauseWords(figures(0.2), List.of(figures(0)));
        assertThat(words.alone(Cause.STATE)).isEqualTo(1);
        assertThat(words.alone(Cause.OVERRIDES)).isEqualTo(-1);
        assertThat(words.alone(Cause.COMPETITION))
                .as("0.2 and 0 rivals are written alike")
                .isZero();
        assertThat(words.isAsUsual(Cause.COMPETITION)).isTrue();
        assertThat(words.alone(Cause.DISCOUNT)).isZero();
        assertThat(new CauseWords(figures(0.2), List.of()).alone(Cause.STATE)).isZero();
    }

    private static Part part(Cause cause, double points, CauseWords words) {
        return new Part(cause.feature(), words.of(cause), words.typical(cause), points, Money.ZERO);
    }

    @Test
    void partsAreSaidInsteadOfTheForecastAndTogetherWithTheFactOfTheirName() {
        CauseWords words = new CauseWords(figures(0.2), List.of(figures(0)));
        Wording wording = new Wording(List.of("discount.discount"), new float[] {0.6f}, List.of());
        List<Part> parts = List.of(
                part(Cause.DISCOUNT, -0.2, words),
                part(Cause.STATE, -0.05, words),
                part(Cause.PRICE, 0.04, words),
                part(Cause.BASELINE, -0.001, words));
        List<Contribution> contributions = List.of(
                new Contribution(
                        "expected_sales", "Forecast 40%, approval 50%", "typical 70%", -0.211, Money.ZERO, parts),
                new Contribution("price", "Price $48", "", -0.035, Money.ZERO),
                new Contribution("discount", "Discount 60%, usual is 30%", "", -0.03, Money.ZERO));

        TraceSentences told = new TraceSentences(wording, words);
        List<String> sentences = told.of(told.sayings(contributions), "Spa");

        assertThat(sentences)
                .as("the price's two parts cancel out")
                .containsExactly(
                        "Speaks against it: discount 60%, managers settle at about 40% (typical at it).",
                        "Counts only together with other facts: "
                                + "at present it sells 22% more than usual (typical 0% more).");
        assertThat(told.of(List.of(), "Spa")).containsExactly("Nothing sets this deal apart from a typical spa deal.");
    }
}
