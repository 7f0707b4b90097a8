package aidg.engine;

import aidg.engine.domain.Category;
import aidg.engine.domain.Merchant;
import java.time.Instant;
import java.util.List;

/// Merchants like one, from the prototypes of a category. [EXP-4]
///
/// @param merchant   who was asked about
/// @param category   whose prototypes were searched
/// @param neighbours most alike first, at most five
/// @param notice     what to know about where they come from; empty if there is nothing
/// @param builtAt    when the prototypes were chosen
/// @param map        the category's merchants, the one asked about and its neighbours in a plane: their first two
///                   principal components, in which distances are less than the profiles' own
/// @param mapShows   share of how they differ that the plane shows, 0..1
public record SimilarMerchants(
        Merchant merchant,
        Category category,
        List<SimilarMerchant> neighbours,
        String notice,
        Instant builtAt,
        List<MapPoint> map,
        double mapShows) {

    public SimilarMerchants {
        neighbours = List.copyOf(neighbours);
        map = List.copyOf(map);
    }
}
