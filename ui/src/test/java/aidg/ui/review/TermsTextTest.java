package aidg.ui.review;

import static org.assertj.core.api.Assertions.assertThat;

import aidg.engine.domain.Category;
import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Discount;
import aidg.engine.domain.Money;
import aidg.ui.format.Figures;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TermsTextTest {

    private static final DealTerms ORIGINAL =
            new DealTerms(new Discount(0.33333), Money.of(78.5), 21, new Category("restaurants"));

    private final TermsText text = new TermsText(ORIGINAL, new Figures(Locale.US, ZoneOffset.UTC));

    @Test
    void untouchedTextMeansExactlyTheOriginal() {
        assertThat(text.discountProperty().get()).isEqualTo("33.3");
        assertThat(text.termsProperty().get()).contains(ORIGINAL);
    }

    @Test
    void unitsMayBeTypedAlong() {
        text.discountProperty().set("32 %");
        text.priceProperty().set("$82.50");

        assertThat(text.termsProperty().get())
                .contains(new DealTerms(new Discount(0.32), Money.of(82.5), 21, new Category("restaurants")));
    }

    @Test
    void numbersAreReadInTheLocale() {
        TermsText german = new TermsText(ORIGINAL, new Figures(Locale.GERMANY, ZoneOffset.UTC));
        german.priceProperty().set("82,50");

        assertThat(german.termsProperty().get()).map(DealTerms::price).contains(Money.of(82.5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "-5", "100", "3x"})
    void unusableDiscountsAreNamed(String typed) {
        text.discountProperty().set(typed);

        assertThat(text.termsProperty().get()).isEmpty();
        assertThat(text.problems()).containsExactly("Write the discount as 0 to 99 percent.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "366", "7.5", "soon"})
    void unusableRunsAreNamed(String typed) {
        text.daysProperty().set(typed);

        assertThat(text.problems()).containsExactly("Write the run as 1 to 365 whole days.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "9999999999", "free"})
    void unusablePricesAreNamed(String typed) {
        text.priceProperty().set(typed);

        assertThat(text.problems()).containsExactly("Write the price in dollars, more than 0.");
    }
}
