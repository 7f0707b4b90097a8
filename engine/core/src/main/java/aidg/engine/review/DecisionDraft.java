package aidg.engine.review;

/// A decision before the log has taken it.
///
/// @param score what the model says, 0..1
public record DecisionDraft(String dealId, Decision.Verdict verdict, double score, String modelHash) {

    public DecisionDraft {
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("score %s is not in 0..1".formatted(score));
        }
    }
}
