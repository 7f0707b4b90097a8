package aidg.ui.sample;

import aidg.engine.ScoreTrace;
import aidg.engine.ScoreTrace.Attention;
import aidg.engine.ScoreTrace.Contribution;
import aidg.engine.ScoreTrace.FeatureValue;
import aidg.engine.ScoredDeal;
import aidg.engine.domain.Money;
import java.util.ArrayList;
import java.util.List;

/// Explanations of the sample proposals.
final class SampleTraces {

    private SampleTraces() {}

    /// The same deal with a trace whose contributions add up to its score.
    static ScoredDeal explained(ScoredDeal scored) {
        double rest = scored.score() - 0.54 - 0.09 - 0.08 + 0.06 - 0.05 + 0.03;
        List<Contribution> contributions = new ArrayList<>(List.of(
                new Contribution("city_demand", "Weeknight demand, Lincoln Park", "", 0.09, Money.of(120)),
                new Contribution("history_match", "Past dinners for two here", "", 0.08, Money.of(120)),
                new Contribution(
                        "discount",
                        "Discount %.0f%%, usual is 30%%"
                                .formatted(scored.proposal().terms().discount().percent()),
                        "",
                        -0.06,
                        Money.of(-90)),
                new Contribution(
                        "price",
                        "Price $%.0f inside the usual band"
                                .formatted(scored.proposal().terms().price().amount()),
                        "",
                        0.05,
                        Money.of(70)),
                new Contribution("competition", "2 competing deals within 1 km", "", -0.03, Money.of(-40))));
        for (int i = 0; i < 3; i++) {
            contributions.add(new Contribution("small_" + i, "Small " + i, "", rest / 3, Money.ZERO));
        }
        ScoreTrace trace = new ScoreTrace(
                scored.modelHash(),
                "features-1",
                scored.device(),
                42,
                SampleProposals.TODAY,
                FACTS,
                attention(),
                0.8,
                0.05,
                List.of(1.0, 0.0),
                0.54,
                contributions,
                List.of(
                        "Weeknights are busy here and past dinners for two sold well.",
                        "The discount is deeper than this merchant usually accepts, which holds the score back."),
                List.of());
        return new ScoredDeal(
                scored.proposal(),
                scored.score(),
                scored.interval(),
                scored.approval(),
                scored.reach(),
                scored.expectedGp30(),
                scored.gp30Range(),
                scored.risk(),
                scored.baseRate(),
                scored.baseRateOf(),
                scored.guard(),
                scored.modelHash(),
                scored.device(),
                trace);
    }

    private static final List<FeatureValue> FACTS = List.of(
            new FeatureValue("discount", "usual_discount", 0.30, "share", false),
            new FeatureValue("discount", "deepest_accepted_discount", 0.40, "share", false),
            new FeatureValue("price", "usual_price", 74, "dollars", false),
            new FeatureValue("history_match", "matured_deals", 14, "deals", false),
            new FeatureValue("history_match", "past_success_rate", 0.64, "share", false),
            new FeatureValue("history_match", "days_since_last_deal", 37, "days", false),
            new FeatureValue("city_demand", "city_demand_index", 62, "of 100", false),
            new FeatureValue("competition", "competing_deals_within_1_km", 2, "deals", false),
            new FeatureValue("competition", "nearest_competitor_price", 0, "dollars", true));

    private static Attention attention() {
        List<String> rows = List.of(
                "discount", "price", "duration", "category", "season", "city_demand", "competition", "history_match");
        List<String> columns = List.of(
                "deal_history_recent",
                "deal_history_older",
                "override_reasons",
                "override_outcomes",
                "note_sentiment",
                "neighbourhood");
        List<String> groups = List.of("Past deals", "Past deals", "Overrides", "Overrides", "Notes", "Network");
        List<List<Double>> weights = List.of(
                List.of(0.18, 0.12, 0.41, 0.14, 0.09, 0.06),
                List.of(0.33, 0.21, 0.16, 0.11, 0.08, 0.11),
                List.of(0.22, 0.24, 0.14, 0.16, 0.12, 0.12),
                List.of(0.20, 0.26, 0.10, 0.12, 0.14, 0.18),
                List.of(0.24, 0.28, 0.09, 0.10, 0.12, 0.17),
                List.of(0.16, 0.14, 0.08, 0.10, 0.16, 0.36),
                List.of(0.14, 0.12, 0.10, 0.12, 0.14, 0.38),
                List.of(0.44, 0.22, 0.10, 0.10, 0.08, 0.06));
        return new Attention(rows, rows, columns, groups, weights);
    }
}
