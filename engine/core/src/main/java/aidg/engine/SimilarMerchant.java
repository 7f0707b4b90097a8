package aidg.engine;

import aidg.engine.domain.City;
import aidg.engine.domain.Deal;
import aidg.engine.domain.Merchant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A merchant like another, and what came of what it offered. [EXP-4]
///
/// @param cosine  of the profiles, -1..1
/// @param lately  its latest deals whose gross profit of 30 days is known, newest first, at most eight
/// @param matured its deals that went out and whose gross profit is known
/// @param reached how many of those reached their baseline
/// @param differs what differs most from the merchant that was asked about, in words, most first
public record SimilarMerchant(
        Merchant merchant,
        City city,
        double cosine,
        List<Deal> lately,
        int matured,
        int reached,
        List<String> differs) {

    public SimilarMerchant {
        lately = List.copyOf(lately);
        differs = List.copyOf(differs);
    }

    /// Its latest deal whose gross profit is known; null if there is none.
    public @Nullable Deal latest() {
        return lately.isEmpty() ? null : lately.getFirst();
    }
}
