package aidg.engine.rules;

import java.util.List;

/// One rule of a set. [EXP-6]
///
/// @param text       `IF merchant_category='restaurant' AND avg_discount>0.4 THEN recommend_high_gp30_deal`
/// @param conditions all must hold
/// @param verdict    what the model does there
/// @param coverage   share of the held-out deals that it fires for, 0..1
/// @param precision  share of those for which the model says the same, 0..1
/// @param lift       precision over the share among all held-out deals
/// @param deals      held-out deals that it fires for
/// @param score      mean score of the deals that it was learned from, 0..1
public record Rule(
        String text,
        List<Condition> conditions,
        Verdict verdict,
        double coverage,
        double precision,
        double lift,
        int deals,
        double score) {

    public Rule {
        conditions = List.copyOf(conditions);
    }

    /// What a rule foretells of the model. [EXP-6]
    public enum Verdict {
        /// A score of at least one half.
        RECOMMEND("recommend_high_gp30_deal"),
        /// A lower score, for want of sales.
        LOW("expect_low_gp30"),
        /// A lower score, for a manager would override it.
        OVERRIDE("expect_override");

        private final String words;

        Verdict(String words) {
            this.words = words;
        }

        /// As it stands in a rule.
        public String words() {
            return words;
        }

        /// Whether it recommends.
        boolean isRecommendation() {
            return this == RECOMMEND;
        }
    }

    /// A bound on one fact; a missing value counts as less than any.
    ///
    /// @param more whether it must be over the threshold; else it must be at most that
    public record Condition(int feature, boolean more, double threshold) {

        boolean holds(double[] example) {
            return RegressionTree.isHigh(example[feature], threshold) == more;
        }
    }

    /// Whether it says something of a deal.
    ///
    /// @param example its facts, in the set's order
    public boolean fires(double[] example) {
        return allHold(conditions, example);
    }

    static boolean allHold(List<Condition> conditions, double[] example) {
        for (Condition condition : conditions) {
            if (!condition.holds(example)) {
                return false;
            }
        }
        return true;
    }
}
