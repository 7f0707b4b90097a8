package aidg.engine.explain;

import java.util.List;

/// How far an explanation can be trusted, measured on the model itself.
///
/// @param agreement mean rank correlation of the parts shown with two attributions made otherwise, 0..1
/// @param deletion  how much more the score moves when the parts named first are taken out than when any are:
///                  0.5 is no better than chance, 1 means that only they matter
/// @param insertion the same when they are put into the deals that it is explained against
/// @param fidelity  share of the variance of mixed deals' scores that the sum of their parts foretells, 0..1
/// @param steadiness how surely the parts named first would still be named first if what the sales forecast
///                   does not know turned out otherwise, 0..1
/// @param badge     what a person should make of it
/// @param checks     agreement, deletion, fidelity and steadiness against what they need
/// @param curves    what deletion and insertion were read off
public record Honesty(
        double agreement,
        double deletion,
        double insertion,
        double fidelity,
        double steadiness,
        Badge badge,
        List<Check> checks,
        List<Curve> curves) {

    public Honesty {
        checks = List.copyOf(checks);
        curves = List.copyOf(curves);
    }

    /// How many checks hold.
    public int held() {
        return (int) checks.stream().filter(Check::holds).count();
    }

    /// One thing that was measured.
    ///
    /// @param value  0..1; of deletion the mean of deletion and insertion
    /// @param needed from where it holds, 0..1
    public record Check(Kind kind, double value, double needed) {

        /// What was measured.
        public enum Kind {
            AGREEMENT,
            DELETION,
            FIDELITY,
            STEADINESS
        }

        public boolean holds() {
            return value >= needed;
        }
    }

    /// What a person should make of an explanation.
    public enum Badge {
        /// It can be told.
        GREEN,
        /// It can be told, with the check that fails beside it.
        AMBER,
        /// It must not be told as a story.
        RED,
        /// A check fails, but nothing sets the deal apart enough to need a story: neither its score nor any part.
        LITTLE
    }

    /// How far the score has moved, on average, after so many parts.
    ///
    /// @param name   `deletion` or `insertion`
    /// @param parts  numbers of parts, ascending
    /// @param named  by the parts named first, in the direction they were said to count
    /// @param random by any parts, in whatever direction
    public record Curve(String name, List<Integer> parts, List<Double> named, List<Double> random) {

        public Curve {
            parts = List.copyOf(parts);
            named = List.copyOf(named);
            random = List.copyOf(random);
        }

        /// The named parts' share of both areas, 0..1; one half where nothing moves.
        double share() {
            double own = 0;
            double other = 0;
            for (int i = 0; i < parts.size(); i++) {
                own += Math.max(0, named.get(i));
                other += random.get(i);
            }
            return own + other > 0 ? own / (own + other) : 0.5;
        }
    }
}
