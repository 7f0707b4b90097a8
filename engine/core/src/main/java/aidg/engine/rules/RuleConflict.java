package aidg.engine.rules;

import java.util.List;
import java.util.Locale;

/// A rule and a policy that contradict each other. The rule tells what the model does, so the model does too.
///
/// @param rule      what the model does
/// @param against   whose policy it contradicts
/// @param what      of the guard the check that refuses: `GP30 floor`; of overrides the reason given most often:
///                  `Discount too deep`; empty for approvals or where no reason is known
/// @param deals     deals that the rule fires for and the policy treats the other way
/// @param of        deals that the rule fires for, among those looked at
/// @param merchants whose deals those are
/// @param low       lower end of the 90 % interval of `share()`, 0..1
/// @param elsewhere share that the policy treats so among deals that the rule does not fire for, 0..1
/// @param dealIds   of some of these deals, at most `RuleConflict.MOST`; those that await review first, then by
///                  score
public record RuleConflict(
        Rule rule,
        Against against,
        String what,
        int deals,
        int of,
        int merchants,
        double low,
        double elsewhere,
        List<String> dealIds) {

    /// Deals that are named, at most.
    public static final int MOST = 20;

    public RuleConflict {
        dealIds = List.copyOf(dealIds);
    }

    /// What a rule can contradict.
    public enum Against {
        /// The rule recommends, the safety guard refuses.
        GUARD,
        /// The rule recommends, managers overrode.
        OVERRIDES,
        /// The rule expects an override, managers approved.
        APPROVALS
    }

    /// Share of the rule's deals that the policy treats the other way, 0..1.
    public double share() {
        return (double) deals / of;
    }

    /// What the rule contradicts: `the guard's check 'GP30 floor'`, `managers' overrides, most often for
    /// 'Discount too deep'`.
    public String policy() {
        return switch (against) {
            case GUARD -> "the guard's check '%s'".formatted(what);
            case OVERRIDES -> "managers' overrides" + (what.isEmpty() ? "" : ", most often for '%s'".formatted(what));
            case APPROVALS -> "managers' approvals";
        };
    }

    /// What happens to the rule's deals, in one sentence without the rule's text.
    public String sentence() {
        String who = switch (against) {
            case GUARD -> "Recommended, yet the guard's check '%s' refuses".formatted(what);
            case OVERRIDES -> "Managers overrode";
            case APPROVALS -> "Managers approved";
        };
        String why = against == Against.OVERRIDES && !what.isEmpty() ? ", most often for '%s'".formatted(what) : "";
        return String.format(
                Locale.ROOT,
                "%s %,d of its %,d deals (%.0f%%, elsewhere %.0f%%; %,d %s)%s.",
                who,
                deals,
                of,
                100 * share(),
                100 * elsewhere,
                merchants,
                merchants == 1 ? "merchant" : "merchants",
                why);
    }
}
