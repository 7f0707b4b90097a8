package aidg.engine;

import aidg.engine.bandit.GuardVerdict;
import aidg.engine.domain.Deal;
import aidg.engine.domain.Merchant;
import aidg.engine.domain.OverrideReason;
import aidg.engine.domain.Proposal;
import aidg.engine.features.FeatureSchema;
import aidg.engine.marketplace.Marketplace;
import aidg.engine.rules.Example;
import aidg.engine.rules.Example.Decision;
import aidg.engine.rules.Readable;
import aidg.engine.rules.Readable.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;

/// What rules are learned from: the facts of deals in the units that people use, and the deals themselves,
/// terms that were really offered put to the same merchants today.
final class RuleExamples {

    /// The fact that tells a merchant's category.
    static final String CATEGORY = "merchant_category";

    private static final int LEAD_DAYS = 7;

    private final FeatureSchema schema;
    private final Map<String, Decision> decisions;
    private final List<Readable> facts = new ArrayList<>();
    private final List<Column> columns = new ArrayList<>();

    /// Where a fact stands in a feature row, and how it becomes what people say.
    private record Column(int index, DoubleUnaryOperator toPlain) {}

    /// @param marketplace  whose managers decided the deals
    /// @param withForecast whether rules may speak of what the sales forecast expects, beside plain facts
    RuleExamples(Marketplace marketplace, FeatureSchema schema, boolean withForecast) {
        this.schema = schema;
        decisions = decisions(marketplace);
        if (withForecast) {
            add(
                    "forecast_gp30_vs_baseline",
                    Kind.SHARE,
                    "GP30 that the forecast expects, of the baseline",
                    "expected_sales.ratio",
                    x -> x);
            add(
                    "forecast_reach",
                    Kind.SHARE,
                    "chance to reach the baseline by the forecast",
                    "expected_sales.reach",
                    RuleExamples::probability);
            add(
                    "forecast_approval",
                    Kind.SHARE,
                    "chance of approval by the forecast",
                    "expected_sales.approval",
                    RuleExamples::probability);
        }
        add("discount", Kind.SHARE, "discount", "discount.discount", x -> x);
        add("price", Kind.DOLLARS, "list price", "price.price", Math::exp);
        add("duration_days", Kind.DAYS, "length of the run", "duration.days", x -> Math.rint(Math.exp(x)));
        add("avg_discount", Kind.SHARE, "discount of the merchant's good deals", "discount_habit.good", x -> x);
        add("avg_price", Kind.DOLLARS, "list price of the merchant's good deals", "price_habit.good", Math::exp);
        add("avg_duration_days", Kind.DAYS, "length of the merchant's good deals", "duration_habit.good", Math::exp);
        add(
                "merchant_success",
                Kind.SHARE,
                "share of the merchant's deals that succeeded",
                "track_record.success",
                x -> x);
        add(
                "merchant_deals",
                Kind.COUNT,
                "matured deals of the merchant",
                "track_record.deals",
                x -> Math.rint(Math.expm1(x)));
        add(
                "recent_reach",
                Kind.SHARE,
                "share of its recent deals that reached their baseline",
                "recent_form.reach",
                x -> x);
        add(
                "last_deal_vs_baseline",
                Kind.SHARE,
                "GP30 of its last deal, of the baseline",
                "last_deals.ratio_1",
                x -> x);
        add(
                "similar_deal_success",
                Kind.SHARE,
                "share of past deals like this that succeeded",
                "similar_deals.success",
                x -> x);
        add("viewers_who_buy", Kind.SHARE, "viewers who buy", "traffic.conversion", Math::exp);
        add("approval_rate", Kind.SHARE, "deals that managers approve here", "approvals.recently_approved", x -> x);
        add("overrides", Kind.COUNT, "overrides so far", "overrides.overrides", x -> Math.rint(Math.expm1(x)));
        add("baseline_gp30", Kind.DOLLARS, "the merchant's baseline", "standing.baseline", Math::exp);
        add("days_since_last_run", Kind.DAYS, "time since its last run", "history_match.last_run_ended", x -> 30 * x);
        add(
                "competing_deals_2km",
                Kind.COUNT,
                "rival deals at the same time within 2 km",
                "competition.running_2km",
                x -> Math.rint(Math.expm1(x)));
        add("rivals_2km", Kind.COUNT, "rivals within 2 km", "crowding.rivals_2km", x -> Math.rint(Math.expm1(x)));
        add(
                "neighbour_success",
                Kind.SHARE,
                "share of the neighbours' recent deals that reached their baseline",
                "neighbourhood.recent_success",
                x -> x);
        add("city_demand", Kind.SHARE, "city demand", "city_demand.demand", x -> x);
        add(
                "season_success",
                Kind.SHARE,
                "share of deals that succeed at this time of year",
                "season.category_month",
                x -> x);
        for (String name : schema.names()) {
            if (name.startsWith("trade.is_")) {
                add(Readable.flag(CATEGORY, name.substring("trade.is_".length())), name, x -> x);
            }
        }
    }

    private void add(String name, Kind kind, String words, String column, DoubleUnaryOperator toPlain) {
        add(Readable.of(name, kind, words), column, toPlain);
    }

    private void add(Readable fact, String column, DoubleUnaryOperator toPlain) {
        int index = schema.names().indexOf(column);
        if (index < 0) {
            throw new IllegalStateException("the features have no column '%s'".formatted(column));
        }
        facts.add(fact);
        columns.add(new Column(index, toPlain));
    }

    private static double probability(double logOdds) {
        return 1 / (1 + Math.exp(-logOdds));
    }

    List<Readable> facts() {
        return List.copyOf(facts);
    }

    /// By id of a deal what was decided.
    private static Map<String, Decision> decisions(Marketplace marketplace) {
        Map<String, OverrideReason> reasons = new HashMap<>();
        marketplace.overrides().forEach(override -> reasons.put(override.dealId(), override.reason()));
        Map<String, Decision> decisions = new HashMap<>();
        for (Deal deal : marketplace.deals()) {
            decisions.put(deal.id(), deal.approved() ? Decision.APPROVED : Decision.overridden(reasons.get(deal.id())));
        }
        return decisions;
    }

    /// A deal as rules read it.
    ///
    /// @param row raw features
    Example of(ScoredDeal scored, float[] row) {
        String id = scored.proposal().id();
        return new Example(
                id,
                scored.proposal().merchantId(),
                facts(row),
                scored.score(),
                scored.approval(),
                scored.reach(),
                decisions.get(id),
                refusedBy(scored.guard()));
    }

    /// The check that failed; empty if none did.
    private static String refusedBy(GuardVerdict verdict) {
        return verdict.checks().stream()
                .filter(check -> check.outcome() == GuardVerdict.Outcome.FAILED)
                .findFirst()
                .map(GuardVerdict.Check::name)
                .orElse("");
    }

    /// NaN where missing.
    private double[] facts(float[] row) {
        double[] values = new double[columns.size()];
        for (int i = 0; i < values.length; i++) {
            Column column = columns.get(i);
            values[i] = column.toPlain().applyAsDouble(row[column.index()]);
        }
        return values;
    }

    /// Every deal of the past as a proposal of today, the merchants' latest ones first; so a few are those of all
    /// merchants alike.
    ///
    /// @param most how many
    static List<Proposal> deals(Marketplace marketplace, int most) {
        LocalDate today = marketplace.asOf();
        List<Proposal> proposals = new ArrayList<>();
        List<List<Deal>> byMerchant = marketplace.merchants().stream()
                .map(Merchant::id)
                .map(marketplace::dealsOf)
                .toList();
        int longest = byMerchant.stream().mapToInt(List::size).max().orElse(0);
        for (int back = 1; back <= longest && proposals.size() < most; back++) {
            int from = back;
            Stream<Deal> round = byMerchant.stream()
                    .filter(deals -> deals.size() >= from)
                    .map(deals -> deals.get(deals.size() - from));
            round.limit(most - (long) proposals.size())
                    .forEach(deal -> proposals.add(new Proposal(
                            deal.id(),
                            deal.merchantId(),
                            deal.title(),
                            deal.terms(),
                            today,
                            today.plusDays(LEAD_DAYS),
                            marketplace.knownMerchant(deal.merchantId()).baselineGp30())));
        }
        return proposals;
    }
}
