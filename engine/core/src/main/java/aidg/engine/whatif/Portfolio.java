package aidg.engine.whatif;

import aidg.engine.domain.Money;
import aidg.engine.domain.MoneyRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a policy would do to many proposals at once.
///
/// @param moved      every proposal in its scope, from the greatest gain to the greatest loss, ties by id
/// @param held       how many are held at the end of the range of the term
/// @param before     all of them as proposed, rivals as they are
/// @param after      all of them under the policy, rivals as they are
/// @param gain       what the policy brings: `after` minus `before`
/// @param gainRange  90 % interval of that, by what the forecast does not know of the merchants, each of whom errs
///                   in its own way; what it learned of all merchants together is taken as known
/// @param neighbours what they take from one another, which `gain` leaves out
/// @param dependence how much alike errors were in the past; null where that could not be measured
public record Portfolio(
        Policy policy,
        List<Moved> moved,
        int held,
        Total before,
        Total after,
        Money gain,
        MoneyRange gainRange,
        Cannibalisation neighbours,
        Capacity capacity,
        @Nullable Dependence dependence) {

    public Portfolio {
        moved = List.copyOf(moved);
    }

    /// How many proposals change.
    public int changed() {
        return (int) moved.stream().filter(Moved::isChanged).count();
    }

    /// Those that gain, the most first.
    public List<Moved> winners() {
        return moved.stream().filter(one -> one.gain().cents() > 0).toList();
    }

    /// Those that lose, the most first.
    public List<Moved> losers() {
        return moved.stream().filter(one -> one.gain().cents() < 0).toList().reversed();
    }

    /// Those that the safety guard let out as proposed and refuses under the policy, in the order of `losers`.
    public List<Moved> newlyRefused() {
        return moved.stream()
                .filter(one -> one.before().allowed() && !one.after().allowed())
                .toList()
                .reversed();
    }

    /// Those that the safety guard refused as proposed and lets out under the policy, in the order of `winners`.
    public List<Moved> newlyAllowed() {
        return moved.stream()
                .filter(one -> !one.before().allowed() && one.after().allowed())
                .toList();
    }
}
