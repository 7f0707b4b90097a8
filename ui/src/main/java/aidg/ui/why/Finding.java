package aidg.ui.why;

import aidg.engine.Explanation;
import aidg.engine.ScoreTrace.Contribution;
import aidg.engine.ScoreTrace.Part;
import aidg.engine.explain.Honesty.Badge;
import aidg.ui.format.Figures;
import java.util.Locale;

/// The one thing that an explanation says first.
final class Finding {

    private Finding() {}

    /// `71%, lifted most: weeknight demand`; without a story where the checks fail.
    static String of(Explanation explanation, Figures figures) {
        String score = figures.percent(explanation.scored().score());
        if (explanation.honesty().badge() == Badge.RED
                || explanation.trace().contributions().isEmpty()) {
            return "Why " + score;
        }
        Contribution most = explanation.trace().contributions().getFirst();
        String words = most.parts().stream()
                .filter(part -> part.points() * most.points() > 0)
                .findFirst()
                .map(Part::words)
                .orElse(most.words());
        return "%s, %s most: %s".formatted(score, most.points() < 0 ? "held down" : "lifted", calm(words));
    }

    private static String calm(String words) {
        return words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
    }
}
