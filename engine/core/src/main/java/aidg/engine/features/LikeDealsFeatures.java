package aidg.engine.features;

import static aidg.engine.features.FeatureFamily.token;

import aidg.engine.features.FeatureSchema.Side;
import aidg.engine.features.FeatureSchema.Token;
import java.util.List;

/// How the merchant's deals like this one went, and what that makes of these terms; matured outcomes only. [PER-3]
/// [B2]
final class LikeDealsFeatures implements FeatureFamily {

    @Override
    public List<Token> tokens() {
        return List.of(
                token(
                        Side.JOINT,
                        "similar_deals",
                        "Past deals like this",
                        "count",
                        "log count",
                        "success",
                        "share",
                        "ratio",
                        "ratio",
                        "fatigue",
                        "weight"),
                token(
                        Side.JOINT,
                        "sales_forecast",
                        "Sales at this pace",
                        "conversion",
                        "log share",
                        "implied_ratio",
                        "log ratio",
                        "implied_ratio_long_run",
                        "log ratio",
                        "margin",
                        "share"));
    }

    @Override
    public void write(Moment moment, Row row) {
        new LikeDeals(moment, false).write(moment.terms(), row);
    }

    @Override
    public Joints joints(Moment moment) {
        return new LikeDeals(moment, true);
    }
}
