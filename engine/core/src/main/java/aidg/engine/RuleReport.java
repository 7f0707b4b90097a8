package aidg.engine;

import aidg.engine.domain.Category;
import aidg.engine.rules.Rule;
import aidg.engine.rules.RuleConflict;
import aidg.engine.rules.RuleSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a model does as IF-THEN rules, how well they stand for it, and what speaks against them: all that a
/// screen or a file shows of them. [EXP-5] [EXP-6]
///
/// @param category        whose merchants' deals they were learned from; null for all
/// @param depth           questions on the way to a rule, at most
/// @param rules           widest coverage first, with their fidelity
/// @param byCategory      fidelity by category, where merchants of it were held out
/// @param conflicts       with the safety guard and with managers' decisions, most deals first
/// @param counterExamples deals of which the model says the opposite, at most ten of each rule, the strongest first
/// @param fires           by id of an open proposal the rule that fires for it
/// @param modelHash       of the model that they tell of
public record RuleReport(
        @Nullable Category category,
        int depth,
        RuleSet rules,
        Map<Category, RuleSet.Fidelity> byCategory,
        List<RuleConflict> conflicts,
        List<CounterExample> counterExamples,
        Map<String, Rule> fires,
        String modelHash) {

    public RuleReport {
        byCategory = Collections.unmodifiableMap(new LinkedHashMap<>(byCategory));
        conflicts = List.copyOf(conflicts);
        counterExamples = List.copyOf(counterExamples);
        fires = Map.copyOf(fires);
    }

    /// The rule that fires for an open proposal; empty if there is no such proposal.
    public Optional<Rule> firing(String dealId) {
        return Optional.ofNullable(fires.get(dealId));
    }

    /// Conflicts of one rule.
    public List<RuleConflict> conflictsOf(Rule rule) {
        return conflicts.stream().filter(one -> one.rule().equals(rule)).toList();
    }

    /// Counter-examples of one rule, the strongest first.
    public List<CounterExample> counterExamplesOf(Rule rule) {
        return counterExamples.stream().filter(one -> one.rule().equals(rule)).toList();
    }
}
