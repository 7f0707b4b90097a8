package aidg.engine.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;

/// What each player, a fact or some facts, added to a score: Shapley values by sampled orders (Castro et al.
/// 2009), each order also walked backwards, which halves the noise. A player that has not joined yet is that of
/// another deal, a different one in each order (interventional values, Janzing et al. 2020), so the walk begins
/// at what deals like those score on average. The values add up to the difference of the two ends exactly, for
/// any number of orders.
public final class ShapleyValues {

    private final int orders;
    private final long seed;

    /// @param orders pairs of orders that are sampled
    public ShapleyValues(int orders, long seed) {
        this.orders = orders;
        this.seed = seed;
    }

    /// @param base   mean score of the background deals
    /// @param values per player, in their order; `base` plus their sum is the score
    /// @param parts  what the parts of the divided player add up to its value by; empty if none is divided
    public record Attribution(double base, double[] values, double[] parts) {}

    /// Which players are this deal's; the others are those of a background deal.
    ///
    /// @param background position of the other deal, from 0
    /// @param joined     per player
    /// @param parts      of the divided player which parts have joined, where it has not joined as a whole;
    ///                   else empty
    public record Coalition(int background, boolean[] joined, boolean[] parts) {

        private static final boolean[] NONE = {};

        /// With every player whole.
        public Coalition(int background, boolean[] joined) {
            this(background, joined, NONE);
        }
    }

    /// A player that is told in parts: they join one after the other, when it is its turn (Owen 1977).
    ///
    /// @param player position of it
    /// @param parts  how many; 0 for a player that is not divided
    /// @param orders in how many orders they join, each time
    public record Divided(int player, int parts, int orders) {

        /// Nobody is divided.
        public static final Divided NOBODY = new Divided(0, 0, 0);

        private boolean isAt(int[] walk, int step) {
            return parts > 0 && walk[step] == player;
        }
    }

    /// What each player added to each of several scores, all by the same orders.
    ///
    /// @param players     how many there are
    /// @param backgrounds how many other deals, at least one
    /// @param divided     which of them is told in parts
    /// @param scores      scores many coalitions at once, one array per score
    /// @return one per score
    public List<Attribution> attributeAll(
            int players, int backgrounds, Divided divided, Function<List<Coalition>, List<double[]>> scores) {
        List<int[]> walks = walks(players, orders, seed);
        List<int[]> inner = walks(divided.parts(), orders * divided.orders(), seed + 1);
        List<Coalition> coalitions = new ArrayList<>();
        boolean[] all = new boolean[players];
        Arrays.fill(all, true);
        coalitions.add(new Coalition(0, all));
        for (int i = 0; i < walks.size(); i++) {
            walk(walks.get(i), own(inner, i, divided), i / 2 % backgrounds, divided, coalitions);
        }
        return scores.apply(coalitions).stream()
                .map(score -> average(score, walks, inner, players, divided))
                .toList();
    }

    /// The orders of a walk; a walk backwards has those of the walk forth, backwards.
    private static List<int[]> own(List<int[]> inner, int walk, Divided divided) {
        List<int[]> own = new ArrayList<>();
        for (int i = 0; i < divided.orders(); i++) {
            own.add(inner.get(2 * (walk / 2 * divided.orders() + i) + walk % 2));
        }
        return own;
    }

    /// Everything that a walk meets before its end, where all have joined.
    private static void walk(
            int[] walk, List<int[]> inner, int background, Divided divided, List<Coalition> coalitions) {
        boolean[] joined = new boolean[walk.length];
        coalitions.add(new Coalition(background, joined));
        for (int step = 0; step < walk.length; step++) {
            if (divided.isAt(walk, step)) {
                for (int[] order : inner) {
                    boolean[] parts = new boolean[order.length];
                    for (int part = 0; part < order.length - 1; part++) {
                        parts = parts.clone();
                        parts[order[part]] = true;
                        coalitions.add(new Coalition(background, joined, parts));
                    }
                }
            }
            joined = joined.clone();
            joined[walk[step]] = true;
            if (step < walk.length - 1) {
                coalitions.add(new Coalition(background, joined));
            }
        }
    }

    private static Attribution average(
            double[] scores, List<int[]> walks, List<int[]> inner, int players, Divided divided) {
        double[] values = new double[players];
        double[] parts = new double[divided.parts()];
        double base = 0;
        int next = 1;
        for (int i = 0; i < walks.size(); i++) {
            int[] walk = walks.get(i);
            double before = scores[next++];
            base += before / walks.size();
            for (int step = 0; step < walk.length; step++) {
                int from = next;
                List<int[]> own = divided.isAt(walk, step) ? own(inner, i, divided) : List.of();
                next += own.size() * Math.max(0, parts.length - 1);
                double after = step == walk.length - 1 ? scores[0] : scores[next++];
                values[walk[step]] += (after - before) / walks.size();
                share(scores, from, own, before, after, 1.0 / walks.size(), parts);
                before = after;
            }
        }
        return new Attribution(base, values, parts);
    }

    /// Adds what each part does, on average over the orders.
    private static void share(
            double[] scores, int from, List<int[]> inner, double start, double end, double weight, double[] parts) {
        int next = from;
        for (int[] order : inner) {
            double before = start;
            for (int part = 0; part < order.length; part++) {
                double after = part == order.length - 1 ? end : scores[next++];
                parts[order[part]] += (after - before) * weight / inner.size();
                before = after;
            }
        }
    }

    private static List<int[]> walks(int players, int orders, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<int[]> walks = new ArrayList<>(2 * orders);
        for (int i = 0; i < orders; i++) {
            int[] forth = new int[players];
            for (int j = 0; j < players; j++) {
                int k = random.nextInt(j + 1);
                forth[j] = forth[k];
                forth[k] = j;
            }
            int[] back = new int[players];
            for (int j = 0; j < players; j++) {
                back[j] = forth[players - 1 - j];
            }
            walks.add(forth);
            walks.add(back);
        }
        return walks;
    }
}
