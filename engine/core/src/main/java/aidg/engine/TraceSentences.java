package aidg.engine;

import aidg.engine.ScoreTrace.Contribution;
import aidg.engine.ScoreTrace.Part;
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

    /// Something to say.
    ///
    /// @param words    with what is typical
    /// @param points   signed change of the probability
    /// @param contrary whether it counts against what it says when taken alone
    private record Saying(String words, double points, boolean contrary) {

        Saying plus(Saying other) {
            boolean larger = Math.abs(points) >= Math.abs(other.points);
            Saying said = larger ? this : other;
            return new Saying(said.words, points + other.points, said.contrary);
        }
    }

    TraceSentences(Wording wording, CauseWords causes) {
        this.wording = wording;
        this.causes = causes;
    }

    /// What speaks for and against, apart from what counts in the opposite direction of what it says when taken
    /// alone: facts that go together share what they do, and a person should not read such a one as a reason.
    ///
    /// @param category of the deal, for where there is nothing to say
    List<String> of(List<Contribution> contributions, String category) {
        Map<String, Saying> all = new LinkedHashMap<>();
        for (Contribution one : contributions) {
            if (one.parts().isEmpty()) {
                all.merge(one.feature(), saying(one), Saying::plus);
            } else {
                one.parts().forEach(part -> all.merge(part.feature(), saying(part), Saying::plus));
            }
        }
        List<Saying> strongest = all.values().stream()
                .filter(saying -> Math.abs(saying.points()) >= SMALLEST)
                .sorted(Comparator.comparingDouble((Saying saying) -> -Math.abs(saying.points()))
                        .thenComparing(Saying::words))
                .limit(MOST)
                .toList();
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

    private Saying saying(Contribution fact) {
        boolean contrary = !wording.isKnown(fact.feature())
                || !fact.typical().isEmpty() && wording.alone(fact.feature()) * Math.signum(fact.points()) <= 0;
        return new Saying(words(fact.words(), fact.typical()), fact.points(), contrary);
    }

    private Saying saying(Part part) {
        Cause cause = Cause.valueOf(part.feature().toUpperCase(Locale.ROOT));
        boolean contrary = causes.isAsUsual(cause) || causes.alone(cause) * Math.signum(part.points()) < 0;
        return new Saying(words(part.words(), part.typical()), part.points(), contrary);
    }

    private static String words(String words, String typical) {
        String calm = Character.toLowerCase(words.charAt(0)) + words.substring(1);
        return typical.isEmpty() ? calm : calm + " (" + typical + ")";
    }

    private static void say(String opening, Stream<Saying> sayings, List<String> sentences) {
        List<String> words = sayings.map(Saying::words).toList();
        if (!words.isEmpty()) {
            sentences.add(opening + ": " + String.join("; ", words) + ".");
        }
    }
}
