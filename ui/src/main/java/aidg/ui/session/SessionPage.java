package aidg.ui.session;

import aidg.ui.page.Action;
import aidg.ui.page.Action.Group;
import aidg.ui.page.Destination;
import aidg.ui.page.Page;
import aidg.ui.page.Shortcut;
import aidg.ui.page.Surroundings;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import org.kordamp.ikonli.feather.Feather;

/// The review session: builds view model and view, and names what can be done here.
public final class SessionPage implements Page {

    private final SessionViewModel model;
    private final SessionView view;
    private final BooleanBinding ready;

    public SessionPage(SessionDesk desk, Surroundings surroundings) {
        model = new SessionViewModel(desk, surroundings);
        view = new SessionView(model, surroundings);
        ready = Bindings.createBooleanBinding(
                () -> model.stateProperty().get() instanceof SessionState.Ready, model.stateProperty());
    }

    @Override
    public Parent root() {
        return view;
    }

    @Override
    public List<Action> actions() {
        return List.of(
                Group.SESSION.action(
                        "End session",
                        "asks first, then shows what it came to",
                        Feather.SQUARE,
                        Shortcut.of(KeyCode.E),
                        model.canEnd(),
                        model::askEnd),
                Group.SESSION.action(
                        "Open line in Review",
                        "while the proposal awaits review",
                        Feather.CORNER_DOWN_RIGHT,
                        Shortcut.of(KeyCode.ENTER),
                        ready,
                        view::openLine),
                Group.SESSION.action(
                        "Export session report",
                        "as PDF, CSV or JSON",
                        Feather.DOWNLOAD,
                        Shortcut.control(KeyCode.S),
                        ready,
                        view::export));
    }

    @Override
    public List<Action> anywhere() {
        return List.of(
                clock(
                        "Start session",
                        "your first decision does so too",
                        Feather.PLAY,
                        KeyCode.S,
                        model.canStart(),
                        model::start),
                clock("Pause session", "stops its clock", Feather.PAUSE, KeyCode.P, model.canPause(), model::pause),
                clock(
                        "Resume session",
                        "so does your next decision",
                        Feather.PLAY,
                        KeyCode.R,
                        model.canResume(),
                        model::resume));
    }

    private static Action clock(
            String words, String context, Feather icon, KeyCode key, ObservableBooleanValue enabled, Runnable run) {
        return Group.SESSION.action(words, context, icon, Shortcut.controlShift(key), enabled, run);
    }

    /// What a bar tells of the open session: `Session 12 min, 23 decided`.
    public ReadOnlyStringProperty wordsProperty() {
        return model.wordsProperty();
    }

    /// Renews the running session's sign of life, in the background, and lets its clock go on.
    public void beat() {
        model.clock().beat();
        model.clock().tick();
    }

    /// Something was decided, put off, written or taken back, or the day has begun.
    public void recorded() {
        model.recorded();
    }

    /// Writes the report, as if the person had chosen the file.
    public void export(Path file) {
        model.export(file);
    }

    @Override
    public void shown(Destination destination) {
        model.shown();
        view.focusLines();
    }

    @Override
    public void forget() {
        model.forget();
    }

    @Override
    public boolean escape() {
        return model.keepOpen();
    }
}
