package aidg.app.desktop;

import aidg.ui.scenario.ScenarioDesk;

/// Over the engine and the workspace.
final class SessionScenarioDesk implements ScenarioDesk {}
