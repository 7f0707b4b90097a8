package aidg.engine.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;

/// What each token added to a score: Shapley values by sampled orders (Castro et al. 2009), each order also walked
/// backwards, which halves the noise. A token that has not joined yet is that of another deal, a different one in each
/// order (interventional values, Janzing et al. 2020), so the walk begins at what deals like those score on average.
/// The
/// values add up to the difference of the two ends exactly, for any number of orders.
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

    /// @param tokens     the deal's tokens, one after the other, each `width` numbers
    /// @param background other deals' tokens, at least one
    /// @param players    positions of the tokens that are exchanged; the others are always this deal's
    /// @param score      scores many token arrays at once
    public Attribution attribute(
            float[] tokens,
            List<float[]> background,
            int width,
            int[] players,
            Function<List<float[]>, double[]> score) {
        List<int[]> walks = walks(players.length);
        List<float[]> inputs = new ArrayList<>(walks.size() * players.length + 1);
        inputs.add(tokens);
        for (int i = 0; i < walks.size(); i++) {
            float[] current = tokens.clone();
            float[] other = background.get(i / 2 % background.size());
            for (int player : players) {
                System.arraycopy(other, player * width, current, player * width, width);
            }
            inputs.add(current);
            int[] walk = walks.get(i);
            for (int step = 0; step < walk.length - 1; step++) {
                current = current.clone();
                int from = players[walk[step]] * width;
                System.arraycopy(tokens, from, current, from, width);
                inputs.add(current);
            }
        }
        return average(score.apply(inputs), walks, players.length);
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
