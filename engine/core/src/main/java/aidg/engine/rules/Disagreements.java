package aidg.engine.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Finds the deals of which the model says the opposite of a rule, and by what they differ from its other deals.
final class Disagreements {

    /// Differences under this many standard deviations are ordinary.
    private static final double NOTABLE = 1;

    private Disagreements() {}

    static List<Disagreement> of(RuleSet rules, List<Example> past) {
        List<Example> heldOut = past.stream().filter(Example::isHeldOut).toList();
        List<Disagreement> found = new ArrayList<>();
        for (Rule rule : rules.rules()) {
            List<Example> fired =
                    heldOut.stream().filter(one -> rule.fires(one.facts())).toList();
            fired.stream()
                    .filter(one -> one.isRecommended() != rule.verdict().isRecommendation())
                    .sorted(Comparator.comparingDouble((Example one) -> -strength(one, rule))
                            .thenComparing(Example::id))
                    .limit(Disagreement.MOST)
                    .map(one -> new Disagreement(rule, one, unusual(one, fired, rules.facts())))
                    .forEach(found::add);
        }
        found.sort(Comparator.comparingDouble((Disagreement one) -> -strength(one.example(), one.rule())));
        return found;
    }

    private static double strength(Example one, Rule rule) {
        return Math.abs(one.score() - rule.score());
    }

    private static String unusual(Example one, List<Example> among, List<Readable> facts) {
        String words = "";
        double furthest = NOTABLE;
        for (int f = 0; f < facts.size(); f++) {
            int fact = f;
            double value = one.facts()[f];
            double[] all = among.stream()
                    .mapToDouble(other -> other.facts()[fact])
                    .filter(Double::isFinite)
                    .sorted()
                    .toArray();
            if (facts.get(f).kind() != Readable.Kind.FLAG && Double.isFinite(value) && all.length > 1) {
                double usual = all[all.length / 2];
                double far = Math.abs(value - usual) / deviation(all);
                if (far > furthest) {
                    furthest = far;
                    words = words(facts.get(f), value, usual);
                }
            }
        }
        return words;
    }

    /// Infinite where all are alike.
    private static double deviation(double[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
        return squares > 0 ? Math.sqrt(squares / values.length) : Double.POSITIVE_INFINITY;
    }

    private static String words(Readable fact, double value, double usual) {
        return "%s %s (usually %s)".formatted(fact.words(), fact.said(value), fact.said(usual));
    }
}
