package aidg.engine;

import aidg.engine.ScoreTrace.Contribution;
import aidg.engine.ScoreTrace.Part;
import aidg.engine.ScoreTrace.Saying;
import aidg.engine.domain.Money;
import aidg.engine.explain.Wording;
import aidg.engine.forecast.Cause;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// A trace's contributions in plain words. What is told in parts is named by its parts; parts and facts of one name
/// are named once, by the words of the larger.
final class TraceSentences {

    private static final int MOST = 5;
    private static final double SMALLEST = 0.01;

    private final Wording wording;
    private final CauseWords causes;

    TraceSentences(Wording wording, CauseWords causes) {
        this.wording = wording;
        this.causes = causes;
    }

    /// What speaks for and against, apart from what counts in the opposite direction of what it says when taken
    /// alone: facts that go together share what they do, and a person should not read such a one as a reason.
    ///
    /// @param sayings  as `sayings` found them
    /// @param category of the deal, for where there is nothing to say
    List<String> of(List<Saying> sayings, String category) {
        List<Saying> strongest = sayings.stream().limit(MOST).toList();
        List<Saying> plain =
                strongest.stream().filter(Predicate.not(Saying::contrary)).toList();
        List<String> sentences = new ArrayList<>();
        say("Speaks for it", plain.stream().filter(saying -> saying.points() > 0), sentences);
        say("Speaks against it", plain.stream().filter(saying -> saying.points() < 0), sentences);
        say("Counts only together with other facts", strongest.stream().filter(Saying::contrary), sentences);
        if (sentences.isEmpty()) {
            sentences.add("Nothing sets this deal apart from a typical %s deal."
                    .formatted(category.toLowerCase(Locale.ROOT)));
        }
        return sentences;
    }

    /// What is large enough to be told, facts of one name together, largest first.
    List<Saying> sayings(List<Contribution> contributions) {
        Map<String, Saying> all = new LinkedHashMap<>();
        for (Contribution one : contributions) {
            if (one.parts().isEmpty()) {
                all.merge(one.feature(), saying(one), TraceSentences::together);
            } else {
                one.parts().forEach(part -> all.merge(part.feature(), saying(part), TraceSentences::together));
            }
        }
        return all.values().stream()
                .filter(saying -> Math.abs(saying.points()) >= SMALLEST)
                .sorted(Comparator.comparingDouble((Saying saying) -> -Math.abs(saying.points()))
                        .thenComparing(TraceSentences::words))
                .toList();
    }

    private static Saying together(Saying one, Saying other) {
        Saying said = Math.abs(one.points()) >= Math.abs(other.points()) ? one : other;
        return new Saying(
                said.feature(),
                said.words(),
                said.typical(),
                one.points() + other.points(),
                Money.of(one.gp30().amount() + other.gp30().amount()),
                said.contrary());
    }

    private Saying saying(Contribution fact) {
        boolean contrary = !wording.isKnown(fact.feature())
                || !fact.typical().isEmpty() && wording.alone(fact.feature()) * Math.signum(fact.points()) <= 0;
        return new Saying(fact.feature(), fact.words(), fact.typical(), fact.points(), fact.gp30(), contrary);
    }

    private Saying saying(Part part) {
        Cause cause = Cause.valueOf(part.feature().toUpperCase(Locale.ROOT));
        boolean contrary = causes.isAsUsual(cause) || causes.alone(cause) * Math.signum(part.points()) < 0;
        return new Saying(part.feature(), part.words(), part.typical(), part.points(), part.gp30(), contrary);
    }

    private static String words(Saying saying) {
        String calm =
                Character.toLowerCase(saying.words().charAt(0)) + saying.words().substring(1);
        return saying.typical().isEmpty() ? calm : calm + " (" + saying.typical() + ")";
    }

    private static void say(String opening, Stream<Saying> sayings, List<String> sentences) {
        List<String> words = sayings.map(TraceSentences::words).toList();
        if (!words.isEmpty()) {
            sentences.add(opening + ": " + String.join("; ", words) + ".");
        }
    }
}
