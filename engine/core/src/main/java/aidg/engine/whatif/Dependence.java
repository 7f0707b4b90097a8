package aidg.engine.whatif;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// How much alike the forecast errs for deals of the same week, as correlations: measured on deals whose outcome
/// the forecast did not know. Intervals of totals need it, for errors that are alike do not cancel out.
///
/// @param merchant      of two deals of one merchant
/// @param neighbourhood of two merchants of one area and trade
/// @param city          of two neighbourhoods of one city
/// @param market        of two cities
/// @param deals         past deals that it was measured on
/// @param weeks         in which they were proposed
public record Dependence(
        Correlation merchant, Correlation neighbourhood, Correlation city, Correlation market, int deals, int weeks) {

    private static final int FEWEST_WEEKS = 6;
    private static final int FEWEST_PAIRS = 30;
    private static final double Z90 = 1.6448536269514722;

    /// One correlation with its 90 % interval.
    ///
    /// @param estimate -1..1; NaN, like the ends, where there were fewer than 30 pairs
    /// @param pairs    of deals that it was measured on
    public record Correlation(double estimate, double low, double high, long pairs) {

        boolean isKnown() {
            return Double.isFinite(estimate);
        }
    }

    /// How far one past forecast was off.
    ///
    /// @param week   any number that deals of one week share
    /// @param missed outcome minus forecast, in standard deviations of the forecast
    public record Miss(long week, Place place, double missed) {}

    /// What is summed: pairs of deals at each level, nearest first.
    private record Pairs(double[] products, double[] counts, double squares, int deals) {

        static final int LEVELS = 4;

        static Pairs of(List<Miss> misses) {
            double[] values = levels(misses, Miss::place, Miss::missed);
            double[] ones = levels(misses, Miss::place, miss -> 1.0);
            double[] products = new double[LEVELS];
            double[] counts = new double[LEVELS];
            for (int level = 0; level < LEVELS; level++) {
                products[level] = (values[level + 1] - values[level]) / 2;
                counts[level] = (ones[level + 1] - ones[level]) / 2;
            }
            return new Pairs(products, counts, values[0], misses.size());
        }

        static Pairs sum(Collection<Pairs> all) {
            double[] products = new double[LEVELS];
            double[] counts = new double[LEVELS];
            double squares = 0;
            int deals = 0;
            for (Pairs one : all) {
                for (int level = 0; level < LEVELS; level++) {
                    products[level] += one.products[level];
                    counts[level] += one.counts[level];
                }
                squares += one.squares;
                deals += one.deals;
            }
            return new Pairs(products, counts, squares, deals);
        }

        double correlation(int level) {
            return products[level] / counts[level] / (squares / deals);
        }
    }

    /// Measures it; null where there are fewer than six weeks of past forecasts.
    ///
    /// Intervals by leaving out one week after the other (Quenouille's and Tukey's jackknife).
    public static @Nullable Dependence of(List<Miss> misses) {
        Map<Long, Pairs> weeks = new TreeMap<>();
        misses.stream()
                .collect(Collectors.groupingBy(Miss::week))
                .forEach((week, own) -> weeks.put(week, Pairs.of(own)));
        if (weeks.size() < FEWEST_WEEKS) {
            return null;
        }
        return new Dependence(
                correlation(weeks, 0),
                correlation(weeks, 1),
                correlation(weeks, 2),
                correlation(weeks, 3),
                misses.size(),
                weeks.size());
    }

    private static Correlation correlation(Map<Long, Pairs> weeks, int level) {
        Pairs all = Pairs.sum(weeks.values());
        long pairs = Math.round(all.counts()[level]);
        if (pairs < FEWEST_PAIRS || all.squares() == 0) {
            return new Correlation(Double.NaN, Double.NaN, Double.NaN, pairs);
        }
        List<Double> without = new ArrayList<>();
        for (long left : weeks.keySet()) {
            Pairs rest = Pairs.sum(weeks.entrySet().stream()
                    .filter(week -> week.getKey() != left)
                    .map(Map.Entry::getValue)
                    .toList());
            if (rest.counts()[level] > 0) {
                without.add(rest.correlation(level));
            }
        }
        double mean = without.stream().mapToDouble(x -> x).average().orElse(0);
        double spread =
                without.stream().mapToDouble(x -> (x - mean) * (x - mean)).sum();
        double half = Z90 * Math.sqrt(spread * (without.size() - 1) / without.size());
        double estimate = all.correlation(level);
        return new Correlation(estimate, estimate - half, estimate + half, pairs);
    }

    /// Half the width of a total's 90 % interval from those of its parts, with errors as much alike as the past
    /// allows: the upper ends, for among thousands of deals a correlation of a hundredth outweighs all else.
    /// What is not known of near ones is taken as 1, of farther ones as it is of nearer ones; nearer ones are
    /// alike at least as much as farther ones.
    double halfWidth(List<Place> places, double[] halves) {
        double own = merchant.isKnown() ? merchant.high() : 1;
        double near = neighbourhood.isKnown() ? neighbourhood.high() : own;
        double wide = city.isKnown() ? city.high() : near;
        double all = Math.clamp(market.isKnown() ? market.high() : wide, 0, 1);
        wide = Math.clamp(wide, all, 1);
        near = Math.clamp(near, wide, 1);
        own = Math.clamp(own, near, 1);
        double[] sums = sums(places, halves);
        return Math.sqrt(sums[0]
                + own * (sums[1] - sums[0])
                + near * (sums[2] - sums[1])
                + wide * (sums[3] - sums[2])
                + all * (sums[4] - sums[3]));
    }

    private static double[] sums(List<Place> places, double[] values) {
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            all.add(i);
        }
        return levels(all, places::get, i -> values[i]);
    }

    /// Sums of squares of the values themselves, of their sums per merchant, per neighbourhood, per city and of
    /// their sum.
    private static <T> double[] levels(List<T> all, Function<T, Place> place, Function<T, Double> value) {
        return new double[] {
            all.stream().mapToDouble(value::apply).map(x -> x * x).sum(),
            squares(all, one -> place.apply(one).merchant(), value),
            squares(all, one -> place.apply(one).neighbourhood(), value),
            squares(all, one -> place.apply(one).city(), value),
            squares(all, one -> "", value)
        };
    }

    private static <T> double squares(List<T> all, Function<T, String> key, Function<T, Double> value) {
        Map<String, Double> sums = new HashMap<>();
        all.forEach(one -> sums.merge(key.apply(one), value.apply(one), Double::sum));
        return sums.values().stream().mapToDouble(sum -> sum * sum).sum();
    }
}
