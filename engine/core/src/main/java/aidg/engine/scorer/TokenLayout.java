package aidg.engine.scorer;

import aidg.engine.features.FeatureSchema;
import aidg.engine.features.FeatureSchema.Side;
import aidg.engine.features.FeatureSchema.Token;
import java.util.ArrayList;
import java.util.List;

/// Turns raw feature rows into the scorer's input: one vector of `width()` numbers per token, the deal's tokens first.
/// Values are standardised with the training deals' mean and deviation; a missing value becomes 0, the mean, and the
/// last number of each vector is the share of its values that are missing.
///
/// @param schema     names and order of the raw values
/// @param means      per raw value
/// @param deviations per raw value, more than 0
public record TokenLayout(FeatureSchema schema, List<Double> means, List<Double> deviations) {

    /// Standardised values are cut here: an input far outside the training range must not act without bound.
    static final double FARTHEST = 6;

    public TokenLayout {
        means = List.copyOf(means);
        deviations = List.copyOf(deviations);
        if (means.size() != schema.width() || deviations.size() != schema.width()) {
            throw new IllegalArgumentException("%d means and %d deviations for %d features"
                    .formatted(means.size(), deviations.size(), schema.width()));
        }
    }

    /// Measures mean and deviation over `rows`; a constant or unseen value gets deviation 1.
    static TokenLayout fit(FeatureSchema schema, List<float[]> rows) {
        List<Double> means = new ArrayList<>();
        List<Double> deviations = new ArrayList<>();
        for (int column = 0; column < schema.width(); column++) {
            double sum = 0;
            double squares = 0;
            int count = 0;
            for (float[] row : rows) {
                if (!Float.isNaN(row[column])) {
                    sum += row[column];
                    count++;
                }
            }
            double mean = count == 0 ? 0 : sum / count;
            for (float[] row : rows) {
                double d = Float.isNaN(row[column]) ? 0 : row[column] - mean;
                squares += d * d;
            }
            double deviation = count < 2 ? 0 : Math.sqrt(squares / (count - 1));
            means.add(mean);
            deviations.add(deviation < 1e-6 ? 1 : deviation);
        }
        return new TokenLayout(schema, means, deviations);
    }

    /// Tokens in the scorer's order: the deal's, then the merchant's.
    public List<Token> order() {
        List<Token> order = new ArrayList<>(schema.tokens(Side.DEAL));
        order.addAll(schema.tokens(Side.MERCHANT));
        return order;
    }

    public int dealTokens() {
        return schema.tokens(Side.DEAL).size();
    }

    public int merchantTokens() {
        return schema.tokens(Side.MERCHANT).size();
    }

    /// Numbers per token.
    public int width() {
        return schema.widestToken() + 1;
    }

    /// Numbers per deal: tokens times `width()`.
    public int size() {
        return schema.tokens().size() * width();
    }

    /// Writes the tokens of one raw row into `target` from `at`; `size()` numbers, all finite.
    public void write(float[] row, float[] target, int at) {
        int[] offsets = schema.offsets();
        int slot = at;
        for (Side side : Side.values()) {
            for (int t = 0; t < offsets.length; t++) {
                Token token = schema.tokens().get(t);
                if (token.side() == side) {
                    writeToken(row, offsets[t], token.features().size(), target, slot);
                    slot += width();
                }
            }
        }
    }

    private void writeToken(float[] row, int from, int count, float[] target, int slot) {
        int missing = 0;
        for (int i = 0; i < count; i++) {
            float value = row[from + i];
            if (Float.isNaN(value)) {
                missing++;
                target[slot + i] = 0;
            } else {
                double scaled = (value - means.get(from + i)) / deviations.get(from + i);
                target[slot + i] = (float) Math.clamp(scaled, -FARTHEST, FARTHEST);
            }
        }
        target[slot + width() - 1] = (float) missing / count;
    }

    /// The tokens of one raw row, `size()` numbers.
    public float[] tokens(float[] row) {
        float[] target = new float[size()];
        write(row, target, 0);
        return target;
    }
}
