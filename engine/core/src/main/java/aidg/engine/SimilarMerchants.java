package aidg.engine;

import aidg.engine.domain.Category;
import aidg.engine.domain.Merchant;
import aidg.engine.similar.PlaneMap;
import java.time.Instant;
import java.util.List;

/// Merchants like one, from the prototypes of a category. [EXP-4]
///
/// @param merchant   who was asked about
/// @param category   whose prototypes were searched
/// @param neighbours most alike first, at most five
/// @param notice     what to know about where they come from; empty if there is nothing
/// @param builtAt    when the prototypes were chosen
/// @param map        the category's merchants in a plane
public record SimilarMerchants(
        Merchant merchant,
        Category category,
        List<SimilarMerchant> neighbours,
        String notice,
        Instant builtAt,
        PlaneMap map) {

    public SimilarMerchants {
        neighbours = List.copyOf(neighbours);
    }
}
