package aidg.ui.why;

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
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import org.kordamp.ikonli.feather.Feather;

/// Why the selected proposal scores as it does: builds view model and view, and names what can be done here.
public final class WhyPage implements Page {

    private final WhyViewModel model;
    private final WhyView view;
    private final BooleanBinding ready;

    public WhyPage(WhyDesk desk, Surroundings surroundings, Selection selection) {
        model = new WhyViewModel(desk, surroundings, selection);
        view = new WhyView(model, surroundings);
        ready = Bindings.createBooleanBinding(
                () -> model.stateProperty().get() instanceof WhyState.Ready, model.stateProperty());
    }

    @Override
    public Parent root() {
        return view;
    }

    @Override
    public List<Action> actions() {
        return List.of(
                Group.WHY.action(
                        Second.GRADIENT.action(),
                        "integrated gradients beside the told points",
                        Feather.TRENDING_UP,
                        Shortcut.of(KeyCode.G),
                        ready,
                        () -> model.secondProperty().set(Second.GRADIENT)),
                Group.WHY.action(
                        Second.HIDDEN.action(),
                        "what the score loses, beside the told points",
                        Feather.EYE_OFF,
                        Shortcut.of(KeyCode.H),
                        ready,
                        () -> model.secondProperty().set(Second.HIDDEN)),
                Group.WHY.action(
                        "Look at the map of attention",
                        "arrow keys move, Enter opens",
                        Feather.GRID,
                        Shortcut.of(KeyCode.M),
                        ready,
                        view::focusMap),
                Group.WHY.action(
                        "Save explanation as picture",
                        "PNG",
                        Feather.IMAGE,
                        Shortcut.control(KeyCode.P),
                        ready,
                        view::savePicture));
    }

    /// Writes the explanation as a picture, as if the person had chosen the file.
    public void savePicture(Path file) {
        view.savePicture(file);
    }

    @Override
    public void shown(Destination destination) {
        // The view model follows the navigator.
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
