package aidg.ui.mirror;

import aidg.ui.page.Action;
import aidg.ui.page.Action.Group;
import aidg.ui.page.Destination;
import aidg.ui.page.Page;
import aidg.ui.page.Surroundings;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.Parent;
import org.kordamp.ikonli.feather.Feather;

/// What became of a manager's own decisions: builds view model and view, and names what can be done here.
public final class MirrorPage implements Page {

    private final MirrorViewModel model;
    private final MirrorView view;

    public MirrorPage(MirrorDesk desk, Surroundings surroundings) {
        model = new MirrorViewModel(desk, surroundings);
        view = new MirrorView(model, surroundings);
    }

    @Override
    public Parent root() {
        return view;
    }

    @Override
    public List<Action> actions() {
        return List.of(
                Action.always(
                        "Choose another manager",
                        "whose record this is",
                        Group.MIRROR,
                        Feather.USER,
                        Optional.empty(),
                        view::chooseAnother),
                new Action(
                        "This is me",
                        "the manager chosen in My record",
                        Group.MIRROR,
                        Feather.USER_CHECK,
                        Optional.empty(),
                        Bindings.createBooleanBinding(
                                () -> model.stateProperty().get() instanceof MirrorState.Choosing,
                                model.stateProperty()),
                        view::chooseMe));
    }

    /// Says who sits here, as if the person had chosen and confirmed.
    public void choose(String managerId) {
        view.pick(managerId);
        view.chooseMe();
    }

    /// Shows somebody's record where nobody was chosen, and chooses nobody: for pictures.
    public void lookAtFirst() {
        model.lookAtFirst();
    }

    @Override
    public void shown(Destination destination) {
        view.focusChoice();
    }

    @Override
    public void forget() {
        model.forget();
    }
}
