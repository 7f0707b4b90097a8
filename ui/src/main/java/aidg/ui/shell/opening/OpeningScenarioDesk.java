package aidg.ui.shell.opening;

import aidg.ui.scenario.ScenarioDesk;
import java.util.concurrent.Callable;

/// A desk of its kind that opens on first use.
///
/// @param desk opens it, or gives what is open
record OpeningScenarioDesk(Callable<ScenarioDesk> desk) implements ScenarioDesk {}
