package aidg.engine;

import aidg.engine.PlantedTruth.Judged;
import aidg.engine.explain.Honesty.Badge;
import aidg.engine.marketplace.generator.MarketplaceGenerator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/// Prints how often explanations of each badge name what really drives a deal, for each half of the merchants.
/// Run by hand, with the seeds of marketplaces of 600 merchants: `11 12 13`.
final class PlantedStudy {

    private static final int MERCHANTS = 600;

    private PlantedStudy() {}

    public static void main(String[] seeds) {
        List<Judged> all = new ArrayList<>();
        for (String seed : seeds) {
            all.addAll(new PlantedTruth(MERCHANTS, MarketplaceGenerator.DEALS_PER_MERCHANT, Long.parseLong(seed))
                    .explain(Integer.MAX_VALUE));
        }
        for (int half = 0; half < 2; half++) {
            int rest = half;
            print(
                    half == 0 ? "even merchants, on which levels were set" : "odd merchants, held out",
                    all.stream().filter(one -> number(one) % 2 == rest).toList());
        }
    }

    private static int number(Judged judged) {
        return Integer.parseInt(judged.deal().merchantId().substring(1));
    }

    private static void print(String title, List<Judged> judged) {
        say("%n%s; by chance %.3f, %.3f and %.3f", title, chance(), chance(), 1.0 / PlantedTruth.causes());
        say("%-7s %5s %12s %12s %12s", "badge", "deals", "of three", "first of 3", "the first");
        Map<Badge, List<Judged>> badges = PlantedTruth.byBadge(judged);
        for (Badge badge : Badge.values()) {
            List<Judged> some = badges.getOrDefault(badge, List.of());
            say(
                    "%-7s %5d %12.3f %12.3f %12.3f",
                    badge,
                    some.size(),
                    some.stream().mapToInt(Judged::hits).average().orElse(0) / PlantedTruth.NAMED,
                    share(some, Judged::namesADriver),
                    share(some, Judged::namesTheDriver));
        }
        List<Judged> green = badges.getOrDefault(Badge.GREEN, List.of());
        List<Judged> red = badges.getOrDefault(Badge.RED, List.of());
        say(
                "green over red by chance: first of 3 %.2g, the first %.2g",
                fisher(green, red, Judged::namesADriver), fisher(green, red, Judged::namesTheDriver));
        double[] edges = {0, 0.5, 0.65, 0.75, 0.85, 0.95, 1.01};
        say("steadiness from %s: the first %s", Arrays.toString(edges), along(judged, edges));
    }

    private static String along(List<Judged> judged, double[] edges) {
        StringBuilder shares = new StringBuilder();
        for (int i = 0; i + 1 < edges.length; i++) {
            double from = edges[i];
            double to = edges[i + 1];
            List<Judged> some = judged.stream()
                    .filter(one ->
                            one.honesty().steadiness() >= from && one.honesty().steadiness() < to)
                    .toList();
            shares.append(String.format(Locale.ROOT, "%.2f (%d) ", share(some, Judged::namesTheDriver), some.size()));
        }
        return shares.toString();
    }

    private static double chance() {
        return (double) PlantedTruth.NAMED / PlantedTruth.causes();
    }

    private static double share(List<Judged> some, Predicate<Judged> hit) {
        return some.isEmpty() ? 0 : (double) count(some, hit) / some.size();
    }

    private static int count(List<Judged> some, Predicate<Judged> hit) {
        return (int) some.stream().filter(hit).count();
    }

    private static double fisher(List<Judged> green, List<Judged> red, Predicate<Judged> hit) {
        return PlantedTruth.fisher(count(green, hit), green.size(), count(red, hit), red.size());
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
