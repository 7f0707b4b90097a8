package aidg.engine.scorer;

import aidg.engine.domain.Deal;
import aidg.engine.features.FeatureSchema.Side;
import java.util.Arrays;
import java.util.List;

/// What is learned from deals, as flat arrays of N.
///
/// @param deal       deal tokens, N x `TokenLayout.size(DEAL)`
/// @param joint      joint facts, N x `TokenLayout.size(JOINT)`
/// @param risks      override risk, 0..1
/// @param success    approved and reached, 0 or 1
/// @param approved   0 or 1
/// @param ratio      gross profit over baseline, 0 where not known
/// @param measured   1 where the ratio is known
/// @param conversion surprise in redemptions per view, natural logarithm, 0 where not known
/// @param traffic    surprise in views, likewise
/// @param sold       1 where conversion and traffic are known
public record Targets(
        int size,
        float[] deal,
        float[] joint,
        float[] risks,
        float[] success,
        float[] approved,
        float[] ratio,
        float[] measured,
        float[] conversion,
        float[] traffic,
        float[] sold) {

    /// Position of the override risk in a feature row, named `overrides.risk`.
    public static int riskColumn(TokenLayout layout) {
        int column = layout.schema().names().indexOf("overrides.risk");
        if (column < 0) {
            throw new IllegalArgumentException("the feature schema has no overrides.risk");
        }
        return column;
    }

    /// How a deal sold against what is usual in its category, NaN where not known.
    public record Surprise(double conversion, double traffic) {}

    /// @param surprises per example
    public static Targets of(Examples examples, TokenLayout layout, List<Surprise> surprises) {
        int n = examples.size();
        int dealSize = layout.size(Side.DEAL);
        int jointSize = layout.size(Side.JOINT);
        Targets targets = sized(n, dealSize, jointSize);
        int risk = riskColumn(layout);
        for (int i = 0; i < n; i++) {
            Deal deal = examples.deals().get(i);
            float[] row = examples.rows().get(i);
            layout.write(Side.DEAL, row, targets.deal, i * dealSize);
            layout.write(Side.JOINT, row, targets.joint, i * jointSize);
            targets.risks[i] = row[risk];
            targets.success[i] = examples.success().get(i) ? 1 : 0;
            targets.approved[i] = deal.approved() ? 1 : 0;
            double ratio = examples.ratio().get(i);
            targets.measured[i] = Double.isNaN(ratio) ? 0 : 1;
            targets.ratio[i] = Double.isNaN(ratio) ? 0 : (float) ratio;
            Surprise surprise = surprises.get(i);
            boolean sold = !Double.isNaN(surprise.conversion()) && !Double.isNaN(surprise.traffic());
            targets.sold[i] = sold ? 1 : 0;
            targets.conversion[i] = sold ? (float) Math.clamp(surprise.conversion(), -4, 4) : 0;
            targets.traffic[i] = sold ? (float) Math.clamp(surprise.traffic(), -4, 4) : 0;
        }
        return targets;
    }

    private static Targets sized(int n, int dealSize, int jointSize) {
        return new Targets(
                n,
                new float[n * dealSize],
                new float[n * jointSize],
                new float[n],
                new float[n],
                new float[n],
                new float[n],
                new float[n],
                new float[n],
                new float[n],
                new float[n]);
    }

    /// Some of the deals, in the order given.
    public Targets pick(int[] order) {
        int dealSize = size == 0 ? 0 : deal.length / size;
        int jointSize = size == 0 ? 0 : joint.length / size;
        Targets picked = sized(order.length, dealSize, jointSize);
        for (int i = 0; i < order.length; i++) {
            int source = order[i];
            System.arraycopy(deal, source * dealSize, picked.deal, i * dealSize, dealSize);
            System.arraycopy(joint, source * jointSize, picked.joint, i * jointSize, jointSize);
            picked.risks[i] = risks[source];
            picked.success[i] = success[source];
            picked.approved[i] = approved[source];
            picked.ratio[i] = ratio[source];
            picked.measured[i] = measured[source];
            picked.conversion[i] = conversion[source];
            picked.traffic[i] = traffic[source];
            picked.sold[i] = sold[source];
        }
        return picked;
    }

    /// Blanks what is listed, in place, so that a network learns what "not known" looks like.
    ///
    /// @param tokens deal tokens per deal
    public void blankDeal(int index, int token, int tokens) {
        int width = deal.length / size / tokens;
        int from = (index * tokens + token) * width;
        Arrays.fill(deal, from, from + width, 0);
    }
}
