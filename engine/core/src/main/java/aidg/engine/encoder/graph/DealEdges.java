package aidg.engine.encoder.graph;

import java.util.Arrays;
import java.util.List;

/// Which deals a merchant is linked to on a day, and how strongly: its own, and the most comparable ones of
/// merchants close by. Weight = similarity (category, distance, terms) x decay with age. [PER-10]
final class DealEdges {

    /// A deal this old counts a third.
    private static final double SCALE_DAYS = 180;

    /// Older deals are no nodes.
    private static final int WINDOW_DAYS = 730;

    /// Most of a merchant's own deals, the latest.
    private static final int OWN_KEPT = 50;

    /// Most deals of others per merchant.
    private static final int COMPARABLE_KEPT = 40;

    private final DealFacts facts;
    private final Usual usual;
    private final NearMerchants near;
    private final int[] categories;
    private final int day;

    /// First place of each merchant's deals in `deals`.
    private final int[] offsets;

    /// Deals that are nodes, by merchant, in the order of their proposals.
    final int[] deals;

    private final double[] discount;
    private final double[] list;
    private final double[] days;
    private int count;
    private int[] from = new int[1024];
    private int[] to = new int[1024];
    private float[] weights = new float[1024];

    /// @param categories number of each merchant's category
    DealEdges(DealFacts facts, Usual usual, NearMerchants near, int[] categories, int day) {
        this.facts = facts;
        this.usual = usual;
        this.near = near;
        this.categories = categories;
        this.day = day;
        offsets = new int[categories.length + 1];
        deals = nodes();
        discount = new double[categories.length];
        list = new double[categories.length];
        days = new double[categories.length];
        for (int m = 0; m < categories.length; m++) {
            usualTerms(m);
        }
    }

    private int[] nodes() {
        int merchants = categories.length;
        int[] kept = new int[merchants];
        boolean[] node = new boolean[facts.count];
        for (int i = facts.count - 1; i >= 0; i--) {
            int m = facts.merchant[i];
            if (facts.proposed[i] >= day - WINDOW_DAYS && kept[m] < OWN_KEPT && facts.knownBefore(i, day)) {
                node[i] = true;
                kept[m]++;
            }
        }
        for (int m = 0; m < merchants; m++) {
            offsets[m + 1] = offsets[m] + kept[m];
        }
        int[] next = offsets.clone();
        int[] found = new int[offsets[merchants]];
        for (int i = 0; i < facts.count; i++) {
            if (node[i]) {
                found[next[facts.merchant[i]]++] = i;
            }
        }
        return found;
    }

    /// Means of a merchant's terms, against the category's.
    private void usualTerms(int m) {
        int n = offsets[m + 1] - offsets[m];
        for (int at = offsets[m]; at < offsets[m + 1]; at++) {
            discount[m] += usual.discountDeviation(deals[at]) / (n + 1);
            list[m] += (facts.logList[deals[at]] - usual.logList(facts.category[deals[at]])) / (n + 1);
            days[m] += (facts.logDays[deals[at]] - usual.logDays(facts.category[deals[at]])) / (n + 1);
        }
    }

    /// The edges: nodes are the merchants and, after them, `deals` in their order.
    Edges build() {
        int merchants = categories.length;
        for (int m = 0; m < merchants; m++) {
            for (int at = offsets[m]; at < offsets[m + 1]; at++) {
                add(m, merchants + at, similarity(m, deals[at], 1));
            }
            addComparable(m);
        }
        return Edges.undirected(
                merchants + deals.length,
                Arrays.copyOf(from, count),
                Arrays.copyOf(to, count),
                Arrays.copyOf(weights, count));
    }

    private void addComparable(int m) {
        List<NearMerchants.Near> others = near.comparable(m, day);
        int most = 0;
        for (NearMerchants.Near other : others) {
            most += offsets[other.merchant() + 1] - offsets[other.merchant()];
        }
        long[] ranked = new long[most];
        int found = 0;
        for (NearMerchants.Near other : others) {
            for (int at = offsets[other.merchant()]; at < offsets[other.merchant() + 1]; at++) {
                float weight = similarity(m, deals[at], other.nearness());
                ranked[found++] = (long) Float.floatToIntBits(weight) << 32 | at;
            }
        }
        Arrays.sort(ranked);
        for (int i = Math.max(0, found - COMPARABLE_KEPT); i < found; i++) {
            add(m, categories.length + (int) ranked[i], Float.intBitsToFloat((int) (ranked[i] >>> 32)));
        }
    }

    /// More than 0, at most 1.
    private float similarity(int m, int deal, double nearness) {
        int category = facts.category[deal];
        double terms = Math.abs(usual.discountDeviation(deal) - discount[m]) / 0.5
                + Math.abs(facts.logList[deal] - usual.logList(category) - list[m]) / 2
                + Math.abs(facts.logDays[deal] - usual.logDays(category) - days[m]) / 3;
        double age = Math.max(0, day - facts.started[deal]);
        double same = category == categories[m] ? 1 : NearMerchants.OTHER_CATEGORY;
        return (float) Math.max(1e-6, same * nearness * Math.exp(-terms - age / SCALE_DAYS));
    }

    private void add(int merchant, int node, float weight) {
        if (count == from.length) {
            from = Arrays.copyOf(from, 2 * count);
            to = Arrays.copyOf(to, 2 * count);
            weights = Arrays.copyOf(weights, 2 * count);
        }
        from[count] = merchant;
        to[count] = node;
        weights[count++] = weight;
    }
}
