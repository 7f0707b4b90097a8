package aidg.ui.scenario;

import aidg.engine.ScoredDeal;
import aidg.engine.whatif.Scenario;
import java.nio.file.Path;
import java.util.List;

/// What this view needs from the engine and the workspace. Every method is called on a background thread and may
/// take its time; an exception's message is shown to the person, so it says what to do next.
public interface ScenarioDesk {

    /// A scenario and whose it is.
    ///
    /// @param merchant name of the proposal's merchant; empty if the data in use have no such proposal
    record Kept(Scenario scenario, String merchant) {

        /// Whether it can still be scored.
        public boolean isKnown() {
            return !merchant.isEmpty();
        }
    }

    /// One scenario scored again.
    ///
    /// @param same whether every figure is what it was when it was saved, to the bit
    /// @param why  why not; empty if it is
    record Side(Scenario scenario, ScoredDeal now, boolean same, String why) {}

    /// Scenarios of one proposal beside the proposal as it is.
    record Comparison(String merchant, ScoredDeal proposed, List<Side> sides) {
        public Comparison {
            sides = List.copyOf(sides);
        }
    }

    /// Every scenario, in the order of saving.
    List<Kept> all() throws Exception;

    /// Scores scenarios of one proposal again. Some milliseconds each, once the model is loaded.
    Comparison compare(String dealId, List<Scenario> chosen) throws Exception;

    /// Gives one another name, which no other of its proposal has.
    Scenario rename(Scenario scenario, String name) throws Exception;

    void delete(Scenario scenario) throws Exception;

    /// Brings back what was deleted.
    Scenario restore(Scenario deleted) throws Exception;

    /// Writes a comparison as CSV, safe to open in a spreadsheet.
    void export(Comparison comparison, Path file) throws Exception;
}
