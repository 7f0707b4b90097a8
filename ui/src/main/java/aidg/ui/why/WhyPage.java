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
import java.util.Optional;
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
                why(
                        "Compare with the gradient",
                        "integrated gradients beside the told points",
                        Feather.TRENDING_UP,
                        Shortcut.of(KeyCode.G),
                        () -> model.secondProperty().set(Second.GRADIENT)),
                why(
                        "Compare with hiding",
                        "what the score loses, beside the told points",
                        Feather.EYE_OFF,
                        Shortcut.of(KeyCode.H),
                        () -> model.secondProperty().set(Second.HIDDEN)),
                why(
                        "Look at the map of attention",
                        "arrow keys move, Enter opens",
                        Feather.GRID,
                        Shortcut.of(KeyCode.M),
                        view::focusMap),
                why(
                        "Save explanation as picture",
                        "PNG",
                        Feather.IMAGE,
                        Shortcut.control(KeyCode.P),
                        view::savePicture));
    }

    private Action why(String words, String context, Feather icon, Shortcut keys, Runnable run) {
        return new Action(words, context, Group.WHY, icon, Optional.of(keys), ready, run);
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
