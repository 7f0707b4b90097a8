package aidg.ui.second;

import aidg.engine.review.SecondReview.Pair;
import aidg.engine.review.SecondReview.With;
import java.util.List;

/// What a reader may know of readings: those of which they are one of the two.
///
/// @param agreements by other reader, most proposals first
/// @param differing  decided differently and not settled, newest reading first
public record SecondResult(String reader, List<With> agreements, List<Differing> differing) {

    /// One proposal, named for people.
    public record Differing(Pair pair, String merchant, String title) {}

    public SecondResult {
        agreements = List.copyOf(agreements);
        differing = List.copyOf(differing);
    }
}
