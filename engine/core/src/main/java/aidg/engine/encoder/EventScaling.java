package aidg.engine.encoder;

import aidg.engine.domain.Category;
import aidg.engine.domain.Deal;
import aidg.engine.domain.DealOutcome;
import aidg.engine.marketplace.Marketplace;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What is usual in a category, so that events of different trades can be compared; learned from the past and
/// part of a model file.
///
/// @param categories those with a column of their own, at most 20 [PER-4]
/// @param usual      by category name; `*` is the marketplace
public record EventScaling(List<Category> categories, Map<String, Usual> usual) {

    private static final String ALL = "*";
    private static final double PRIOR = 30;

    /// Means over the deals of a category.
    ///
    /// @param listPrice  natural logarithm of dollars
    /// @param conversion natural logarithm of redemptions per view
    /// @param traffic    natural logarithm of views per sale that the baseline needs
    public record Usual(double listPrice, double conversion, double traffic) {}

    public EventScaling {
        categories = List.copyOf(categories);
        usual = new TreeMap<>(usual);
    }

    /// Learns from what was known before `cutoff`, and nothing later. [B2]
    public static EventScaling learn(Marketplace marketplace, List<Category> categories, LocalDate cutoff) {
        Map<String, double[]> sums = new HashMap<>();
        LocalDate lastKnown = cutoff.minusDays(1);
        for (Deal deal : marketplace.deals()) {
            if (deal.proposedOn().isBefore(cutoff)) {
                double[] facts = facts(deal, deal.outcomeOn(lastKnown));
                add(sums.computeIfAbsent(ALL, ignored -> new double[6]), facts);
                add(sums.computeIfAbsent(deal.terms().category().name(), ignored -> new double[6]), facts);
            }
        }
        double[] all = sums.getOrDefault(ALL, new double[6]);
        double[] base = {all[0] / Math.max(1, all[1]), all[2] / Math.max(1, all[3]), all[4] / Math.max(1, all[5])};
        Map<String, Usual> usual = new TreeMap<>();
        sums.forEach((name, sum) ->
                usual.put(name, new Usual(mean(sum, 0, base[0]), mean(sum, 2, base[1]), mean(sum, 4, base[2]))));
        usual.putIfAbsent(ALL, new Usual(0, 0, 0));
        return new EventScaling(categories, usual);
    }

    private static void add(double[] sums, double[] facts) {
        for (int i = 0; i < facts.length; i++) {
            if (Double.isFinite(facts[i])) {
                sums[2 * i] += facts[i];
                sums[2 * i + 1]++;
            }
        }
    }

    private static double mean(double[] sums, int at, double prior) {
        return (sums[at] + PRIOR * prior) / (sums[at + 1] + PRIOR);
    }

    private static double[] facts(Deal deal, @Nullable DealOutcome outcome) {
        return new double[] {logListPrice(deal), logConversion(outcome), logTraffic(deal, outcome)};
    }

    static double logListPrice(Deal deal) {
        return Math.log(deal.terms().listPrice().amount());
    }

    /// Natural logarithm of redemptions per view, kept finite; NaN without an outcome or without views.
    static double logConversion(@Nullable DealOutcome outcome) {
        return outcome == null || outcome.views() == 0
                ? Double.NaN
                : Math.log((outcome.redemptions() + 0.5) / (outcome.views() + 1.0));
    }

    /// Natural logarithm of views per sale that the baseline needs; NaN where that is not known.
    static double logTraffic(Deal deal, @Nullable DealOutcome outcome) {
        return outcome == null || outcome.views() == 0 || !deal.baselineGp30().isPositive()
                ? Double.NaN
                : Math.log1p(outcome.views())
                        - Math.log(deal.baselineGp30().amount()
                                / deal.terms().listPrice().amount());
    }

    /// What is usual in a category, or on the marketplace where it is new.
    Usual of(Category category) {
        Usual known = usual.get(category.name());
        return known != null ? known : usual.getOrDefault(ALL, new Usual(0, 0, 0));
    }

    /// Conversion and traffic of a deal against its category's, NaN where not known.
    public Sales sales(Deal deal, @Nullable DealOutcome outcome) {
        Usual category = of(deal.terms().category());
        return new Sales(
                logConversion(outcome) - category.conversion(), logTraffic(deal, outcome) - category.traffic());
    }

    /// Surprise in sales: natural logarithms of the ratio to what is usual, NaN where not known.
    public record Sales(double conversion, double traffic) {}
}
