package aidg.ui.why;

import aidg.engine.Explanation;

/// The attribution that is drawn beside the one that is told.
enum Second {
    GRADIENT(
            "By slope",
            "Compare with the gradient",
            "what the score's slope says, summed on the way from typical deals (integrated gradients)"),
    HIDDEN(
            "By hiding",
            "Compare with hiding",
            "what the score loses when the fact is that of typical deals (occlusion)");

    private final String words;
    private final String action;
    private final String meaning;

    Second(String words, String action, String meaning) {
        this.words = words;
        this.action = action;
        this.meaning = meaning;
    }

    String words() {
        return words;
    }

    /// What choosing it is called in the palette.
    String action() {
        return action;
    }

    String meaning() {
        return meaning;
    }

    /// In probability, -1..1.
    double of(Explanation.Reason reason) {
        return this == GRADIENT ? reason.gradient() : reason.occlusion();
    }
}
