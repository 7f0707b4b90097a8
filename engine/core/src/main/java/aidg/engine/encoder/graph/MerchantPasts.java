package aidg.engine.encoder.graph;

import java.util.Arrays;

/// Means of what each merchant's own deals brought, as of a day, older ones counting less; pulled to 0, which is
/// what is usual, while little is known.
final class MerchantPasts {

    /// Days after which a deal counts a third.
    private static final double[] SCALES = {60, 180, 720};

    /// Places of the scales.
    static final int SHORT = 0;

    static final int MIDDLE = 1;
    static final int LONG = 2;

    /// What is averaged.
    enum Measure {
        TRAFFIC,
        CONVERSION,
        RATIO,
        SUCCESS,
        APPROVAL
    }

    private static final int MEASURES = Measure.values().length;
    private static final double PRIOR_WEIGHT = 1;

    private final double[] sums;
    private final double[] weights;
    final int[] lastProposed;
    final int[] known;

    MerchantPasts(DealFacts facts, Usual usual, int merchants, int day) {
        sums = new double[merchants * MEASURES * SCALES.length];
        weights = new double[sums.length];
        lastProposed = new int[merchants];
        known = new int[merchants];
        Arrays.fill(lastProposed, Integer.MIN_VALUE);
        for (int i = 0; i < facts.count && facts.proposed[i] < day; i++) {
            int m = facts.merchant[i];
            lastProposed[m] = facts.proposed[i];
            if (facts.knownBefore(i, day)) {
                known[m]++;
                for (int scale = 0; scale < SCALES.length; scale++) {
                    double weight = Math.exp(-Math.max(0, day - facts.started[i]) / SCALES[scale]);
                    add(m, Measure.TRAFFIC, scale, weight, usual.trafficSurprise(i));
                    add(m, Measure.CONVERSION, scale, weight, usual.conversionSurprise(i));
                    add(m, Measure.RATIO, scale, weight, usual.ratioSurprise(i));
                    add(m, Measure.SUCCESS, scale, weight, facts.success[i] - usual.success(facts.category[i]));
                    add(m, Measure.APPROVAL, scale, weight, facts.approved[i] ? 0.15 : -0.85);
                }
            }
        }
    }

    private void add(int merchant, Measure measure, int scale, double weight, double value) {
        if (!Double.isNaN(value)) {
            int at = at(merchant, measure, scale);
            sums[at] += weight * value;
            weights[at] += weight;
        }
    }

    private static int at(int merchant, Measure measure, int scale) {
        return (merchant * MEASURES + measure.ordinal()) * SCALES.length + scale;
    }

    double mean(int merchant, Measure measure, int scale) {
        int at = at(merchant, measure, scale);
        return sums[at] / (weights[at] + PRIOR_WEIGHT);
    }

    /// Deals that the mean rests on, older ones counting less.
    double evidence(int merchant, Measure measure, int scale) {
        return weights[at(merchant, measure, scale)];
    }
}
