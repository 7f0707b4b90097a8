package aidg.ui.control;

import aidg.engine.ScoreTrace;
import aidg.engine.ScoreTrace.Contribution;
import aidg.ui.format.Figures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The rows of a waterfall from base rate to score. The rounded points add up to the rounded score: what rounding
/// leaves over goes to the row of smaller features.
///
/// @param low  left end of the axis, 0..1: the data less 5 points
/// @param high right end of the axis, 0..1: the data plus 5 points
public record Fall(List<Step> steps, double low, double high) {

    private static final int SHOWN = 5;
    private static final double ROOM = 0.05;

    public Fall {
        steps = List.copyOf(steps);
    }

    /// What a row is.
    public enum Kind {
        BASE,
        CHANGE,
        SCORE
    }

    /// One row.
    ///
    /// @param from   where its bar starts, 0..1
    /// @param to     where it ends, 0..1
    /// @param points what is written at the right: `+9`, `54%`
    public record Step(Kind kind, String words, double from, double to, String points) {}

    /// Steps from the trace's base score to the score.
    ///
    /// @param baseWords which deals the base is taken from
    /// @param score     0..1
    public static Fall of(ScoreTrace trace, String baseWords, double score, Figures figures) {
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(
                Kind.BASE, baseWords, trace.baseScore(), trace.baseScore(), figures.percent(trace.baseScore())));
        double at = trace.baseScore();
        int told = points(trace.baseScore());
        List<Contribution> changes = opened(trace);
        int shown = Math.min(SHOWN, changes.size());
        for (Contribution change : changes.subList(0, shown)) {
            int points = points(change.points());
            steps.add(new Step(Kind.CHANGE, change.words(), at, at + change.points(), figures.points(points)));
            at += change.points();
            told += points;
        }
        int rest = changes.size() - shown;
        int left = points(score) - told;
        if (rest > 0 || left != 0) {
            String words = rest == 0 ? "Rounding" : figures.count(rest, "smaller feature", "smaller features together");
            steps.add(new Step(Kind.CHANGE, words, at, score, figures.points(left)));
        }
        steps.add(new Step(Kind.SCORE, "Score", score, score, figures.percent(score)));
        double low = steps.stream()
                .mapToDouble(step -> Math.min(step.from(), step.to()))
                .min()
                .orElse(0);
        double high = steps.stream()
                .mapToDouble(step -> Math.max(step.from(), step.to()))
                .max()
                .orElse(1);
        return new Fall(steps, Math.max(0, low - ROOM), Math.min(1, high + ROOM));
    }

    /// What is worked out from causes is told by its causes; largest first.
    private static List<Contribution> opened(ScoreTrace trace) {
        return trace.contributions().stream()
                .flatMap(whole -> whole.parts().isEmpty()
                        ? Stream.of(whole)
                        : whole.parts().stream()
                                .map(part -> new Contribution(
                                        part.feature(), part.words(), part.typical(), part.points(), part.gp30())))
                .sorted(Comparator.comparingDouble((Contribution one) -> -Math.abs(one.points())))
                .toList();
    }

    /// The whole picture in words, for screen readers.
    public String inWords(Figures figures) {
        StringBuilder words =
                new StringBuilder("Axis from %s to %s.".formatted(figures.percent(low), figures.percent(high)));
        steps.forEach(step -> words.append(' ')
                .append(step.words())
                .append(' ')
                .append(step.points())
                .append('.'));
        return words.toString();
    }

    private static int points(double share) {
        return (int) Math.round(share * 100);
    }
}
