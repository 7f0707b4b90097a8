package aidg.engine.bandit;

import java.util.List;

/// What the safety guard says of one deal: allowed or not, why, and each check with its figures. [SAF-4]
///
/// @param reason `Valid`, or the reason of the first check that failed
/// @param checks in the order in which they run; after a failed one the others are not checked
public record GuardVerdict(boolean allowed, String reason, List<Check> checks) {

    public GuardVerdict {
        checks = List.copyOf(checks);
    }

    /// The rule that failed with its figures, for people: `GP30 below baseline threshold ($460 under $3,120)`;
    /// empty if it is allowed.
    public String refusal() {
        return checks.stream()
                .filter(check -> check.outcome() == Outcome.FAILED)
                .findFirst()
                .map(check -> "%s (%s)".formatted(reason, check.detail()))
                .orElse(allowed ? "" : reason);
    }

    /// How a check ended.
    public enum Outcome {
        PASSED,
        FAILED,
        NOT_CHECKED
    }

    /// One check.
    ///
    /// @param name   what is checked: `GP30 floor`
    /// @param detail the value against its limit, in words: `$4,620 over $3,120`; empty if not checked
    public record Check(String name, Outcome outcome, String detail) {}
}
