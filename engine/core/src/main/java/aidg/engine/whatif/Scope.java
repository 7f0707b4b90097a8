package aidg.engine.whatif;

import aidg.engine.domain.Category;
import aidg.engine.domain.Proposal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which proposals a policy is put on: those that meet every condition given.
///
/// @param cityId   of the merchant; null for any
/// @param category that they are sold as; null for any
/// @param dealIds  these alone; empty for all
public record Scope(@Nullable String cityId, @Nullable Category category, Set<String> dealIds) {

    /// Every proposal.
    public static final Scope EVERYTHING = new Scope(null, null, Set.of());

    public Scope {
        dealIds = Set.copyOf(dealIds);
    }

    /// Whether a proposal belongs to it.
    ///
    /// @param city id of its merchant's
    public boolean holds(Proposal proposal, String city) {
        return (cityId == null || cityId.equals(city))
                && (category == null || category.equals(proposal.terms().category()))
                && (dealIds.isEmpty() || dealIds.contains(proposal.id()));
    }
}
