package aidg.engine.review;

import static org.assertj.core.api.Assertions.assertThat;

import aidg.engine.SmallMarket;
import aidg.engine.bandit.GuardVerdict;
import aidg.engine.bandit.SafetyGuard;
import aidg.engine.domain.Category;
import aidg.engine.domain.Interval;
import aidg.engine.domain.Money;
import aidg.engine.domain.MoneyRange;
import org.junit.jupiter.api.Test;

/// What a manager puts in a proposal's place. [SAF-3] [SAF-4]
class ClearanceTest {

    private static Clearance of(double expectedGp30, int overridden, String category) {
        Money expected = Money.of(expectedGp30);
        GuardVerdict guard = new SafetyGuard()
                .check(new SafetyGuard.Facts(expected, Money.of(1000), overridden, 10, new Category(category)));
        return Clearance.of(SmallMarket.scored(
                SmallMarket.proposal("p", "m", SmallMarket.terms(0.3, 20, 14, category)),
                new Interval(0.4, 0.6),
                0.5,
                new MoneyRange(expected, expected),
                guard));
    }

    @Test
    void termsThatTheGuardAllowsAreClear() {
        assertThat(of(1000, 0, "restaurant")).isEqualTo(new Clearance.Clear());
    }

    @Test
    void aForecastUnderTheFloorAndAHighOverrideRateCanBeOverruled() {
        assertThat(of(700, 0, "restaurant"))
                .isEqualTo(new Clearance.Overrulable("GP30 below baseline threshold ($700 under $800)"));
        assertThat(of(1000, 4, "restaurant"))
                .isEqualTo(new Clearance.Overrulable("High override rate detected (40%, limit 30%)"));
    }

    @Test
    void whatIsNeverSoldCannotBeOverruledEvenIfAnEarlierCheckFailsFirst() {
        Clearance never = new Clearance.Never("High-risk category (Tobacco is never sold)");

        assertThat(of(1000, 0, "tobacco")).isEqualTo(never);
        assertThat(of(100, 10, "tobacco")).isEqualTo(never);
    }

    @Test
    void theLogSaysWhichRuleWasOverruledAndWhy() {
        Clearance.Overrulable guarded = new Clearance.Overrulable("High override rate detected (40%, limit 30%)");

        assertThat(guarded.comment(" Opening week "))
                .isEqualTo("Despite the guard: High override rate detected (40%, limit 30%). Opening week");
        assertThat(guarded.comment("")).isEqualTo("Despite the guard: High override rate detected (40%, limit 30%).");
    }
}
