package aidg.app.desktop;

import aidg.engine.Explanation;
import aidg.engine.PastAttention;
import aidg.engine.review.ReviewItem;
import aidg.ui.why.WhyDesk;
import java.util.List;

/// Explanations over the engine.
final class SessionWhyDesk implements WhyDesk {

    private final Explanations explanations;

    SessionWhyDesk(Explanations explanations) {
        this.explanations = explanations;
    }

    @Override
    public Explanation explain(ReviewItem item) {
        return explanations.of(item.scored().proposal()).explanation();
    }

    @Override
    public List<PastAttention> pasts(ReviewItem item) {
        return explanations.of(item.scored().proposal()).pasts();
    }
}
