package aidg.engine.scorer;

import aidg.engine.features.FeatureSchema;
import aidg.engine.features.FeatureSchema.Side;
import aidg.engine.features.FeatureSchema.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Turns raw feature rows into what the networks read: for each side, one vector of `width(side)` numbers per
/// token. Values are standardised with the training deals' mean and deviation; a missing value becomes 0, the
/// mean, and the last number of each vector is the share of its values that are missing.
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

    /// Tokens of one side, in order.
    public List<Token> tokens(Side side) {
        return schema.tokens(side);
    }

    /// Numbers per token of one side.
    public int width(Side side) {
        return schema.widestToken(side) + 1;
    }

    /// Numbers of one side: tokens times `width(side)`.
    public int size(Side side) {
        return tokens(side).size() * width(side);
    }

    /// Writes one side's tokens of a raw row into `target` from `at`; `size(side)` numbers, all finite.
    public void write(Side side, float[] row, float[] target, int at) {
        int[] offsets = schema.offsets();
        int width = width(side);
        int slot = at;
        for (int t = 0; t < offsets.length; t++) {
            Token token = schema.tokens().get(t);
            if (token.side() == side) {
                writeToken(row, offsets[t], token.features().size(), target, slot, slot + width - 1);
                slot += width;
            }
        }
    }

    private void writeToken(float[] row, int from, int count, float[] target, int slot, int last) {
        int missing = 0;
        for (int i = 0; i < count; i++) {
            float value = row[from + i];
            if (Float.isNaN(value)) {
                missing++;
                target[slot + i] = 0;
            } else {
                target[slot + i] = standardised(value, from + i);
            }
        }
        target[last] = (float) missing / count;
    }

    /// One token with nothing missing, `width` of its side numbers.
    ///
    /// @param token its position in the schema
    /// @param raw   its values
    public float[] values(int token, double[] raw) {
        int from = schema.offsets()[token];
        float[] values = new float[width(schema.tokens().get(token).side())];
        for (int i = 0; i < raw.length; i++) {
            values[i] = standardised((float) raw[i], from + i);
        }
        return values;
    }

    private float standardised(float value, int column) {
        return standardised(value, means.get(column), deviations.get(column));
    }

    static float standardised(float value, double mean, double deviation) {
        return (float) Math.clamp((value - mean) / deviation, -FARTHEST, FARTHEST);
    }

    /// Prepared for many rows of one side.
    public SideInputs inputs(Side side) {
        return new SideInputs(this, side);
    }

    /// One side's tokens of a raw row, `size(side)` numbers.
    public float[] values(Side side, float[] row) {
        float[] values = new float[size(side)];
        write(side, row, values, 0);
        return values;
    }

    /// All tokens of a raw row, side by side.
    public float[] values(float[] row) {
        float[] values = new float[Stream.of(Side.values()).mapToInt(this::size).sum()];
        int at = 0;
        for (Side side : Side.values()) {
            write(side, row, values, at);
            at += size(side);
        }
        return values;
    }
}
