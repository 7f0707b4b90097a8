package aidg.engine.whatif;

import aidg.engine.domain.Money;
import java.util.List;

/// What neighbours take from one another: rivals of the same category within 2 km on overlapping days. Deals are
/// forecast with the rivals that are agreed already and again as if every open deal that the guard lets out ran
/// too, so these are upper ends: some of them will not go out. What it refuses as proposed is left out.
///
/// @param deals       under the policy that meet another open deal
/// @param before      what meeting them costs these as proposed; negative if it costs
/// @param after       the same under the policy
/// @param outside     open deals outside the policy that meet a deal which it changes
/// @param outsideGain what the policy brings those, negative if it takes from them
public record Cannibalisation(int deals, Money before, Money after, int outside, Money outsideGain) {

    /// @param inside  under the policy
    /// @param outside not under it, affected by it
    static Cannibalisation of(List<Moved> inside, List<Moved> outside) {
        List<Moved> running =
                inside.stream().filter(one -> one.before().allowed()).toList();
        return new Cannibalisation(
                (int) running.stream().filter(one -> one.rivals() > 0).count(),
                new Money(running.stream()
                        .mapToLong(one -> one.takenBefore().cents())
                        .sum()),
                new Money(running.stream()
                        .mapToLong(one -> one.takenAfter().cents())
                        .sum()),
                outside.size(),
                new Money(outside.stream()
                        .mapToLong(one -> one.gainTogether().cents())
                        .sum()));
    }

    /// How much more, or less, they take from one another because of the policy; negative if more.
    public Money byPolicy() {
        return new Money(after.cents() - before.cents());
    }
}
