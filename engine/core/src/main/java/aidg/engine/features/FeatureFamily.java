package aidg.engine.features;

import aidg.engine.domain.DealTerms;
import aidg.engine.features.FeatureSchema.Feature;
import aidg.engine.features.FeatureSchema.Side;
import aidg.engine.features.FeatureSchema.Token;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Tokens that are about the same thing, and how their values are computed. One file per family.
interface FeatureFamily {

    List<Token> tokens();

    /// Writes exactly the values of `tokens()`, in their order.
    void write(Moment moment, Row row);

    /// Prepares its joint tokens for many offers; nothing where it has none.
    ///
    /// @param moment whose category counts and whose other terms do not
    default Joints joints(Moment moment) {
        return (terms, row) -> {};
    }

    /// Whether one of its tokens is on that side.
    default boolean has(Side side) {
        return tokens().stream().anyMatch(token -> token.side() == side);
    }

    /// Writes the values of a family's joint tokens for one offer after the other; used by one thread.
    @FunctionalInterface
    interface Joints {
        void write(DealTerms terms, Row row);
    }

    /// Number of those values.
    default int width() {
        return tokens().stream().mapToInt(token -> token.features().size()).sum();
    }

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

        /// Leaves out values: they are missing.
        void skip(int width) {
            Arrays.fill(values, next, next + width, Float.NaN);
            next += width;
        }

        float[] finish() {
            if (next != values.length) {
                throw new IllegalStateException("wrote %d of %d features".formatted(next, values.length));
            }
            return values;
        }
    }
}
