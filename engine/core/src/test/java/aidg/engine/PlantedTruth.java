package aidg.engine;

import static java.util.Map.entry;

import aidg.engine.domain.Progress;
import aidg.engine.domain.Proposal;
import aidg.engine.explain.Honesty;
import aidg.engine.forecast.Cause;
import aidg.engine.marketplace.generator.Generated;
import aidg.engine.marketplace.generator.MarketplaceGenerator;
import aidg.engine.marketplace.generator.TrueCauses;
import aidg.engine.torch.TorchDevice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;

/// Explanations of generated deals beside what really drives them.
final class PlantedTruth {

    /// How many drivers a person will remember.
    static final int NAMED = 3;

    /// Which cause a fact of an explanation is about. The parts of the forecast carry the causes' own names.
    private static final Map<String, Cause> ABOUT = Map.ofEntries(
            entry("list_price", Cause.PRICE),
            entry("trade", Cause.CATEGORY),
            entry("history_match", Cause.FATIGUE),
            entry("crowding", Cause.COMPETITION),
            entry("city_demand", Cause.PLACE),
            entry("neighbourhood", Cause.PLACE),
            entry("track_record", Cause.NATURE),
            entry("similar_deals", Cause.NATURE),
            entry("standing", Cause.NATURE),
            entry("sales_nature", Cause.NATURE),
            entry("deal_history", Cause.NATURE),
            entry("discount_habit", Cause.NATURE),
            entry("price_habit", Cause.NATURE),
            entry("duration_habit", Cause.NATURE),
            entry("sales_forecast", Cause.STATE),
            entry("recent_form", Cause.STATE),
            entry("last_deals", Cause.STATE),
            entry("trend", Cause.STATE),
            entry("traffic", Cause.STATE),
            entry("notes", Cause.STATE),
            entry("approvals", Cause.OVERRIDES),
            entry("override_reasons", Cause.OVERRIDES),
            entry("risk_adjustment", Cause.OVERRIDES));

    /// A deal with what was told of it and what is true, in points of probability by cause.
    record Judged(Proposal deal, Honesty honesty, Map<Cause, Double> told, Map<Cause, Double> real) {

        /// How many of the drivers named first are among the first true ones.
        int hits() {
            return (int) first(told).stream().filter(first(real)::contains).count();
        }

        /// Whether the one named first is among the first true ones.
        boolean namesADriver() {
            return first(real).contains(first(told).getFirst());
        }

        /// Whether the one named first is the first true one.
        boolean namesTheDriver() {
            return first(real).getFirst() == first(told).getFirst();
        }
    }

    private final Generated generated;
    private final TrueCauses truth;

    PlantedTruth(int merchants, int dealsPerMerchant, long seed) {
        generated = new MarketplaceGenerator().generate(merchants, dealsPerMerchant, seed, Progress.SILENT);
        truth = new TrueCauses(merchants, dealsPerMerchant, seed);
    }

    /// The largest difference of the recomputed probability of success from the generator's.
    double worstDifference() {
        SortedMap<String, Double> known = generated.truth();
        return generated.marketplace().proposals().stream()
                .mapToDouble(proposal ->
                        Math.abs(truth.success(proposal.id()) - Objects.requireNonNull(known.get(proposal.id()))))
                .max()
                .orElseThrow();
    }

    /// Explains open proposals with the shipped model, at most so many.
    List<Judged> explain(int most) {
        List<Judged> judged = new ArrayList<>();
        try (DealEngine engine = DealEngine.open(
                generated.marketplace(),
                ModelSource.of(ShippedSample.shippedModel()),
                TorchDevice.Wish.CPU,
                Keep.NOTHING)) {
            for (Proposal proposal :
                    generated.marketplace().proposals().stream().limit(most).toList()) {
                Explanation explanation = engine.explainFully(proposal);
                judged.add(new Judged(
                        proposal,
                        explanation.honesty(),
                        told(explanation.trace()),
                        real(proposal.id(), explanation.against())));
            }
        }
        return judged;
    }

    private static Map<Cause, Double> told(ScoreTrace trace) {
        Map<Cause, Double> told = new EnumMap<>(Cause.class);
        for (ScoreTrace.Contribution fact : trace.contributions()) {
            if (fact.parts().isEmpty()) {
                add(about(fact.feature()), fact.points(), told);
            }
            fact.parts().forEach(part -> add(about(part.feature()), part.points(), told));
        }
        return told;
    }

    private Map<Cause, Double> real(String id, List<String> against) {
        double[] drivers = truth.drivers(id, against);
        Map<Cause, Double> real = new EnumMap<>(Cause.class);
        for (Cause cause : Cause.values()) {
            add(cause, drivers[cause.ordinal()], real);
        }
        return real;
    }

    private static Cause about(String feature) {
        Cause cause = ABOUT.get(feature);
        return cause == null ? Cause.valueOf(feature.toUpperCase(Locale.ROOT)) : cause;
    }

    /// A baseline follows its season, so both count as one.
    private static void add(Cause cause, double points, Map<Cause, Double> sums) {
        sums.merge(cause == Cause.BASELINE ? Cause.SEASON : cause, points, Double::sum);
    }

    private static List<Cause> first(Map<Cause, Double> points) {
        return points.entrySet().stream()
                .sorted(Comparator.comparingDouble(point -> -Math.abs(point.getValue())))
                .limit(NAMED)
                .map(Map.Entry::getKey)
                .toList();
    }

    /// Causes that can be told apart.
    static int causes() {
        return Cause.values().length - 1;
    }

    static Map<Honesty.Badge, List<Judged>> byBadge(List<Judged> judged) {
        Map<Honesty.Badge, List<Judged>> badges = new HashMap<>();
        for (Honesty.Badge badge : Honesty.Badge.values()) {
            badges.put(
                    badge,
                    judged.stream()
                            .filter(one -> one.honesty().badge() == badge)
                            .toList());
        }
        return badges;
    }

    /// Probability that a group would hold at least so many hits if hits fell on both groups by chance
    /// (Fisher's exact test, one-sided).
    static double fisher(int hits, int size, int otherHits, int otherSize) {
        double p = 0;
        int all = hits + otherHits;
        for (int k = hits; k <= Math.min(all, size); k++) {
            if (all - k <= otherSize) {
                p += Math.exp(choose(size, k) + choose(otherSize, all - k) - choose(size + otherSize, all));
            }
        }
        return p;
    }

    /// Probability of at least so many hits in so many tries.
    static double binomial(int hits, int tries, double chance) {
        double p = 0;
        for (int k = hits; k <= tries; k++) {
            p += Math.exp(choose(tries, k) + k * Math.log(chance) + (tries - k) * Math.log(1 - chance));
        }
        return p;
    }

    /// Logarithm of the number of ways.
    private static double choose(int n, int k) {
        double sum = 0;
        for (int i = 1; i <= k; i++) {
            sum += Math.log(n - k + i) - Math.log(i);
        }
        return sum;
    }
}
