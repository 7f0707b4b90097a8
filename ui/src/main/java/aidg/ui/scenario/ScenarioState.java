package aidg.ui.scenario;

import aidg.ui.page.Problem;
import java.util.List;

/// What the view shows.
sealed interface ScenarioState {

    record Loading() implements ScenarioState {}

    /// Nothing to list.
    ///
    /// @param others how many scenarios other proposals have
    record Empty(boolean isSelected, int others) implements ScenarioState {}

    record Ready(List<ScenarioDesk.Kept> listed) implements ScenarioState {
        public Ready {
            listed = List.copyOf(listed);
        }
    }

    record Broken(Problem problem) implements ScenarioState {}
}
