package aidg.ui.scenario;

import aidg.ui.page.Action;
import aidg.ui.page.Action.Group;
import aidg.ui.page.Destination;
import aidg.ui.page.Page;
import aidg.ui.page.Selection;
import aidg.ui.page.Shortcut;
import aidg.ui.page.Surroundings;
import aidg.ui.scenario.ScenarioDesk.Kept;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import org.kordamp.ikonli.feather.Feather;

/// Named scenarios, up to four side by side: builds view model and view, and names what can be done here.
public final class ScenarioPage implements Page {

    private final ScenarioViewModel model;
    private final ScenarioView view;
    private final ObservableBooleanValue chosen;
    private final ObservableBooleanValue compared;

    public ScenarioPage(ScenarioDesk desk, Surroundings surroundings, Selection selection) {
        model = new ScenarioViewModel(desk, surroundings, selection);
        view = new ScenarioView(model, surroundings);
        chosen =
                Bindings.createBooleanBinding(() -> model.chosenProperty().get().isPresent(), model.chosenProperty());
        compared = Bindings.createBooleanBinding(
                () -> model.comparisonProperty().get() instanceof ComparisonState.Ready, model.comparisonProperty());
    }

    @Override
    public Parent root() {
        return view;
    }

    @Override
    public List<Action> actions() {
        return List.of(
                ofChosen(
                        "Open scenario in What-if",
                        "puts its terms in place",
                        Feather.SLIDERS,
                        KeyCode.ENTER,
                        model::open),
                ofChosen("Mark scenario", "up to four side by side", Feather.CHECK_SQUARE, KeyCode.SPACE, model::mark),
                ofChosen("Rename scenario", "", Feather.EDIT_3, KeyCode.F2, model::rename),
                ofChosen("Delete scenario", "can be undone", Feather.TRASH_2, KeyCode.DELETE, model::delete),
                Group.SCENARIOS.action(
                        "Undo in scenarios",
                        "",
                        Feather.CORNER_UP_LEFT,
                        Shortcut.control(KeyCode.Z),
                        model.changes().canUndoProperty(),
                        model.changes()::undo),
                Action.always(
                        "Scenarios of all proposals",
                        "or of the selected one",
                        Group.SCENARIOS,
                        Feather.LIST,
                        Optional.of(Shortcut.of(KeyCode.V)),
                        () -> model.everythingProperty()
                                .set(!model.everythingProperty().get())),
                Group.SCENARIOS.action(
                        "Export comparison",
                        "as CSV",
                        Feather.DOWNLOAD,
                        Shortcut.control(KeyCode.S),
                        compared,
                        view::export),
                Group.SCENARIOS.action(
                        "Save comparison as picture",
                        "PNG",
                        Feather.IMAGE,
                        Shortcut.control(KeyCode.P),
                        compared,
                        view::savePicture));
    }

    private Action ofChosen(String words, String context, Feather icon, KeyCode key, Consumer<Kept> what) {
        return Group.SCENARIOS.action(
                words,
                context,
                icon,
                Shortcut.of(key),
                chosen,
                () -> model.chosenProperty().get().ifPresent(what));
    }

    /// Writes the comparison, as if the person had chosen the file.
    public void export(Path file) {
        model.export(file);
    }

    /// Writes the comparison as a picture, likewise.
    public void savePicture(Path file) {
        view.savePicture(file);
    }

    @Override
    public void shown(Destination destination) {
        view.focusList();
    }

    @Override
    public boolean followsQueue() {
        return true;
    }

    @Override
    public boolean escape() {
        boolean open = model.renaming().stop();
        if (open) {
            view.focusList();
        }
        return open;
    }

    @Override
    public void forget() {
        model.forget();
    }
}
