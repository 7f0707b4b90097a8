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
import java.util.Optional;
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
                new Action(
                        "Filter rules",
                        "by any word in them",
                        Group.RULES,
                        Feather.FILTER,
                        Optional.of(Shortcut.control(KeyCode.F)),
                        ready,
                        view::focusFilter),
                new Action(
                        "Simpler rules",
                        "one level of questions less",
                        Group.RULES,
                        Feather.MINUS,
                        Optional.of(Shortcut.of(KeyCode.COMMA)),
                        model.depthProperty().greaterThan(RulesViewModel.SHALLOWEST),
                        () -> deepen(-1)),
                new Action(
                        "Closer rules",
                        "one level of questions more",
                        Group.RULES,
                        Feather.PLUS,
                        Optional.of(Shortcut.of(KeyCode.PERIOD)),
                        model.depthProperty().lessThan(RulesViewModel.DEEPEST),
                        () -> deepen(1)),
                new Action(
                        "Only rules in conflict",
                        "with the guard or with managers",
                        Group.RULES,
                        Feather.ALERT_TRIANGLE,
                        Optional.of(Shortcut.of(KeyCode.C)),
                        ready,
                        () -> model.conflictsOnlyProperty()
                                .set(!model.conflictsOnlyProperty().get())),
                new Action(
                        "Export rules",
                        "as text, CSV or JSON",
                        Group.RULES,
                        Feather.DOWNLOAD,
                        Optional.of(Shortcut.control(KeyCode.S)),
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
