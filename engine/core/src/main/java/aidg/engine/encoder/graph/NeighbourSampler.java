package aidg.engine.encoder.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/// Draws neighbourhoods of bounded size (Hamilton, Ying & Leskovec 2017, algorithm 2). A node with more neighbours
/// than fit is given as many draws in proportion to their shares, so that the sum stays right on average; one with
/// fewer gets them all. Not for two threads at once.
public final class NeighbourSampler {

    /// Fan-out for whole neighbourhoods.
    public static final int ALL = Integer.MAX_VALUE;

    private final Shares shares;
    private final double[] cumulative;
    private final int[] places;
    private final int[] owner;
    private int[] nodes = new int[1024];
    private int count;
    private int stamp;

    public NeighbourSampler(Shares shares) {
        this.shares = shares;
        Edges edges = shares.edges();
        places = new int[edges.nodes()];
        owner = new int[edges.nodes()];
        cumulative = new double[edges.weights().length];
        for (int node = 0; node < edges.nodes(); node++) {
            double sum = 0;
            for (int e = edges.offsets()[node]; e < edges.offsets()[node + 1]; e++) {
                sum += edges.weights()[e];
                cumulative[e] = sum;
            }
        }
    }

    /// @param seeds   different nodes
    /// @param fanOuts most neighbours per node, from the seeds outwards: one per layer
    public Sample draw(int[] seeds, int[] fanOuts, RandomGenerator random) {
        stamp++;
        count = 0;
        for (int seed : seeds) {
            place(seed);
        }
        List<Sample.Block> blocks = new ArrayList<>();
        for (int fanOut : fanOuts) {
            blocks.addFirst(block(count, fanOut, random));
        }
        return new Sample(Arrays.copyOf(nodes, count), blocks);
    }

    private Sample.Block block(int targets, int fanOut, RandomGenerator random) {
        Edges edges = shares.edges();
        int fan = 1;
        for (int target = 0; target < targets; target++) {
            fan = Math.max(fan, Math.min(fanOut, edges.degree(nodes[target])));
        }
        int[] slots = new int[targets * fan];
        float[] taken = new float[targets * fan];
        float[] own = new float[targets];
        for (int target = 0; target < targets; target++) {
            int node = nodes[target];
            own[target] = shares.own()[node];
            if (edges.degree(node) <= fan) {
                takeAll(node, target * fan, slots, taken);
            } else {
                takeSome(node, target * fan, fan, slots, taken, random);
            }
        }
        return new Sample.Block(count, targets, fan, slots, taken, own);
    }

    private void takeAll(int node, int at, int[] slots, float[] taken) {
        Edges edges = shares.edges();
        int slot = at;
        for (int e = edges.offsets()[node]; e < edges.offsets()[node + 1]; e++) {
            slots[slot] = place(edges.neighbours()[e]);
            taken[slot++] = edges.weights()[e];
        }
    }

    private void takeSome(int node, int at, int fan, int[] slots, float[] taken, RandomGenerator random) {
        Edges edges = shares.edges();
        int first = edges.offsets()[node];
        int last = edges.offsets()[node + 1] - 1;
        double sum = cumulative[last];
        for (int slot = at; slot < at + fan; slot++) {
            int found = Arrays.binarySearch(cumulative, first, last, random.nextDouble() * sum);
            int e = found < 0 ? -found - 1 : found;
            slots[slot] = place(edges.neighbours()[e]);
            taken[slot] = (float) (sum / fan);
        }
    }

    private int place(int node) {
        if (owner[node] != stamp) {
            owner[node] = stamp;
            places[node] = count;
            if (count == nodes.length) {
                nodes = Arrays.copyOf(nodes, 2 * count);
            }
            nodes[count++] = node;
        }
        return places[node];
    }
}
