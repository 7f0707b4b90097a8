package aidg.ui.rules;

import aidg.engine.RuleReport;
import aidg.ui.page.Problem;

/// What the view shows.
sealed interface RulesState {

    record Loading() implements RulesState {}

    record Ready(RuleReport report) implements RulesState {}

    record Broken(Problem problem) implements RulesState {}
}
