package aidg.ui.rules;

import aidg.engine.CounterExample;
import aidg.engine.RuleReport;
import aidg.engine.rules.Rule;
import aidg.engine.rules.RuleConflict;
import aidg.engine.rules.RuleSet;
import aidg.ui.format.Figures;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// What rules amount to, in words.
final class RuleWords {

    private static final double WORTH_TELLING = 0.02;
    private static final double RECOMMENDED = 0.5;

    private final Figures figures;

    RuleWords(Figures figures) {
        this.figures = figures;
    }

    /// What stands above everything: `9 rules agree with the model on 76% of deals (66% without)`.
    String finding(RuleReport report) {
        RuleSet.Fidelity fidelity = report.rules().fidelity();
        String rules = figures.count(report.rules().rules().size(), "rule agrees", "rules agree");
        if (fidelity.accuracy() < fidelity.constant() + WORTH_TELLING) {
            return "%s with the model no better than one answer for all".formatted(rules);
        }
        return "%s with the model on %s of deals (%s without)"
                .formatted(rules, figures.percent(fidelity.accuracy()), figures.percent(fidelity.constant()));
    }

    /// Whether a rule says of a deal what the model says.
    boolean agrees(Rule rule, double score) {
        return rule.verdict() == Rule.Verdict.RECOMMEND == score >= RECOMMENDED;
    }

    /// What fires for the selected proposal: `1 fires for this deal`, or that the model says otherwise.
    String firing(Rule rule, double score) {
        return agrees(rule, score)
                ? "1 fires for this deal"
                : "1 fires for this deal, but the model says %s".formatted(figures.percent(score));
    }

    /// How the rules were measured, in one line.
    String fidelity(RuleReport report) {
        RuleSet.Fidelity fidelity = report.rules().fidelity();
        return "learned from %s, measured on %s of other merchants; R² of the scores %s"
                .formatted(
                        figures.count(fidelity.learned(), "deal", "deals"),
                        figures.count(fidelity.heldOut()),
                        figures.hundredths(fidelity.r2()));
    }

    /// `None`, `GP30 floor, 6 merchants`.
    String conflicts(List<RuleConflict> conflicts) {
        if (conflicts.isEmpty()) {
            return "None";
        }
        RuleConflict first = conflicts.getFirst();
        String what = switch (first.against()) {
            case GUARD -> first.what();
            case OVERRIDES -> "Overrides";
            case APPROVALS -> "Approvals";
        };
        String words = "%s, %s".formatted(what, figures.count(first.merchants(), "merchant", "merchants"));
        return conflicts.size() == 1 ? words : words + ", +" + figures.count(conflicts.size() - 1);
    }

    /// A rule's figures in a sentence.
    String sentence(Rule rule) {
        return "It fires for %s of the deals measured (%s); of those the model says the same on %s, %s times as often as otherwise."
                .formatted(
                        figures.percent(rule.coverage()),
                        figures.count(rule.deals()),
                        figures.percent(rule.precision()),
                        figures.decimal(rule.lift(), 1));
    }

    /// The rule without its abbreviations: `Discount over 40%, list price $20 to $35: the model recommends.`
    String plain(RuleReport report, Rule rule) {
        String facts = report.rules().plain(rule);
        String then = switch (rule.verdict()) {
            case RECOMMEND -> "the model recommends";
            case LOW -> "the model expects too little GP30";
            case OVERRIDE -> "the model expects an override";
        };
        return facts.isEmpty()
                ? "Always: %s.".formatted(then)
                : "%s%s: %s.".formatted(facts.substring(0, 1).toUpperCase(Locale.ROOT), facts.substring(1), then);
    }

    /// How often rules and model agree in each category, worst first: `Gym 61% of 80 deals, Spa 90% of 21`; empty
    /// for fewer than two.
    String byCategory(RuleReport report) {
        return report.byCategory().size() < 2
                ? ""
                : report.byCategory().entrySet().stream()
                        .sorted(Comparator.comparingDouble(
                                entry -> entry.getValue().accuracy()))
                        .map(entry -> "%s %s of %s"
                                .formatted(
                                        entry.getKey().words(),
                                        figures.percent(entry.getValue().accuracy()),
                                        figures.count(entry.getValue().heldOut(), "deal", "deals")))
                        .collect(Collectors.joining(", ", "", "."));
    }

    /// What the model says of a deal that a rule fires for, and why perhaps.
    String disagreement(CounterExample one) {
        String unusual = one.unusual().isEmpty() ? "" : "; it differs by " + one.unusual();
        return "the model says %s%s".formatted(figures.percent(one.score()), unusual);
    }
}
