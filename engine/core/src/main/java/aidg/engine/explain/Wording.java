package aidg.engine.explain;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleFunction;

/// Says in a few words what a token holds for one deal, against its own past or against the deals that it is
/// compared with: `Discount 35%, usual is 30%`, `Recent form, 56% reach baseline` with `typical 61%` beside it.
/// Reads raw feature values; where one is missing it says less.
public final class Wording {

    /// The fact that stands for a token.
    ///
    /// @param direction 1 where more of it is better for a deal, -1 where less is
    private record Comparison(String feature, int direction, DoubleFunction<String> format) {}

    private static final Map<String, Comparison> COMPARED = Map.ofEntries(
            share("season", "category_month"),
            share("trade", "success"),
            entry("city_demand", "demand", 1, mean -> count(mean * 100)),
            entry("competition", "running_2km", -1, mean -> count(Math.expm1(mean))),
            share("similar_deals", "success"),
            share("neighbourhood", "recent_success"),
            entry("crowding", "rivals_2km", -1, mean -> count(Math.expm1(mean))),
            share("track_record", "success"),
            share("recent_form", "reach"),
            entry("sales_forecast", "conversion", 1, mean -> tenths(Math.exp(mean) * 100)),
            share("approvals", "recently_approved"),
            share("expected_sales", "success"),
            entry("overrides", "overrides", -1, mean -> count(Math.expm1(mean))));

    private static final Set<String> OF_PAST_DEALS = Set.of(
            "track_record", "recent_form", "trend", "discount_habit", "price_habit", "duration_habit", "approvals");

    private static final String APPROVAL = "expected_sales.approval";
    private static final String REACH = "expected_sales.reach";
    private static final String SUCCESS = "expected_sales.success";

    private final Map<String, Double> values = new HashMap<>();
    private final Map<String, Double> typical = new HashMap<>();

    /// @param names      `token.feature`, in row order
    /// @param row        raw values, NaN where missing
    /// @param comparison rows of the deals that the explanation starts from; may be empty
    public Wording(List<String> names, float[] row, List<float[]> comparison) {
        for (int i = 0; i < row.length; i++) {
            int column = i;
            values.put(names.get(i), (double) row[i]);
            comparison.stream()
                    .mapToDouble(other -> other[column])
                    .filter(Double::isFinite)
                    .average()
                    .ifPresent(mean -> typical.put(names.get(column), mean));
        }
        values.put(SUCCESS, success(names, row));
        comparison.stream()
                .mapToDouble(other -> success(names, other))
                .filter(Double::isFinite)
                .average()
                .ifPresent(mean -> typical.put(SUCCESS, mean));
    }

    /// What the forecast makes of a deal: probability, 0..1, that it is approved and reaches its baseline; NaN
    /// without a forecast.
    private static double success(List<String> names, float[] row) {
        int approval = names.indexOf(APPROVAL);
        int reach = names.indexOf(REACH);
        return approval < 0 || reach < 0 ? Double.NaN : probability(row[approval]) * probability(row[reach]);
    }

    private static double probability(double logOdds) {
        return 1 / (1 + Math.exp(-logOdds));
    }

    /// The words for a token; its own name where there is nothing better to say.
    public String of(String token, String otherwise) {
        if (OF_PAST_DEALS.contains(token) && isFresh()) {
            return otherwise + ", no finished deal yet";
        }
        return switch (token) {
            case "discount" ->
                "Discount " + percent("discount.discount") + usual("discount.discount", "discount.over_usual");
            case "price" -> "Price " + dollars(Math.exp(at("price.price"))) + usualPrice();
            case "duration" -> "Runs " + count(Math.exp(at("duration.days"))) + " days" + usualDays();
            case "category" -> category();
            case "season" -> "Time of year, " + percent("season.category_month") + " succeed in this month";
            case "city_demand" -> "City demand " + count(at("city_demand.demand") * 100) + " of 100";
            case "competition" -> counted("competition.running_2km", "rival deal") + " at the same time nearby";
            case "similar_deals" -> similar();
            case "history_match" -> rhythm();
            case "list_price" -> "List price " + dollars(Math.exp(at("list_price.price"))) + usualList();
            case "neighbourhood" -> "Neighbours' deals, " + percent("neighbourhood.recent_success") + " reach baseline";
            case "crowding" -> counted("crowding.rivals_2km", "rival") + " within 2 km";
            case "track_record" ->
                "Track record, " + percent("track_record.success") + " of " + counted("track_record.deals", "deal")
                        + " succeeded";
            case "recent_form" -> "Recent form, " + percent("recent_form.reach") + " reach baseline";
            case "last_deals" -> last();
            case "trend" -> at("trend.reach_change") >= 0 ? "Getting better" : "Getting weaker";
            case "traffic" -> traffic();
            case "sales_forecast" -> forecast();
            case "expected_sales" -> expected();
            case "deal_history" -> isFresh() ? otherwise + ", no finished deal yet" : otherwise;
            case "standing" -> standing();
            case "discount_habit" -> "Good deals here had " + percent("discount_habit.good") + " off";
            case "price_habit" -> "Good deals here cost " + dollars(Math.exp(at("price_habit.good")));
            case "duration_habit" -> "Good deals here ran " + count(Math.exp(at("duration_habit.good"))) + " days";
            case "approvals" -> "Managers approve " + percent("approvals.recently_approved") + " here";
            case "overrides" -> counted("overrides.overrides", "override") + " so far";
            case "override_reasons" -> reasons(otherwise);
            case "notes" -> notes();
            case "trade" -> "Line of business, " + percent("trade.success") + " of its deals succeed";
            default -> otherwise;
        };
    }

    /// Whether the merchant has no finished deal: its rates are then those of its category, not facts about it.
    private boolean isFresh() {
        return at("track_record.deals") < Math.log1p(0.5);
    }

    /// What is usual for the token's fact among the deals compared with: `typical 61%`; empty where nothing is.
    public String typical(String token) {
        boolean comparable = isKnown(token) && !(token.equals("similar_deals") && hasNoSimilar());
        Comparison compared = comparable ? COMPARED.get(token) : null;
        Double mean = compared == null ? null : typical.get(compared.feature());
        return compared == null || mean == null || Double.isNaN(at(compared.feature()))
                ? ""
                : "typical " + compared.format().apply(mean);
    }

    /// Whether the token's fact, taken alone, speaks for the deal (1), against it (-1), or neither (0): by how
    /// it lies to the typical one as both are written.
    public int alone(String token) {
        Comparison compared = COMPARED.get(token);
        if (compared == null || typical(token).isEmpty()) {
            return 0;
        }
        double mean = typical.getOrDefault(compared.feature(), Double.NaN);
        double value = at(compared.feature());
        boolean same = compared.format().apply(mean).equals(compared.format().apply(value));
        return same ? 0 : compared.direction() * (int) Math.signum(value - mean);
    }

    private static Map.Entry<String, Comparison> share(String token, String feature) {
        return entry(token, feature, 1, mean -> count(mean * 100) + "%");
    }

    private static Map.Entry<String, Comparison> entry(
            String token, String feature, int direction, DoubleFunction<String> format) {
        return Map.entry(token, new Comparison(token + "." + feature, direction, format));
    }

    /// Whether the token's figures come from what this merchant did, or are not about that. Without a finished
    /// deal its rates are its category's.
    public boolean isKnown(String token) {
        return !(OF_PAST_DEALS.contains(token) && isFresh());
    }

    private boolean hasNoSimilar() {
        return Math.expm1(at("similar_deals.count")) < 0.5;
    }

    private String similar() {
        return hasNoSimilar()
                ? "No past deal like this"
                : "Past deals like this, " + percent("similar_deals.success") + " succeeded";
    }

    private String rhythm() {
        double months = at("history_match.last_run_ended");
        return Double.isNaN(months)
                ? "No run before this one"
                : "Last run ended " + count(months * 30) + " days before this one";
    }

    private String usualList() {
        double difference = at("list_price.over_usual");
        return Double.isNaN(difference) ? "" : ", usual is " + dollars(Math.exp(at("list_price.price") - difference));
    }

    private String last() {
        double ratio = at("last_deals.ratio_1");
        return Double.isNaN(ratio)
                ? "No finished deal yet"
                : "Last deal brought " + count(ratio * 100) + "% of baseline";
    }

    private String traffic() {
        double change = at("traffic.change");
        return Double.isNaN(change)
                ? "No views counted yet"
                : "Views lately " + count(Math.abs(Math.expm1(change)) * 100) + "% " + (change < 0 ? "under" : "over")
                        + " usual";
    }

    private String forecast() {
        double conversion = at("sales_forecast.conversion");
        return Double.isNaN(conversion)
                ? "No sales to go by yet"
                : "At past pace %s of viewers buy".formatted(tenths(Math.exp(conversion) * 100));
    }

    private String expected() {
        if (Double.isNaN(at(SUCCESS))) {
            return "No sales to go by yet";
        }
        return "By the forecast alone %s, approval %s"
                .formatted(percent(SUCCESS), count(probability(at(APPROVAL)) * 100) + "%");
    }

    private String category() {
        double baseline = at("category.baseline");
        return (at("category.own") > 0.5 ? "In its own line of business" : "In another line of business")
                + (Double.isNaN(baseline) ? "" : ", baseline " + dollars(Math.exp(baseline)));
    }

    private static String tenths(double percent) {
        return String.format(Locale.ROOT, "%.1f%%", percent);
    }

    private String standing() {
        return "On the marketplace for " + count(Math.expm1(at("standing.tenure")) / 30.4) + " months";
    }

    private String reasons(String otherwise) {
        return values.entrySet().stream()
                .filter(value -> value.getKey().startsWith("override_reasons."))
                .filter(value -> value.getValue() > 0.05)
                .max(Map.Entry.<String, Double>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(most -> (most.getValue() >= 0.5 ? "Most overrides said: " : "Overridden at times for: ")
                        + most.getKey()
                                .substring(most.getKey().indexOf('.') + 1)
                                .replace('_', ' '))
                .orElse(otherwise + ", none lately");
    }

    private String notes() {
        double last = at("notes.last_outlook");
        if (Double.isNaN(last)) {
            return "No manager's note yet";
        }
        double outlook = at("notes.outlook");
        String tone = outlook > 0.03 ? "sound good" : outlook < -0.03 ? "sound worried" : "sound even";
        return "Managers' notes " + tone;
    }

    private String usual(String value, String over) {
        double difference = at(over);
        return Double.isNaN(difference) ? ", first deal" : ", usual is " + count((at(value) - difference) * 100) + "%";
    }

    private String usualPrice() {
        double difference = at("price.over_usual");
        return Double.isNaN(difference) ? "" : ", usual is " + dollars(Math.exp(at("price.price") - difference));
    }

    private String usualDays() {
        double difference = at("duration.over_usual");
        return Double.isNaN(difference) ? "" : ", usual is " + count(Math.exp(at("duration.days") - difference));
    }

    /// Undoes `log1p` and adds the noun in its number.
    private String counted(String name, String noun) {
        long n = Math.round(Math.expm1(at(name)));
        return n == 0 ? "No " + noun : n + " " + noun + (n == 1 ? "" : "s");
    }

    private String percent(String name) {
        double value = at(name);
        return Double.isNaN(value) ? "unknown" : count(value * 100) + "%";
    }

    private static String dollars(double amount) {
        return Double.isNaN(amount) ? "unknown" : String.format(Locale.ROOT, "$%,.0f", amount);
    }

    private static String count(double value) {
        return Double.isNaN(value)
                ? "unknown"
                : String.format(Locale.ROOT, "%,d", Math.round(value)).replace("-", "\u2212");
    }

    private double at(String name) {
        return values.getOrDefault(name, Double.NaN);
    }
}
