package aidg.engine.bandit;

import aidg.engine.bandit.GuardVerdict.Check;
import aidg.engine.bandit.GuardVerdict.Outcome;
import aidg.engine.domain.Category;
import aidg.engine.domain.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What must never go out, whatever the score: three checks, in this order, the first failure decides. [SAF-1]
/// [SAF-2] [SAF-3] [SAF-4]
public final class SafetyGuard {

    /// Expected gross profit must reach this share of the baseline. [SAF-1]
    public static final double GP30_FLOOR = 0.8;

    /// A merchant whose deals are overridden more often than this is held back; exactly this often is allowed.
    /// [SAF-2]
    public static final double OVERRIDE_LIMIT = 0.3;

    /// With fewer decided deals than this an override rate says nothing and passes.
    static final int FEWEST_DECISIONS = 5;

    /// Never sold through the marketplace. [SAF-3]
    private static final Set<Category> FORBIDDEN =
            Set.of(new Category("gambling"), new Category("tobacco"), new Category("adult"));

    /// What the guard looks at.
    ///
    /// @param baselineGp30 gross profit of 30 days without the deal; zero or less needs a person to look [B9]
    /// @param overridden   of the last `decided` deals of the merchant
    public record Facts(Money expectedGp30, Money baselineGp30, int overridden, int decided, Category category) {}

    /// Whether nobody may let a category out, a merchant manager included. [SAF-3]
    public static boolean isForbidden(Category category) {
        return FORBIDDEN.contains(category);
    }

    /// Whether one deal passes all checks, without their words.
    public boolean allows(Facts facts) {
        return isAtFloor(facts.expectedGp30(), facts.baselineGp30())
                && facts.baselineGp30().isPositive()
                && isUnderLimit(facts)
                && !isForbidden(facts.category());
    }

    /// Checks one deal.
    public GuardVerdict check(Facts facts) {
        List<Check> checks = new ArrayList<>();
        String reason = floor(facts, checks);
        reason = reason.isEmpty() ? overrides(facts, checks) : skip("Override rate", reason, checks);
        reason = reason.isEmpty() ? category(facts, checks) : skip("Category", reason, checks);
        return new GuardVerdict(reason.isEmpty(), reason.isEmpty() ? "Valid" : reason, checks);
    }

    private static String floor(Facts facts, List<Check> checks) {
        if (!facts.baselineGp30().isPositive()) {
            checks.add(new Check(
                    "GP30 floor",
                    Outcome.FAILED,
                    "baseline is " + dollars(facts.baselineGp30().amount())));
            return "No positive baseline";
        }
        double floor = GP30_FLOOR * facts.baselineGp30().amount();
        boolean passed = isAtFloor(facts.expectedGp30(), facts.baselineGp30());
        checks.add(new Check(
                "GP30 floor",
                passed ? Outcome.PASSED : Outcome.FAILED,
                "%s %s %s"
                        .formatted(dollars(facts.expectedGp30().amount()), passed ? "over" : "under", dollars(floor))));
        return passed ? "" : "GP30 below baseline threshold";
    }

    /// In whole cents: as binary fractions 0.8 x 7.00 is a little more than 5.60.
    private static boolean isAtFloor(Money expected, Money baseline) {
        BigDecimal floor = BigDecimal.valueOf(GP30_FLOOR).multiply(BigDecimal.valueOf(baseline.cents()));
        return BigDecimal.valueOf(expected.cents()).compareTo(floor) >= 0;
    }

    private static boolean isUnderLimit(Facts facts) {
        return facts.decided() < FEWEST_DECISIONS || (double) facts.overridden() / facts.decided() <= OVERRIDE_LIMIT;
    }

    private static String overrides(Facts facts, List<Check> checks) {
        if (facts.decided() < FEWEST_DECISIONS) {
            checks.add(new Check(
                    "Override rate",
                    Outcome.PASSED,
                    "%d of %d, too few to judge".formatted(facts.overridden(), facts.decided())));
            return "";
        }
        double rate = (double) facts.overridden() / facts.decided();
        boolean passed = isUnderLimit(facts);
        checks.add(new Check(
                "Override rate",
                passed ? Outcome.PASSED : Outcome.FAILED,
                String.format(Locale.ROOT, "%.0f%%, limit %.0f%%", rate * 100, OVERRIDE_LIMIT * 100)));
        return passed ? "" : "High override rate detected";
    }

    private static String category(Facts facts, List<Check> checks) {
        boolean passed = !isForbidden(facts.category());
        checks.add(new Check(
                "Category",
                passed ? Outcome.PASSED : Outcome.FAILED,
                facts.category().words() + (passed ? " allowed" : " is never sold")));
        return passed ? "" : "High-risk category";
    }

    private static String skip(String name, String reason, List<Check> checks) {
        checks.add(new Check(name, Outcome.NOT_CHECKED, ""));
        return reason;
    }

    private static String dollars(double amount) {
        return String.format(Locale.ROOT, amount < 0 ? "\u2212$%,.0f" : "$%,.0f", Math.abs(amount));
    }
}
