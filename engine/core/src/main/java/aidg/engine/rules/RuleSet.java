package aidg.engine.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Rules that together say what a model does: the leaves of a tree fitted to its scores. One rule fires for every
/// deal. [EXP-5] [EXP-6]
///
/// @param facts    what the rules speak of, in the order of an example
/// @param rules    widest coverage first
/// @param fidelity on deals that the tree was not fitted on
public record RuleSet(List<Readable> facts, List<Rule> rules, Fidelity fidelity) {

    /// Fewest and most levels of questions.
    public static final int SHALLOWEST = 1;

    public static final int DEEPEST = 8;

    private static final double RECOMMENDED = 0.5;
    private static final double SMALLEST_LEAF = 0.02;

    /// Deals that a rule is learned from, at least.
    private static final int FEWEST = 10;

    private static final int FEWEST_HELD_OUT = 5;

    public RuleSet {
        facts = List.copyOf(facts);
        rules = List.copyOf(rules);
    }

    /// How well the rules stand for the model.
    ///
    /// @param r2       share of the variance of its scores that they foretell; under 0 if a constant would do
    ///                 better
    /// @param accuracy share of deals of which they say rightly whether the model recommends them
    /// @param constant the same of always saying what it says more often
    /// @param learned  deals they were learned from
    /// @param heldOut  deals the rest is measured on
    public record Fidelity(double r2, double accuracy, double constant, int learned, int heldOut) {}

    /// Whether there are enough deals to learn rules from, and others to measure them on.
    public static boolean isEnough(List<Example> examples) {
        long heldOut = examples.stream().filter(Example::isHeldOut).count();
        return heldOut >= FEWEST_HELD_OUT && examples.size() - heldOut >= 2 * FEWEST;
    }

    /// Learns rules.
    ///
    /// @param examples those of a quarter of the merchants are held out
    /// @param depth    most conditions of a rule before they are drawn together, 1 to 8
    /// @throws IllegalArgumentException if there are too few examples, or the depth is out of range
    public static RuleSet learn(List<Readable> facts, List<Example> examples, int depth) {
        if (depth < SHALLOWEST || depth > DEEPEST) {
            throw new IllegalArgumentException("a depth of %d is not in %d..%d".formatted(depth, SHALLOWEST, DEEPEST));
        }
        List<Example> learned = new ArrayList<>();
        List<Example> heldOut = new ArrayList<>();
        examples.forEach(one -> (one.isHeldOut() ? heldOut : learned).add(one));
        if (!isEnough(examples)) {
            throw new IllegalArgumentException(
                    "there are too few past deals (%d, of %d merchants) to learn rules from and to measure them on others"
                            .formatted(
                                    examples.size(),
                                    examples.stream()
                                            .map(Example::merchantId)
                                            .distinct()
                                            .count()));
        }
        double[][] values = new double[facts.size()][learned.size()];
        double[][] outputs = new double[learned.size()][];
        for (int i = 0; i < learned.size(); i++) {
            outputs[i] = new double[] {learned.get(i).score()};
            for (int f = 0; f < values.length; f++) {
                values[f][i] = learned.get(i).facts()[f];
            }
        }
        int fewest = Math.max(FEWEST, (int) (SMALLEST_LEAF * learned.size()));
        RegressionTree tree =
                RegressionTree.fit(values, outputs, new RegressionTree.Limits(depth, Math.min(fewest, learned.size())));
        List<Rule> rules = tree.paths().stream()
                .map(path -> rule(path, facts, learned, heldOut))
                .sorted(Comparator.comparingDouble((Rule rule) -> -rule.coverage())
                        .thenComparing(Rule::text))
                .toList();
        return new RuleSet(facts, rules, fidelity(rules, learned.size(), heldOut));
    }

    /// How well the rules stand for the model on some deals, of which those that were held out count.
    ///
    /// @throws IllegalArgumentException if none of them was
    public Fidelity on(List<Example> some) {
        List<Example> heldOut = some.stream().filter(Example::isHeldOut).toList();
        if (heldOut.isEmpty()) {
            throw new IllegalArgumentException("none of these deals was held out");
        }
        return fidelity(rules, some.size() - heldOut.size(), heldOut);
    }

    /// The one rule that fires for a deal.
    public Rule firing(double[] example) {
        return firing(rules, example);
    }

    private static Rule firing(List<Rule> rules, double[] example) {
        for (Rule rule : rules) {
            if (rule.fires(example)) {
                return rule;
            }
        }
        throw new IllegalStateException("no rule fires, though together they say something of every deal");
    }

    /// A rule in plain words: `discount over 40%, list price $20 to $35`; empty for one that always fires.
    public String plain(Rule rule) {
        Map<Integer, List<Rule.Condition>> byFact = new TreeMap<>();
        rule.conditions()
                .forEach(one -> byFact.computeIfAbsent(one.feature(), ignored -> new ArrayList<>())
                        .add(one));
        return byFact.entrySet().stream()
                .map(entry -> plain(facts.get(entry.getKey()), entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    /// @param bounds one, or the lower one and the upper one
    private static String plain(Readable fact, List<Rule.Condition> bounds) {
        Rule.Condition first = bounds.getFirst();
        if (fact.kind() == Readable.Kind.FLAG) {
            return "%s %s%s".formatted(fact.words(), first.more() ? "" : "not ", fact.said(1));
        }
        if (bounds.size() > 1) {
            return "%s %s to %s"
                    .formatted(
                            fact.words(),
                            fact.said(first.threshold()),
                            fact.said(bounds.getLast().threshold()));
        }
        return "%s %s %s".formatted(fact.words(), first.more() ? "over" : "at most", fact.said(first.threshold()));
    }

    private static Rule rule(
            RegressionTree.Path path, List<Readable> facts, List<Example> learned, List<Example> heldOut) {
        List<Rule.Condition> conditions = conditions(path.steps(), facts);
        List<Example> own = learned.stream()
                .filter(one -> Rule.allHold(conditions, one.facts()))
                .toList();
        double score = own.stream()
                .mapToDouble(Example::score)
                .average()
                .orElse(path.leaf().mean()[0]);
        double approval = own.stream().mapToDouble(Example::approval).average().orElse(0);
        double reach = own.stream().mapToDouble(Example::reach).average().orElse(0);
        Rule.Verdict verdict = score >= RECOMMENDED
                ? Rule.Verdict.RECOMMEND
                : approval < reach ? Rule.Verdict.OVERRIDE : Rule.Verdict.LOW;
        List<Example> fired = heldOut.stream()
                .filter(one -> Rule.allHold(conditions, one.facts()))
                .toList();
        double precision = share(fired, verdict);
        double usual = share(heldOut, verdict);
        return new Rule(
                text(conditions, facts, verdict),
                conditions,
                verdict,
                (double) fired.size() / heldOut.size(),
                precision,
                usual > 0 ? precision / usual : 0,
                fired.size(),
                score);
    }

    /// Share of deals of which the model says what a verdict says; 0 of none.
    private static double share(List<Example> some, Rule.Verdict verdict) {
        return some.stream()
                        .filter(one -> one.isRecommended() == verdict.isRecommendation())
                        .count()
                / (double) Math.max(1, some.size());
    }

    /// Draws bounds on one fact together, and rounds them as they are written.
    private static List<Rule.Condition> conditions(List<RegressionTree.Step> steps, List<Readable> facts) {
        Map<Integer, Double> over = new TreeMap<>();
        Map<Integer, Double> under = new TreeMap<>();
        for (RegressionTree.Step step : steps) {
            double threshold = Double.parseDouble(facts.get(step.feature()).written(step.threshold()));
            if (step.high()) {
                over.merge(step.feature(), threshold, Math::max);
            } else {
                under.merge(step.feature(), threshold, Math::min);
            }
        }
        List<Rule.Condition> conditions = new ArrayList<>();
        for (int feature = 0; feature < facts.size(); feature++) {
            if (over.containsKey(feature)) {
                conditions.add(new Rule.Condition(feature, true, over.get(feature)));
            }
            if (under.containsKey(feature)) {
                conditions.add(new Rule.Condition(feature, false, under.get(feature)));
            }
        }
        return conditions;
    }

    private static String text(List<Rule.Condition> conditions, List<Readable> facts, Rule.Verdict verdict) {
        String all = conditions.isEmpty()
                ? "always"
                : String.join(
                        " AND ",
                        conditions.stream()
                                .map(condition -> words(condition, facts.get(condition.feature())))
                                .toList());
        return "IF %s THEN %s".formatted(all, verdict.words());
    }

    private static String words(Rule.Condition condition, Readable fact) {
        if (fact.kind() == Readable.Kind.FLAG) {
            return "%s%s'%s'".formatted(fact.name(), condition.more() ? "=" : "!=", fact.value());
        }
        return fact.name() + (condition.more() ? ">" : "<=") + fact.written(condition.threshold());
    }

    private static Fidelity fidelity(List<Rule> rules, int learned, List<Example> heldOut) {
        double mean = heldOut.stream().mapToDouble(Example::score).average().orElse(0);
        double squares = 0;
        double errors = 0;
        int right = 0;
        int recommended = 0;
        for (Example one : heldOut) {
            Rule fired = firing(rules, one.facts());
            squares += (one.score() - mean) * (one.score() - mean);
            errors += (one.score() - fired.score()) * (one.score() - fired.score());
            right += fired.verdict().isRecommendation() == one.isRecommended() ? 1 : 0;
            recommended += one.isRecommended() ? 1 : 0;
        }
        double share = (double) recommended / heldOut.size();
        return new Fidelity(
                squares > 0 ? 1 - errors / squares : 0,
                (double) right / heldOut.size(),
                Math.max(share, 1 - share),
                learned,
                heldOut.size());
    }
}
