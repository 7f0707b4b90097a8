package aidg.engine.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import aidg.engine.SmallMarket;
import aidg.engine.domain.Category;
import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Proposal;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Policies as people write them, and what they make of an offer. [WB-10]
class PolicyTest {

    /// A quarter off a list price of $40.
    private static final DealTerms TERMS = SmallMarket.terms(0.25, 30, 14, "restaurant");

    @ParameterizedTest
    @CsvSource({
        "+5pt, 0.30, 28.00",
        "-5pt, 0.20, 32.00",
        "+2.5 points, 0.275, 29.00",
        "=30%, 0.30, 28.00",
        "max:20%, 0.20, 32.00",
        "max:40%, 0.25, 30.00",
        "min:50%, 0.50, 20.00",
        "min:10%, 0.25, 30.00",
        "+90pt, 0.80, 8.00",
        "-90pt, 0.02, 39.20",
        "\u22125pt, 0.20, 32.00"
    })
    void aDiscountPolicyKeepsTheListPriceAndStaysInRange(String written, double discount, double price) {
        DealTerms changed = PolicyText.read(Term.DISCOUNT, written).apply(TERMS);

        assertThat(changed.discount().fraction()).isCloseTo(discount, offset(1e-9));
        assertThat(changed.price().amount()).isEqualTo(price);
        assertThat(changed.durationDays()).isEqualTo(14);
        assertThat(changed.category()).isEqualTo(new Category("restaurant"));
    }

    @ParameterizedTest
    @CsvSource({
        "-10%, 27.00",
        "+10%, 33.00",
        "+$5, 35.00",
        "-5, 25.00",
        "=$19.99, 19.99",
        "max:$20, 20.00",
        "max:$99, 30.00",
        "min:40, 40.00",
        "-$99, 0.01"
    })
    void aPricePolicyKeepsTheDiscount(String written, double price) {
        DealTerms changed = PolicyText.read(Term.PRICE, written).apply(TERMS);

        assertThat(changed.price().amount()).isEqualTo(price);
        assertThat(changed.discount()).isEqualTo(TERMS.discount());
    }

    @Test
    void aPolicyThatAsksForNothingElseLeavesTheVerySameTerms() {
        DealTerms odd = SmallMarket.terms(0.333, 19.99, 14, "restaurant");

        assertThat(PolicyText.read(Term.DISCOUNT, "+0pt").apply(odd)).isSameAs(odd);
        assertThat(PolicyText.read(Term.DISCOUNT, "=33.3%").apply(odd)).isSameAs(odd);
        assertThat(PolicyText.read(Term.PRICE, "+0%").apply(odd)).isSameAs(odd);
        assertThat(PolicyText.read(Term.PRICE, "=$19.99").apply(odd)).isSameAs(odd);
    }

    @Test
    void whatLiesBeyondTheRangeAlreadyMayStayButGoesNoFarther() {
        DealTerms deep = SmallMarket.terms(0.9, 10, 14, "restaurant");
        Policy deeper = PolicyText.read(Term.DISCOUNT, "+5pt");

        assertThat(deeper.apply(deep)).isSameAs(deep);
        assertThat(deeper.isHeld(deep)).isTrue();
        assertThat(deeper.isHeld(TERMS)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "+5%, how many points",
        "5pt, is no policy",
        "=30, is no discount in percent",
        "=$3, how many points",
        "=95%, is not in 2..80%",
        "max:1%, is not in 2..80%",
        "+300pt, is not in 0..100%",
        "deep, is no policy",
        "'', is no policy"
    })
    void aDiscountThatCannotBeIsRefusedInWords(String written, String why) {
        assertThatThrownBy(() -> PolicyText.read(Term.DISCOUNT, written))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }

    @ParameterizedTest
    @CsvSource({"=30%, is no price", "+5pt, is no price", "-$5%, is no price", "-100%, cannot be", "max:0, cannot be"})
    void aPriceThatCannotBeIsRefusedInWords(String written, String why) {
        assertThatThrownBy(() -> PolicyText.read(Term.PRICE, written))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }

    @ParameterizedTest
    @CsvSource({
        "DISCOUNT, -5pt, discount \u22125 points",
        "DISCOUNT, max:37.5%, discount at most 37.5%",
        "DISCOUNT, min:10%, discount at least 10%",
        "PRICE, -10%, price \u221210%",
        "PRICE, +$5, price +$5",
        "PRICE, =24.99, price $24.99"
    })
    void aPolicyIsToldInWords(Term term, String written, String words) {
        assertThat(PolicyText.read(term, written).words()).isEqualTo(words);
    }

    @Test
    void aScopeHoldsWhatMeetsEveryCondition() {
        Proposal one = SmallMarket.proposal("p", "m", TERMS);

        assertThat(Scope.EVERYTHING.holds(one, "chi")).isTrue();
        assertThat(new Scope("chi", new Category("Restaurant"), Set.of("p")).holds(one, "chi"))
                .isTrue();
        assertThat(new Scope("chi", null, Set.of()).holds(one, "aus")).isFalse();
        assertThat(new Scope(null, new Category("spa"), Set.of()).holds(one, "chi"))
                .isFalse();
        assertThat(new Scope(null, null, Set.of("q")).holds(one, "chi")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "DISCOUNT,+5pt",
        "DISCOUNT,-2.5pt",
        "DISCOUNT,=30%",
        "DISCOUNT,max:42.5%",
        "DISCOUNT,min:10%",
        "PRICE,-10%",
        "PRICE,+12.5%",
        "PRICE,+$5",
        "PRICE,-$0.5",
        "PRICE,=$30",
        "PRICE,max:$40",
        "PRICE,min:$9.99"
    })
    void whatIsWrittenIsReadBack(Term term, String text) {
        Policy policy = PolicyText.read(term, text);

        assertThat(PolicyText.write(policy)).isEqualTo(text);
    }
}
