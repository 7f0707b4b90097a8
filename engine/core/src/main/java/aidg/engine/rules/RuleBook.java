package aidg.engine.rules;

import java.util.List;

/// What a model said of many deals, to learn rules from at any depth.
///
/// @param facts    what rules may speak of
/// @param examples each with its facts in that order
public record RuleBook(List<Readable> facts, List<RuleSet.Example> examples) {

    public RuleBook {
        facts = List.copyOf(facts);
        examples = List.copyOf(examples);
    }

    /// Rules for all of its deals.
    ///
    /// @throws IllegalArgumentException if there are too few deals, or the depth is out of range
    public RuleSet rules(int depth) {
        return RuleSet.learn(facts, examples, depth);
    }

    /// Only the deals of which a flag is set: those of a category.
    ///
    /// @throws IllegalArgumentException if there is no such flag
    public RuleBook only(String name, String value) {
        int flag = facts.indexOf(Readable.flag(name, value));
        if (flag < 0) {
            throw new IllegalArgumentException("no rule can speak of %s='%s'".formatted(name, value));
        }
        return new RuleBook(
                facts, examples.stream().filter(one -> one.facts()[flag] > 0.5).toList());
    }
}
