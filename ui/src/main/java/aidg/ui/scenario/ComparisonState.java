package aidg.ui.scenario;

import aidg.ui.page.Problem;

/// What stands side by side.
sealed interface ComparisonState {

    /// None is marked.
    record Nothing() implements ComparisonState {}

    record Working() implements ComparisonState {}

    record Ready(ScenarioDesk.Comparison comparison) implements ComparisonState {}

    record Broken(Problem problem) implements ComparisonState {}
}
