package aidg.ui.similar;

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

/// Merchants like one: builds view model and view, and names what can be done here.
public final class SimilarPage implements Page {

    private final SimilarViewModel model;
    private final SimilarView view;
    private final BooleanBinding ready;

    public SimilarPage(SimilarDesk desk, Surroundings surroundings, Selection selection) {
        model = new SimilarViewModel(desk, surroundings, selection);
        view = new SimilarView(model, surroundings);
        ready = Bindings.createBooleanBinding(
                () -> model.stateProperty().get() instanceof SimilarState.Ready, model.stateProperty());
    }

    @Override
    public Parent root() {
        return view;
    }

    @Override
    public List<Action> actions() {
        return List.of(
                Group.SIMILAR.action(
                        "Open similar merchant",
                        "the selected one",
                        Feather.USER,
                        Shortcut.of(KeyCode.ENTER),
                        ready,
                        view::open),
                Group.SIMILAR.action(
                        "Choose prototypes anew",
                        "otherwise once a day",
                        Feather.REFRESH_CCW,
                        Shortcut.control(KeyCode.U),
                        ready,
                        model::refresh),
                Group.SIMILAR.action(
                        "Export similar merchants",
                        "as CSV",
                        Feather.DOWNLOAD,
                        Shortcut.control(KeyCode.S),
                        ready,
                        view::export),
                Group.SIMILAR.action(
                        "Save map as picture",
                        "PNG",
                        Feather.IMAGE,
                        Shortcut.control(KeyCode.M),
                        ready,
                        view::savePicture));
    }

    /// Writes the neighbours, as if the person had chosen the file.
    public void export(Path file) {
        model.export(file);
    }

    /// Writes the map as a picture, as if the person had chosen the file.
    public void savePicture(Path file) {
        view.savePicture(file);
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
