package aidg.ui.rules;

import aidg.ui.page.Action;
import aidg.ui.page.Action.Group;
import aidg.ui.page.Destination;
import aidg.ui.page.Page;
import aidg.ui.page.Selection;
import aidg.ui.page.Shortcut;
import aidg.ui.page.Surroundings;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import org.kordamp.ikonli.feather.Feather;

/// The rules of the model: builds view model and view, and names what can be done here.
public final class RulesPage implements Page {

    private final RulesViewModel model;
    private final RulesView view;
    private final ObservableBooleanValue ready;

    public RulesPage(RulesDesk desk, Surroundings surroundings, Selection selection) {
        model = new RulesViewModel(desk, surroundings, selection);
        view = new RulesView(model, surroundings);
        ready = Bindings.createBooleanBinding(
                () -> model.stateProperty().get() instanceof RulesState.Ready, model.stateProperty());
    }

    @Override
    public Parent root() {
        return view;
    }

    @Override
    public List<Action> actions() {
        return List.of(
                Group.RULES.action(
                        "Filter rules",
                        "by any word in them",
                        Feather.FILTER,
                        Shortcut.control(KeyCode.F),
                        ready,
                        view::focusFilter),
                Group.RULES.action(
                        "Simpler rules",
                        "one level of questions less",
                        Feather.MINUS,
                        Shortcut.of(KeyCode.COMMA),
                        model.depthProperty().greaterThan(RulesViewModel.SHALLOWEST),
                        () -> deepen(-1)),
                Group.RULES.action(
                        "Closer rules",
                        "one level of questions more",
                        Feather.PLUS,
                        Shortcut.of(KeyCode.PERIOD),
                        model.depthProperty().lessThan(RulesViewModel.DEEPEST),
                        () -> deepen(1)),
                Group.RULES.action(
                        "Only rules in conflict",
                        "with the guard or with managers",
                        Feather.ALERT_TRIANGLE,
                        Shortcut.of(KeyCode.C),
                        ready,
                        () -> model.conflictsOnlyProperty()
                                .set(!model.conflictsOnlyProperty().get())),
                Group.RULES.action(
                        "Rules with the forecast",
                        "whether they may name it",
                        Feather.TRENDING_UP,
                        Shortcut.of(KeyCode.V),
                        ready,
                        () -> model.withForecastProperty()
                                .set(!model.withForecastProperty().get())),
                Group.RULES.action(
                        "Export rules",
                        "as text, CSV or JSON",
                        Feather.DOWNLOAD,
                        Shortcut.control(KeyCode.S),
                        ready,
                        view::export));
    }

    private void deepen(int by) {
        model.depthProperty().set(model.depthProperty().get() + by);
    }

    /// Writes the rules, as if the person had chosen the file.
    public void export(Path file) {
        model.export(file);
    }

    @Override
    public void shown(Destination destination) {
        view.focusTable();
    }

    @Override
    public boolean followsQueue() {
        return true;
    }

    @Override
    public void forget() {
        model.forget();
    }
}
