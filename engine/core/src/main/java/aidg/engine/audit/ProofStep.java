package aidg.engine.audit;

import java.util.List;

/// One thing that was looked at when a file or a log was verified.
///
/// @param name  one or two words: `signature`
/// @param words what came of it and what that means, for people
public record ProofStep(String name, Outcome outcome, String words) {

    /// Name of the test whether the signer is trusted.
    public static final String SIGNER = "signer";

    /// How it ended.
    public enum Outcome {
        PASSED,
        FAILED,
        /// It could not or need not be looked at; `words` says why. Proves nothing.
        NOT_CHECKED
    }

    public static ProofStep passed(String name, String words) {
        return new ProofStep(name, Outcome.PASSED, words);
    }

    public static ProofStep failed(String name, String words) {
        return new ProofStep(name, Outcome.FAILED, words);
    }

    public static ProofStep notChecked(String name, String words) {
        return new ProofStep(name, Outcome.NOT_CHECKED, words);
    }

    /// Passed or failed.
    public static ProofStep of(String name, boolean passed, String ifPassed, String ifFailed) {
        return passed ? passed(name, ifPassed) : failed(name, ifFailed);
    }

    /// Whether none failed.
    public static boolean hold(List<ProofStep> steps) {
        return steps.stream().noneMatch(step -> step.outcome() == Outcome.FAILED);
    }
}
