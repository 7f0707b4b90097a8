package aidg.engine.review;

import aidg.engine.ScoredDeal;
import aidg.engine.bandit.SafetyGuard;

/// Whether terms that a merchant manager puts in a proposal's place may go out. The guard looks at them as at
/// any deal [SAF-4]; a manager may overrule its forecast and its rate, and says why, but not what is never sold
/// [SAF-3].
public sealed interface Clearance {

    /// The guard lets them pass.
    record Clear() implements Clearance {}

    /// The guard refuses them, and a manager may let them out all the same.
    ///
    /// @param refusal rule and figures: `GP30 below baseline threshold ($460 under $3,120)`
    record Overrulable(String refusal) implements Clearance {

        /// What the log says when a manager overrules the guard.
        ///
        /// @param why in the manager's words, may be empty
        public String comment(String why) {
            String opening = "Despite the guard: %s.".formatted(refusal);
            return why.isBlank() ? opening : opening + " " + why.strip();
        }
    }

    /// They never go out.
    ///
    /// @param refusal rule and figures: `High-risk category (Gambling is never sold)`
    record Never(String refusal) implements Clearance {}

    /// What the guard's word on changed terms means for a manager.
    ///
    /// @param changed the proposal under the new terms
    static Clearance of(ScoredDeal changed) {
        if (SafetyGuard.isForbidden(changed.proposal().terms().category())) {
            return new Never("High-risk category (%s is never sold)"
                    .formatted(changed.proposal().terms().category().words()));
        }
        return changed.guard().allowed()
                ? new Clear()
                : new Overrulable(changed.guard().refusal());
    }
}
