package aidg.engine.bandit;

import static org.assertj.core.api.Assertions.assertThat;

import aidg.engine.bandit.GuardVerdict.Check;
import aidg.engine.bandit.GuardVerdict.Outcome;
import aidg.engine.bandit.SafetyGuard.Facts;
import aidg.engine.domain.Category;
import aidg.engine.domain.Money;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafetyGuardTest {

    private final SafetyGuard guard = new SafetyGuard();

    private GuardVerdict check(double expected, double baseline, int overridden, int decided, String category) {
        return guard.check(
                new Facts(Money.of(expected), Money.of(baseline), overridden, decided, new Category(category)));
    }

    private static List<Outcome> outcomes(GuardVerdict verdict) {
        return verdict.checks().stream().map(Check::outcome).toList();
    }

    /// [SAF-4]
    @Test
    void aSoundDealIsValidAndEveryCheckIsNamedInOrder() {
        GuardVerdict verdict = check(1200, 1000, 1, 10, "restaurant");

        assertThat(verdict.allowed()).isTrue();
        assertThat(verdict.reason()).isEqualTo("Valid");
        assertThat(verdict.checks().stream().map(Check::name))
                .containsExactly("GP30 floor", "Override rate", "Category");
        assertThat(outcomes(verdict)).containsOnly(Outcome.PASSED);
    }

    /// [SAF-4]
    @Test
    void theFirstFailureDecidesAndTheOthersAreNotChecked() {
        GuardVerdict first = check(100, 1000, 10, 10, "gambling");
        GuardVerdict second = check(1000, 1000, 10, 10, "gambling");
        GuardVerdict third = check(1000, 1000, 0, 10, "gambling");

        assertThat(first.reason()).isEqualTo("GP30 below baseline threshold");
        assertThat(outcomes(first)).containsExactly(Outcome.FAILED, Outcome.NOT_CHECKED, Outcome.NOT_CHECKED);
        assertThat(second.reason()).isEqualTo("High override rate detected");
        assertThat(outcomes(second)).containsExactly(Outcome.PASSED, Outcome.FAILED, Outcome.NOT_CHECKED);
        assertThat(third.reason()).isEqualTo("High-risk category");
        assertThat(outcomes(third)).containsExactly(Outcome.PASSED, Outcome.PASSED, Outcome.FAILED);
        assertThat(List.of(first, second, third)).noneMatch(GuardVerdict::allowed);
    }

    @Test
    void aRefusalNamesTheRuleAndItsFigures() {
        assertThat(check(100, 1000, 10, 10, "gambling").refusal())
                .isEqualTo("GP30 below baseline threshold ($100 under $800)");
        assertThat(check(1000, 1000, 5, 10, "restaurant").refusal())
                .isEqualTo("High override rate detected (50%, limit 30%)");
        assertThat(check(1000, 0, 0, 10, "restaurant").refusal()).isEqualTo("No positive baseline (baseline is $0)");
        assertThat(check(1000, 1000, 0, 10, "restaurant").refusal()).isEmpty();
    }

    /// [SAF-1]
    @Test
    void exactlyFourFifthsOfTheBaselineAreEnoughAndACentLessIsNot() {
        for (long fifths = 1; fifths < 20_000; fifths++) {
            Money baseline = new Money(5 * fifths);
            Category category = new Category("spa");
            assertThat(guard.check(new Facts(new Money(4 * fifths), baseline, 0, 10, category))
                            .allowed())
                    .as("0.8 x %s", baseline)
                    .isTrue();
            assertThat(guard.check(new Facts(new Money(4 * fifths - 1), baseline, 0, 10, category))
                            .allowed())
                    .as("a cent under 0.8 x %s", baseline)
                    .isFalse();
        }
    }

    /// [SAF-2]
    @Test
    void exactlyThirtyPercentOverriddenAreAllowedAndMoreIsNot() {
        assertThat(check(1000, 1000, 3, 10, "spa").allowed()).isTrue();
        assertThat(check(1000, 1000, 6, 20, "spa").allowed()).isTrue();
        assertThat(check(1000, 1000, 15, 50, "spa").allowed()).isTrue();
        assertThat(check(1000, 1000, 16, 50, "spa").reason()).isEqualTo("High override rate detected");
        assertThat(check(1000, 1000, 4, 13, "spa").reason()).isEqualTo("High override rate detected");
    }

    /// [SAF-2]
    @Test
    void fewerThanFiveDecisionsSayNothing() {
        assertThat(check(1000, 1000, 4, 4, "spa").allowed()).isTrue();
        assertThat(check(1000, 1000, 0, 0, "spa").allowed()).isTrue();
        assertThat(check(1000, 1000, 2, 5, "spa").allowed()).isFalse();
    }

    /// [SAF-3] [B9]
    @ParameterizedTest
    @ValueSource(strings = {"gambling", "Gambling", " TOBACCO ", "tobacco", "Adult", "adult\t"})
    void forbiddenCategoriesAreForbiddenInAnySpelling(String category) {
        assertThat(check(1000, 1000, 0, 10, category).reason()).isEqualTo("High-risk category");
    }

    /// [SAF-3]
    @ParameterizedTest
    @ValueSource(strings = {"adult education", "restaurant", "antitobacco"})
    void categoriesThatOnlyContainSuchAWordAreAllowed(String category) {
        assertThat(check(1000, 1000, 0, 10, category).allowed()).isTrue();
    }

    /// [B9]
    @ParameterizedTest
    @ValueSource(doubles = {0, -0.01, -5000})
    void withoutAPositiveBaselineThereIsNothingToCompareWith(double baseline) {
        GuardVerdict verdict = check(1000, baseline, 0, 10, "spa");

        assertThat(verdict.allowed()).isFalse();
        assertThat(verdict.reason()).isEqualTo("No positive baseline");
        assertThat(outcomes(verdict)).containsExactly(Outcome.FAILED, Outcome.NOT_CHECKED, Outcome.NOT_CHECKED);
    }
}
