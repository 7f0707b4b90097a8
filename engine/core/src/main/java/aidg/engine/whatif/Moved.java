package aidg.engine.whatif;

import aidg.engine.domain.Money;
import aidg.engine.domain.MoneyRange;
import aidg.engine.domain.Proposal;

/// One proposal before and under a policy.
///
/// @param before         as proposed, rivals as they are
/// @param after          under the policy, rivals as they are
/// @param beforeTogether as proposed, if the other open deals ran as proposed
/// @param afterTogether  under the policy, if the other open deals ran under the policy
/// @param rivals         how many of those it meets
/// @param doubt          half the width of the 90 % interval of `gain`, dollars
public record Moved(
        Proposal proposal,
        Prospect before,
        Prospect after,
        Prospect beforeTogether,
        Prospect afterTogether,
        int rivals,
        double doubt) {

    /// Whether the policy changes its terms.
    public boolean isChanged() {
        return !after.terms().equals(before.terms());
    }

    /// What the policy brings, rivals as they are.
    public Money gain() {
        return minus(after, before);
    }

    /// 90 % interval of `gain`, by what the forecast does not know of the merchant.
    public MoneyRange gainRange() {
        return Total.around(gain(), doubt);
    }

    /// What meeting the others costs as proposed; negative if it costs.
    public Money takenBefore() {
        return minus(beforeTogether, before);
    }

    /// What meeting the others costs under the policy.
    public Money takenAfter() {
        return minus(afterTogether, after);
    }

    /// What the policy brings where all others follow it too.
    public Money gainTogether() {
        return minus(afterTogether, beforeTogether);
    }

    private static Money minus(Prospect one, Prospect other) {
        return new Money(one.gp30().cents() - other.gp30().cents());
    }
}
