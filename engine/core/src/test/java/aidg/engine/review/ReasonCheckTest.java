package aidg.engine.review;

import static org.assertj.core.api.Assertions.assertThat;

import aidg.engine.domain.Category;
import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Discount;
import aidg.engine.domain.Money;
import aidg.engine.domain.OverrideReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReasonCheckTest {

    private static final DealTerms BEFORE = terms(0.3, 80, 20);

    private static DealTerms terms(double discount, double price, int days) {
        return new DealTerms(new Discount(discount), Money.of(price), days, new Category("spa"));
    }

    @ParameterizedTest
    @CsvSource({
        "DISCOUNT_TOO_DEEP, .5, 80, 20, deeper",
        "DISCOUNT_TOO_SHALLOW, .2, 80, 20, shallower",
        "PRICE_TOO_HIGH, .3, 90, 20, higher",
        "PRICE_TOO_LOW, .3, 70, 20, lower",
        "RUN_TOO_LONG, .3, 80, 30, longer",
        "RUN_TOO_SHORT, .3, 80, 10, shorter"
    })
    void termsThatGoTheOtherWayContradictTheirReason(
            OverrideReason reason, double discount, double price, int days, String word) {
        DealTerms wrong = terms(discount, price, days);
        assertThat(ReasonCheck.contradiction(reason, BEFORE, wrong)).contains(reason.words(), word);
        assertThat(ReasonCheck.contradiction(reason, wrong, BEFORE)).isEmpty();
        assertThat(ReasonCheck.contradiction(OverrideReason.OTHER, BEFORE, wrong))
                .isEmpty();
    }

    @Test
    void itSaysFromWhereToWhere() {
        assertThat(ReasonCheck.contradiction(OverrideReason.DISCOUNT_TOO_DEEP, BEFORE, terms(0.5, 80, 20)))
                .isEqualTo("The reason is 'Discount too deep', but the new discount is deeper: 50% after 30%.");
    }

    @Test
    void aTermThatStaysContradictsNothing() {
        assertThat(ReasonCheck.contradiction(OverrideReason.DISCOUNT_TOO_DEEP, BEFORE, terms(0.3, 60, 10)))
                .isEmpty();
    }
}
