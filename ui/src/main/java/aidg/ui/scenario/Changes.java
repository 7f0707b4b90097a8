package aidg.ui.scenario;

import aidg.engine.whatif.Scenario;
import aidg.ui.page.Notice;
import aidg.ui.page.Surroundings;
import aidg.ui.task.Line;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/// Scenarios deleted and renamed, one after the other, each of which can be taken back.
final class Changes {

    private final ScenarioDesk desk;
    private final Surroundings surroundings;
    private final Line writing;
    private final BiConsumer<Scenario, Scenario> changed;
    private final Consumer<Exception> failed;
    private final Deque<Step> done = new ArrayDeque<>();
    private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper();

    /// @param now  the scenario after the change, as it was before if it is gone
    /// @param back takes the change back, and gives what stands then
    private record Step(Scenario now, Callable<Scenario> back) {}

    /// @param changed takes a scenario and what stands in its place, once that is safe; the same where it is gone
    /// @param failed  takes why a change was not made
    Changes(
            ScenarioDesk desk,
            Surroundings surroundings,
            BiConsumer<Scenario, Scenario> changed,
            Consumer<Exception> failed) {
        this.desk = desk;
        this.surroundings = surroundings;
        this.changed = changed;
        this.failed = failed;
        writing = surroundings.background().line();
    }

    void delete(Scenario scenario) {
        make(
                scenario,
                () -> {
                    desk.delete(scenario);
                    return new Step(scenario, () -> desk.restore(scenario));
                },
                "Scenario '%s' deleted".formatted(scenario.name()));
    }

    void rename(Scenario scenario, String name) {
        make(
                scenario,
                () -> {
                    Scenario renamed = desk.rename(scenario, name);
                    return new Step(renamed, () -> desk.rename(renamed, scenario.name()));
                },
                "Scenario '%s' is called '%s' now".formatted(scenario.name(), name));
    }

    private void make(Scenario before, Callable<Step> change, String words) {
        writing.run(
                change,
                step -> {
                    done.push(step);
                    canUndo.set(true);
                    surroundings.notices().accept(new Notice(words, false));
                    changed.accept(before, step.now());
                },
                failed);
    }

    /// Takes back the last change, once those that are being written are done. Where that fails it can be tried again.
    void undo() {
        writing.after(() -> {
            Step last = done.poll();
            canUndo.set(!done.isEmpty());
            if (last != null) {
                writing.run(last.back(), back -> changed.accept(last.now(), back), why -> {
                    done.push(last);
                    canUndo.set(true);
                    failed.accept(why);
                });
            }
        });
    }

    ReadOnlyBooleanProperty canUndoProperty() {
        return canUndo.getReadOnlyProperty();
    }
}
