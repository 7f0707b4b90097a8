package aidg.engine.encoder.text;

import java.util.List;

/// Turns texts into 32 numbers each: how bad, neutral and good a text is (three shares that sum to 1), how strong
/// (0..1), and 28 numbers without a name, -1..1. [PER-8]
public interface TextReader {

    /// Numbers per text.
    int WIDTH = 32;

    /// Where the four named numbers stand in an encoding.
    int NEGATIVE = 0;

    int NEUTRAL = 1;
    int POSITIVE = 2;
    int INTENSITY = 3;

    /// Numbers with a name.
    int NAMED = 4;

    /// What reads, for people: `notes transformer`, `BERT from <folder>`, `lexicon, degraded`.
    String name();

    /// Whether a word list stands in for a trained model. [X3]
    boolean degraded();

    /// Reads texts in order; the same text always gives the same numbers, whatever stands beside it, up to
    /// rounding.
    ///
    /// @return (texts, 32)
    float[][] encode(List<String> texts);

    /// As `encode`, each text read without what its own group taught, for groups that were learned from and others
    /// alike: what a scorer is trained on then looks as it will later.
    ///
    /// @param groups one for each text, as in `LabelledText`: a merchant's id
    default float[][] encode(List<String> texts, List<String> groups) {
        return encode(texts);
    }
}
