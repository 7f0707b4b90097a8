package aidg.engine.scorer;

import aidg.engine.domain.Deal;

/// Examples as flat arrays for training.
///
/// @param size   number of deals, N
/// @param tokens N x `TokenLayout.size()`
/// @param risks  override risk, N
/// @param success approved and reached, 0 or 1
/// @param approved 0 or 1
/// @param ratio  gross profit over baseline, 0 where `measured` is 0
/// @param measured 1 where the ratio is known
public record Batch(
        int size, float[] tokens, float[] risks, float[] success, float[] approved, float[] ratio, float[] measured) {

    /// Position of the override risk in a feature row, named `overrides.risk`.
    static int riskColumn(TokenLayout layout) {
        int column = layout.schema().names().indexOf("overrides.risk");
        if (column < 0) {
            throw new IllegalArgumentException("the feature schema has no overrides.risk");
        }
        return column;
    }

    static Batch of(Examples examples, TokenLayout layout) {
        int n = examples.size();
        Batch batch = new Batch(
                n, new float[n * layout.size()], new float[n], new float[n], new float[n], new float[n], new float[n]);
        int risk = riskColumn(layout);
        for (int i = 0; i < n; i++) {
            Deal deal = examples.deals().get(i);
            layout.write(examples.rows().get(i), batch.tokens, i * layout.size());
            batch.risks[i] = examples.rows().get(i)[risk];
            batch.success[i] = examples.success().get(i) ? 1 : 0;
            batch.approved[i] = deal.approved() ? 1 : 0;
            double ratio = examples.ratio().get(i);
            batch.measured[i] = Double.isNaN(ratio) ? 0 : 1;
            batch.ratio[i] = Double.isNaN(ratio) ? 0 : (float) ratio;
        }
        return batch;
    }

    /// The deals at `order[from..to)`, with the tokens where `keep` says no set to 0 (token dropout).
    public Batch pick(int[] order, int from, int to, TokenMask keep) {
        int n = to - from;
        int width = tokens.length / size;
        Batch picked = new Batch(
                n, new float[n * width], new float[n], new float[n], new float[n], new float[n], new float[n]);
        for (int i = 0; i < n; i++) {
            int source = order[from + i];
            System.arraycopy(tokens, source * width, picked.tokens, i * width, width);
            keep.apply(picked.tokens, i * width, width);
            picked.risks[i] = risks[source];
            picked.success[i] = success[source];
            picked.approved[i] = approved[source];
            picked.ratio[i] = ratio[source];
            picked.measured[i] = measured[source];
        }
        return picked;
    }

    /// Blanks tokens of one deal in place.
    @FunctionalInterface
    public interface TokenMask {
        /// Leaves everything as it is.
        TokenMask NONE = (tokens, at, width) -> {};

        void apply(float[] tokens, int at, int width);
    }
}
