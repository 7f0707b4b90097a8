package aidg.ui.rules;

import aidg.engine.CounterExample;
import aidg.engine.RuleReport;
import aidg.engine.rules.Rule;
import aidg.engine.rules.RuleConflict;
import aidg.engine.rules.RuleSet;
import aidg.ui.format.Figures;
import java.util.List;
import java.util.stream.Collectors;

/// What rules amount to, in words.
final class RuleWords {

    private static final double WORTH_TELLING = 0.02;

    private final Figures figures;

    RuleWords(Figures figures) {
        this.figures = figures;
    }

    /// What stands above everything: `9 rules agree with the model on 76% of deals`.
    String finding(RuleReport report) {
        RuleSet.Fidelity fidelity = report.rules().fidelity();
        String rules = figures.count(report.rules().rules().size(), "rule agrees", "rules agree");
        if (fidelity.accuracy() < fidelity.constant() + WORTH_TELLING) {
            return "%s with the model no better than one answer for all".formatted(rules);
        }
        return "%s with the model on %s of deals".formatted(rules, figures.percent(fidelity.accuracy()));
    }

    /// How the rules were measured, in one line.
    String fidelity(RuleReport report) {
        RuleSet.Fidelity fidelity = report.rules().fidelity();
        return "learned from %s, measured on %s of other merchants; always the same answer: %s; R² %s"
                .formatted(
                        figures.count(fidelity.learned(), "deal", "deals"),
                        figures.count(fidelity.heldOut()),
                        figures.percent(fidelity.constant()),
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

    /// In what a rule's facts are counted: `discount: share of 1; price: dollars`.
    String units(RuleReport report, Rule rule) {
        return rule.conditions().stream()
                .map(condition -> report.rules().facts().get(condition.feature()))
                .filter(fact -> !fact.unit().isEmpty())
                .map(fact -> fact.name() + " in " + (fact.unit().equals("share of 1") ? "shares of 1" : fact.unit()))
                .distinct()
                .collect(Collectors.joining("; ", "Units: ", "."));
    }

    /// What the model says of a deal that a rule fires for, and why perhaps.
    String disagreement(CounterExample one) {
        String unusual = one.unusual().isEmpty() ? "" : "; it differs by " + one.unusual();
        return "the model says %s%s".formatted(figures.percent(one.score()), unusual);
    }
}
