package aidg.engine.forecast;

import aidg.engine.domain.OverrideReason;
import java.util.ArrayList;
import java.util.List;

/// How likely a deal is to be overridden, by competing risks: every reason has a hazard of its own, log-linear in
/// what may be wrong with the deal, and the deal goes out if none strikes, with probability
/// `exp(-sum of hazards)`. Fitted reason by reason by Poisson regression, as the likelihood falls apart that way
/// (Holford 1980).
///
/// @param reasons one per reason, in the order of the enum; empty where nothing was learned
public record Hazards(List<Hazard> reasons) {

    private static final double USUAL_SUM = 0.12;

    /// A deal with its faults and what became of it.
    ///
    /// @param faults per reason the inputs of its hazard
    /// @param reason ordinal of the reason of its override; -1 if it went out
    record Decision(double[][] faults, int reason) {}

    static Hazards learn(List<Decision> decisions) {
        List<Hazard> reasons = new ArrayList<>();
        if (!decisions.isEmpty()) {
            for (OverrideReason reason : OverrideReason.values()) {
                reasons.add(Hazard.learn(decisions, reason.ordinal()));
            }
        }
        return new Hazards(List.copyOf(reasons));
    }

    /// Probability, 0..1, that no hazard strikes.
    double approval(double[][] faults) {
        double sum = reasons.isEmpty() ? USUAL_SUM : 0;
        for (int r = 0; r < reasons.size(); r++) {
            sum += reasons.get(r).of(faults[r]);
        }
        return Math.exp(-sum);
    }

    /// The same where what the inputs of each reason contribute is known.
    double approvalOfParts(double[] inputs) {
        double sum = reasons.isEmpty() ? USUAL_SUM : 0;
        for (int r = 0; r < reasons.size(); r++) {
            sum += reasons.get(r).ofParts(inputs[r]);
        }
        return Math.exp(-sum);
    }
}
