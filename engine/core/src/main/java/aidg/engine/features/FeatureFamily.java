package aidg.engine.features;

import aidg.engine.features.FeatureSchema.Feature;
import aidg.engine.features.FeatureSchema.Side;
import aidg.engine.features.FeatureSchema.Token;
import java.util.ArrayList;
import java.util.List;

/// Tokens that are about the same thing, and how their values are computed. One file per family.
interface FeatureFamily {

    List<Token> tokens();

    /// Writes exactly the values of `tokens()`, in their order.
    void write(Moment moment, Row row);

    /// Builds a token from alternating feature names and units.
    static Token token(Side side, String name, String words, String... namesAndUnits) {
        List<Feature> features = new ArrayList<>();
        for (int i = 0; i < namesAndUnits.length; i += 2) {
            features.add(new Feature(namesAndUnits[i], namesAndUnits[i + 1]));
        }
        return new Token(name, words, side, features);
    }

    /// A feature row under construction.
    final class Row {
        private final float[] values;
        private int next;

        Row(int width) {
            values = new float[width];
        }

        /// Appends values; NaN means missing, infinities are missing too.
        Row put(double... more) {
            for (double value : more) {
                values[next++] = Double.isFinite(value) ? (float) value : Float.NaN;
            }
            return this;
        }

        /// Leaves out a family: its values are missing.
        void skip(FeatureFamily family) {
            for (Token token : family.tokens()) {
                for (int i = 0; i < token.features().size(); i++) {
                    values[next++] = Float.NaN;
                }
            }
        }

        float[] finish() {
            if (next != values.length) {
                throw new IllegalStateException("wrote %d of %d features".formatted(next, values.length));
            }
            return values;
        }
    }
}
