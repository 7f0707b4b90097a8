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

    /// @param base   mean score of the background deals with the fixed tokens of this one
    /// @param values per player, in their order; `base` plus their sum is the score
    public record Attribution(double base, double[] values) {}

    /// Which players are this deal's; the others are those of a background deal.
    ///
    /// @param background position of the other deal, from 0
    /// @param joined     per player
    public record Coalition(int background, boolean[] joined) {}

    /// @param players     how many there are
    /// @param backgrounds how many other deals, at least one
    /// @param score       scores many coalitions at once
    public Attribution attribute(int players, int backgrounds, Function<List<Coalition>, double[]> score) {
        return attributeAll(players, backgrounds, coalitions -> List.of(score.apply(coalitions)))
                .getFirst();
    }

    /// As `attribute`, of several scores at once.
    ///
    /// @param scores scores many coalitions at once, one array per score
    /// @return one per score
    public List<Attribution> attributeAll(
            int players, int backgrounds, Function<List<Coalition>, List<double[]>> scores) {
        List<int[]> walks = walks(players);
        List<Coalition> coalitions = new ArrayList<>(walks.size() * players + 1);
        boolean[] all = new boolean[players];
        Arrays.fill(all, true);
        coalitions.add(new Coalition(0, all));
        for (int i = 0; i < walks.size(); i++) {
            int background = i / 2 % backgrounds;
            boolean[] joined = new boolean[players];
            coalitions.add(new Coalition(background, joined));
            int[] walk = walks.get(i);
            for (int step = 0; step < walk.length - 1; step++) {
                joined = joined.clone();
                joined[walk[step]] = true;
                coalitions.add(new Coalition(background, joined));
            }
        }
        return scores.apply(coalitions).stream()
                .map(score -> average(score, walks, players))
                .toList();
    }

    private static Attribution average(double[] scores, List<int[]> walks, int players) {
        double[] values = new double[players];
        double base = 0;
        int next = 1;
        for (int[] walk : walks) {
            double before = scores[next++];
            base += before / walks.size();
            for (int step = 0; step < walk.length; step++) {
                double after = step == walk.length - 1 ? scores[0] : scores[next++];
                values[walk[step]] += (after - before) / walks.size();
                before = after;
            }
        }
        return new Attribution(base, values);
    }

    private List<int[]> walks(int players) {
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
