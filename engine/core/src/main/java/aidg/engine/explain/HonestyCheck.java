package aidg.engine.explain;

import aidg.engine.explain.Honesty.Check.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// Measures an explanation on the model that it explains: do other attributions agree, does the score move when
/// the named parts go and come (deletion and insertion, Petsiuk, Das and Saenko 2018), does the sum of the
/// parts foretell mixed deals.
public final class HonestyCheck {

    private static final List<Integer> STAGES = List.of(1, 2, 3, 5);
    private static final int ORDERS = 3;
    private static final int MIXES = 24;

    /// Parts that a person will remember.
    private static final int NAMED = 3;

    private final Thresholds thresholds;
    private final long seed;

    /// From where a check holds, and under what it fails.
    ///
    /// @param holds  each check at or over this: green
    /// @param fails  any check under this: red
    /// @param little where a check does not hold, but neither the difference that is explained nor any part
    ///               reaches this: there is little to explain; in what is explained
    public record Thresholds(Levels holds, Levels fails, double little) {

        /// One level per check.
        public record Levels(double agreement, double deletion, double fidelity, double steadiness) {}
    }

    public HonestyCheck(Thresholds thresholds, long seed) {
        this.thresholds = thresholds;
        this.seed = seed;
    }

    /// Scores deals mixed of the deal at hand and those that it is explained against.
    public interface Mixes {

        /// @param joined per mix and part, whether it is the deal's own
        /// @return probabilities
        double[] score(List<boolean[]> joined);
    }

    /// The same parts by two attributions.
    public record Pair(double[] shown, double[] other) {}

    /// Measures.
    ///
    /// @param shown   signed parts as they are told to the person
    /// @param pairs   what is told beside other attributions, at least one; these may be coarser parts
    /// @param instead what would be told if what is not known turned out otherwise; none where all is known
    public Honesty measure(double[] shown, List<Pair> pairs, List<double[]> instead, Mixes mixes) {
        Plan plan = new Plan(shown.length);
        IntFunction<Span> deletion = plan.stages(shown, true);
        IntFunction<Span> insertion = plan.stages(shown, false);
        int random = plan.mixes.size();
        SplittableRandom coins = new SplittableRandom(seed);
        for (int i = 0; i < MIXES; i++) {
            boolean[] joined = new boolean[shown.length];
            for (int k = 0; k < joined.length; k++) {
                joined[k] = coins.nextBoolean();
            }
            plan.mixes.add(joined);
        }
        double[] scores = mixes.score(plan.mixes);
        double[] sums = new double[MIXES];
        for (int i = 0; i < MIXES; i++) {
            boolean[] joined = plan.mixes.get(random + i);
            for (int k = 0; k < joined.length; k++) {
                sums[i] += joined[k] ? shown[k] : 0;
            }
        }
        double alike = Math.max(0, Ranks.pearson(sums, Arrays.copyOfRange(scores, random, random + MIXES)));
        double agreement = pairs.stream()
                .mapToDouble(pair -> Math.max(0, Ranks.spearman(pair.shown(), pair.other())))
                .average()
                .orElse(0);
        List<Honesty.Curve> curves = List.of(
                curve("deletion", deletion, scores, scores[Plan.WHOLE]),
                curve("insertion", insertion, scores, scores[Plan.EMPTY]));
        double deleted = curves.get(0).share();
        double inserted = curves.get(1).share();
        double fidelity = alike * alike;
        double steadiness = steadiness(shown, instead);
        Thresholds.Levels found = new Thresholds.Levels(agreement, (deleted + inserted) / 2, fidelity, steadiness);
        double most = Math.abs(scores[Plan.WHOLE] - scores[Plan.EMPTY]);
        for (double part : shown) {
            most = Math.max(most, Math.abs(part));
        }
        return new Honesty(
                agreement,
                deleted,
                inserted,
                fidelity,
                steadiness,
                badge(found, most),
                checks(found, thresholds.holds()),
                curves);
    }

    private static List<Honesty.Check> checks(Thresholds.Levels found, Thresholds.Levels needed) {
        return List.of(
                new Honesty.Check(Kind.AGREEMENT, found.agreement(), needed.agreement()),
                new Honesty.Check(Kind.DELETION, found.deletion(), needed.deletion()),
                new Honesty.Check(Kind.FIDELITY, found.fidelity(), needed.fidelity()),
                new Honesty.Check(Kind.STEADINESS, found.steadiness(), needed.steadiness()));
    }

    private Honesty.Badge badge(Thresholds.Levels found, double most) {
        if (!below(thresholds.holds(), found)) {
            return Honesty.Badge.GREEN;
        }
        if (most < thresholds.little()) {
            return Honesty.Badge.LITTLE;
        }
        return below(thresholds.fails(), found) ? Honesty.Badge.RED : Honesty.Badge.AMBER;
    }

    private static boolean below(Thresholds.Levels levels, Thresholds.Levels found) {
        return found.agreement() < levels.agreement()
                || found.deletion() < levels.deletion()
                || found.fidelity() < levels.fidelity()
                || found.steadiness() < levels.steadiness();
    }

    /// How often the part named first stays among the first, and how many of the first stay there.
    private static double steadiness(double[] shown, List<double[]> instead) {
        int[] first = first(shown);
        double sum = 0;
        for (double[] other : instead) {
            int[] others = first(other);
            long kept =
                    Arrays.stream(first).filter(part -> contains(others, part)).count();
            sum += (contains(others, first[0]) ? 1 : 0) + (double) kept / first.length;
        }
        return instead.isEmpty() ? 1 : sum / 2 / instead.size();
    }

    /// The largest parts, largest first.
    private static int[] first(double[] parts) {
        return IntStream.range(0, parts.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -Math.abs(parts[i])))
                .limit(NAMED)
                .mapToInt(i -> i)
                .toArray();
    }

    private static boolean contains(int[] parts, int part) {
        return Arrays.stream(parts).anyMatch(one -> one == part);
    }

    private static Honesty.Curve curve(String name, IntFunction<Span> stages, double[] scores, double start) {
        List<Double> named = new ArrayList<>();
        List<Double> random = new ArrayList<>();
        for (int stage = 0; stage < STAGES.size(); stage++) {
            Span span = stages.apply(stage);
            named.add((span.sign() * (scores[span.up()] - start) - span.sign() * (scores[span.down()] - start)) / 2);
            double sum = 0;
            for (int order = 0; order < ORDERS; order++) {
                sum += Math.abs(scores[span.random() + order] - start) / ORDERS;
            }
            random.add(sum);
        }
        return new Honesty.Curve(name, STAGES, named, random);
    }

    /// Where the scores of a stage stand.
    ///
    /// @param up     parts that speak for it taken out, or put in
    /// @param down   the same of parts that speak against it
    /// @param random the first of the random orders
    /// @param sign   1 where what speaks for it should lift the score, -1 where it should lower it
    private record Span(int up, int down, int random, int sign) {}

    /// Mixes to be scored at once.
    private final class Plan {

        private static final int WHOLE = 0;
        private static final int EMPTY = 1;

        private final int players;
        private final List<boolean[]> mixes = new ArrayList<>();

        Plan(int players) {
            this.players = players;
            mixes.add(start(true));
            mixes.add(start(false));
        }

        private boolean[] start(boolean own) {
            boolean[] joined = new boolean[players];
            Arrays.fill(joined, own);
            return joined;
        }

        /// Plans to take parts out of the whole deal, or to put them into the others.
        IntFunction<Span> stages(double[] shown, boolean out) {
            int[] rising = IntStream.range(0, players)
                    .boxed()
                    .sorted(Comparator.comparingDouble(i -> shown[i]))
                    .mapToInt(i -> i)
                    .toArray();
            int[] falling = new int[players];
            for (int i = 0; i < players; i++) {
                falling[i] = rising[players - 1 - i];
            }
            int from = mixes.size();
            SplittableRandom random = new SplittableRandom(seed + (out ? 1 : 2));
            int[][] orders = new int[ORDERS][];
            for (int i = 0; i < ORDERS; i++) {
                orders[i] = shuffled(random);
            }
            for (int parts : STAGES) {
                mixes.add(changed(falling, parts, out, shown, 1));
                mixes.add(changed(rising, parts, out, shown, -1));
                for (int[] order : orders) {
                    mixes.add(changed(order, parts, out, shown, 0));
                }
            }
            int stage = 2 + ORDERS;
            return at -> new Span(from + at * stage, from + at * stage + 1, from + at * stage + 2, out ? -1 : 1);
        }

        /// @param sign only parts of this sign are changed; 0 for all
        private boolean[] changed(int[] order, int parts, boolean out, double[] shown, int sign) {
            boolean[] joined = start(out);
            for (int i = 0; i < Math.min(parts, order.length); i++) {
                if (sign == 0 || sign * shown[order[i]] > 0) {
                    joined[order[i]] = !out;
                }
            }
            return joined;
        }

        private int[] shuffled(SplittableRandom random) {
            int[] order = new int[players];
            for (int i = 0; i < players; i++) {
                int j = random.nextInt(i + 1);
                order[i] = order[j];
                order[j] = i;
            }
            return order;
        }
    }
}
