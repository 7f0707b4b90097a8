package aidg.ui.shell.opening;

import aidg.engine.whatif.Scenario;
import aidg.ui.scenario.ScenarioDesk;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

/// A desk of its kind that opens on first use.
///
/// @param desk opens it, or gives what is open
record OpeningScenarioDesk(Callable<ScenarioDesk> desk) implements ScenarioDesk {

    @Override
    public List<Kept> all() throws Exception {
        return desk.call().all();
    }

    @Override
    public Comparison compare(String dealId, List<Scenario> chosen) throws Exception {
        return desk.call().compare(dealId, chosen);
    }

    @Override
    public Scenario rename(Scenario scenario, String name) throws Exception {
        return desk.call().rename(scenario, name);
    }

    @Override
    public void delete(Scenario scenario) throws Exception {
        desk.call().delete(scenario);
    }

    @Override
    public Scenario restore(Scenario deleted) throws Exception {
        return desk.call().restore(deleted);
    }

    @Override
    public void export(Comparison comparison, Path file) throws Exception {
        desk.call().export(comparison, file);
    }
}
