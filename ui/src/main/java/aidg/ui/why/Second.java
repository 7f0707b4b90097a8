package aidg.ui.why;

import aidg.engine.Explanation;

/// The attribution that is drawn beside the one that is told.
enum Second {
    GRADIENT("By slope", "what the score's slope says, summed on the way from typical deals (integrated gradients)"),
    HIDDEN("By hiding", "what the score loses when the fact is that of typical deals (occlusion)");

    private final String words;
    private final String meaning;

    Second(String words, String meaning) {
        this.words = words;
        this.meaning = meaning;
    }

    String words() {
        return words;
    }

    String meaning() {
        return meaning;
    }

    /// In probability, -1..1.
    double of(Explanation.Reason reason) {
        return this == GRADIENT ? reason.gradient() : reason.occlusion();
    }
}
