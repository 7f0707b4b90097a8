package aidg.engine.rules;

import aidg.engine.domain.OverrideReason;
import org.jspecify.annotations.Nullable;

/// A deal as the model sees it today, to learn rules from and to hold them against.
///
/// @param id         of the deal; empty where nobody asks for it
/// @param merchantId what is held out together
/// @param facts      in the order of the book's facts, NaN where missing
/// @param score      0..1
/// @param approval   0..1
/// @param reach      0..1
/// @param decision   what a manager decided when it was proposed; null if nobody has yet
/// @param refusedBy  the safety guard's check that refuses it today: `GP30 floor`; empty if it is allowed
public record Example(
        String id,
        String merchantId,
        double[] facts,
        double score,
        double approval,
        double reach,
        @Nullable Decision decision,
        String refusedBy) {

    private static final int HELD_OUT = 4;
    private static final double RECOMMENDED = 0.5;

    /// What a manager made of a deal.
    ///
    /// @param reason of an override, as far as it is known; null for an approval
    public record Decision(boolean approved, @Nullable OverrideReason reason) {

        public static final Decision APPROVED = new Decision(true, null);

        public static Decision overridden(@Nullable OverrideReason reason) {
            return new Decision(false, reason);
        }
    }

    /// A deal of which nothing is known but what the model says.
    public static Example of(String merchantId, double[] facts, double score, double approval, double reach) {
        return new Example("", merchantId, facts, score, approval, reach, null, "");
    }

    /// Whether the model recommends it.
    public boolean isRecommended() {
        return score >= RECOMMENDED;
    }

    /// Whether rules are measured on it; else they are learned from it. True of a quarter of the merchants.
    public boolean isHeldOut() {
        return Math.floorMod(merchantId.hashCode() * 0x9E3779B9 >>> 8, HELD_OUT) == 0;
    }
}
