package aidg.engine.encoder.text;

import java.util.Arrays;

/// A text and what is known of it, to learn from.
///
/// @param group    texts of one group, such as a merchant's notes, are never on both sides of a split
/// @param polarity -1 (bad) to 1 (good), NaN if unknown; below -1/3 counts as negative, above 1/3 as positive
/// @param targets  further numbers to foretell, each about standard deviation 1, NaN where unknown; as many for
///                 every text
/// @param weight   of this text among the others, > 0
public record LabelledText(String text, String group, float polarity, float[] targets, float weight) {

    public LabelledText {
        if (Math.abs(polarity) > 1) {
            throw new IllegalArgumentException("polarity %s is not between -1 and 1".formatted(polarity));
        }
        if (!(weight > 0)) {
            throw new IllegalArgumentException("weight %s is not above 0".formatted(weight));
        }
        targets = targets.clone();
    }

    @Override
    public float[] targets() {
        return targets.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LabelledText that
                && text.equals(that.text)
                && group.equals(that.group)
                && Float.compare(polarity, that.polarity) == 0
                && Arrays.equals(targets, that.targets)
                && Float.compare(weight, that.weight) == 0;
    }

    @Override
    public int hashCode() {
        return 31 * text.hashCode() + Arrays.hashCode(targets);
    }

    /// Polarity, then the other targets.
    float value(int column) {
        return column == 0 ? polarity : targets[column - 1];
    }
}
