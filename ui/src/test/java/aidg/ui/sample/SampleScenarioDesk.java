package aidg.ui.sample;

import aidg.ui.scenario.ScenarioDesk;

/// A desk with made-up content for tests and pictures.
public final class SampleScenarioDesk implements ScenarioDesk {}
