package aidg.ui.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import aidg.engine.whatif.Policy;
import aidg.engine.whatif.PolicyText;
import aidg.engine.whatif.Term;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PolicyFormTest {

    private final PolicyForm form = new PolicyForm();

    private Policy policy() {
        return form.policyProperty().get().orElseThrow();
    }

    @Test
    void itBeginsWithARuleThatCanBeWorkedOut() {
        assertThat(policy()).isEqualTo(new Policy.Shift(Term.DISCOUNT, 0.05));
        assertThat(form.textProperty().get()).isEqualTo("+5pt");
    }

    @ParameterizedTest
    @EnumSource
    void everyRuleIsTheTextBesideItAndIsReadBackFromIt(PolicyRule rule) {
        form.choose(rule);
        String text = form.textProperty().get();
        Policy meant = policy();

        assertThat(PolicyText.read(rule.term(), text)).isEqualTo(meant);
        assertThat(PolicyRule.of(meant)).isEqualTo(rule);
        form.textProperty().set(text + " ");
        assertThat(form.ruleProperty().get()).isEqualTo(rule);
        assertThat(Double.parseDouble(form.numberProperty().get())).isEqualTo(rule.usual());
    }

    @ParameterizedTest
    @CsvSource({"-7pt,SHALLOWER,7", "max:42.5%,MOST_DISCOUNT,42.5", "min:10%,LEAST_DISCOUNT,10", "=30%,SET_DISCOUNT,30"
    })
    void textThatIsTypedMovesRuleAndNumber(String text, PolicyRule rule, String number) {
        form.textProperty().set(text);

        assertThat(form.ruleProperty().get()).isEqualTo(rule);
        assertThat(form.numberProperty().get()).isEqualTo(number);
        assertThat(form.wrongProperty().get()).isEqualTo(PolicyForm.Wrong.NOTHING);
    }

    @ParameterizedTest
    @CsvSource({"cheap", "''", "-5", "5.55555", "1e3"})
    void aNumberThatIsNoneLeavesNoPolicyAndSaysWhatToWrite(String number) {
        form.numberProperty().set(number);

        assertThat(form.policyProperty().get()).isEmpty();
        assertThat(form.wrongProperty().get().number()).isEqualTo("Write a number of points, such as 5.");

        form.numberProperty().set("6");
        assertThat(policy()).isEqualTo(new Policy.Shift(Term.DISCOUNT, 0.06));
    }

    @Test
    void aNumberOutOfRangeIsRefusedInWords() {
        form.choose(PolicyRule.SET_DISCOUNT);
        form.numberProperty().set("95");

        assertThat(form.policyProperty().get()).isEmpty();
        assertThat(form.wrongProperty().get().number()).isEqualTo("A discount of 95% is not in 2..80%.");
    }

    @Test
    void textThatIsNoPolicyIsRefusedWithExamples() {
        form.about(Term.PRICE);
        form.textProperty().set("half");

        assertThat(form.policyProperty().get()).isEmpty();
        assertThat(form.wrongProperty().get().text())
                .isEqualTo("'half' is no policy. Write -10%, +$5, =$30, max:$40 or min:$10.");
    }

    @Test
    void stepsNeverGoBelowNothing() {
        form.step(-3);
        assertThat(form.textProperty().get()).isEqualTo("+2pt");

        form.step(-9);
        assertThat(form.textProperty().get()).isEqualTo("+0pt");
    }

    @Test
    void theSameTermAgainKeepsTheRule() {
        form.choose(PolicyRule.MOST_DISCOUNT);
        form.about(Term.DISCOUNT);
        assertThat(form.ruleProperty().get()).isEqualTo(PolicyRule.MOST_DISCOUNT);

        form.about(Term.PRICE);
        assertThat(form.ruleProperty().get().term()).isEqualTo(Term.PRICE);
    }
}
