package aidg.engine.rules;

import java.util.List;
import java.util.stream.Stream;

/// What a model said of many deals, to learn rules from at any depth and to hold them against.
///
/// @param facts    what rules may speak of
/// @param examples deals of the past, each with its facts in that order
/// @param open     deals that await review, likewise; rules are not learned from them
public record RuleBook(List<Readable> facts, List<Example> examples, List<Example> open) {

    public RuleBook {
        facts = List.copyOf(facts);
        examples = List.copyOf(examples);
        open = List.copyOf(open);
    }

    /// Rules for all of its deals.
    ///
    /// @throws IllegalArgumentException if there are too few deals, or the depth is out of range
    public RuleSet rules(int depth) {
        return RuleSet.learn(facts, examples, depth);
    }

    /// Where rules contradict the safety guard, on held-out and open deals, and managers' decisions, on held-out
    /// ones; most deals first. The guard means what it says, so one refused deal is a conflict; managers'
    /// decisions scatter, so theirs must be clearly other than elsewhere.
    public List<RuleConflict> conflicts(RuleSet rules) {
        return new Conflicts(rules, examples, open).all();
    }

    /// Held-out deals of which the model says the opposite of the rule that fires, at most `Disagreement.MOST` of
    /// each rule, the strongest first.
    public List<Disagreement> disagreements(RuleSet rules) {
        return Disagreements.of(rules, examples);
    }

    /// Only the deals of which a flag is set: those of a category.
    ///
    /// @throws IllegalArgumentException if there is no such flag
    public RuleBook only(String name, String value) {
        int flag = facts.indexOf(Readable.flag(name, value));
        if (flag < 0) {
            throw new IllegalArgumentException("no rule can speak of %s='%s'".formatted(name, value));
        }
        return new RuleBook(facts, set(examples.stream(), flag), set(open.stream(), flag));
    }

    private static List<Example> set(Stream<Example> deals, int flag) {
        return deals.filter(one -> one.facts()[flag] > 0.5).toList();
    }
}
