package aidg.ui.second;

import aidg.ui.page.Action;
import aidg.ui.page.Action.Group;
import aidg.ui.page.Destination;
import aidg.ui.page.Page;
import aidg.ui.page.Shortcut;
import aidg.ui.page.Surroundings;
import aidg.ui.second.SecondReadingViewModel.Look;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import org.kordamp.ikonli.feather.Feather;

/// The second reading: the same proposals without sight of the first decision. Builds view models and view, and names
/// what can be done here.
public final class SecondReadingPage implements Page {

    private final SecondReadingViewModel model;
    private final ResultViewModel result;
    private final SecondReadingView view;
    private final ObservableBooleanValue anything;
    private final ObservableBooleanValue differing;
    private final ObservableBooleanValue comparable;

    /// @param backInQueue called with a deal that awaits review again
    /// @param otherReader called when somebody else has sat down: what was told to the one before is not for them
    public SecondReadingPage(
            SecondReadingDesk desk, Surroundings surroundings, Consumer<String> backInQueue, Runnable otherReader) {
        model = new SecondReadingViewModel(desk, surroundings, otherReader);
        result = new ResultViewModel(desk, surroundings, backInQueue);
        view = new SecondReadingView(model, result, surroundings);
        model.lookProperty().subscribe(now -> {
            if (now == Look.RESULT) {
                result.load();
                view.focusList();
            }
        });
        model.readerProperty().subscribe((before, now) -> {
            if (!before.isEmpty()) {
                forgetResult();
            }
        });
        differing = Bindings.createBooleanBinding(
                () -> model.lookProperty().get() == Look.RESULT
                        && result.selectedProperty().get().isPresent(),
                model.lookProperty(),
                result.selectedProperty());
        anything = Bindings.createBooleanBinding(
                () -> model.canAnswerProperty().get() || differing.get(), model.canAnswerProperty(), differing);
        comparable = Bindings.createBooleanBinding(
                () -> model.lookProperty().get() == Look.RESULT
                        && result.stateProperty().get() instanceof ResultState.Ready,
                model.lookProperty(),
                result.stateProperty());
    }

    @Override
    public Parent root() {
        return view;
    }

    @Override
    public List<Action> actions() {
        return List.of(
                action(
                        "Goes out",
                        "your answer",
                        Feather.CHECK,
                        KeyCode.A,
                        model.canAnswerProperty(),
                        () -> model.ask(true)),
                action(
                        "Does not go out",
                        "your answer, and why",
                        Feather.X_CIRCLE,
                        KeyCode.O,
                        model.canAnswerProperty(),
                        () -> model.ask(false)),
                action("Next one", "", Feather.ARROW_DOWN, KeyCode.J, anything, () -> move(1)),
                action("Previous one", "", Feather.ARROW_UP, KeyCode.K, anything, () -> move(-1)),
                always(
                        "Read proposals",
                        "without sight of the first decision",
                        Feather.EYE,
                        KeyCode.R,
                        () -> model.lookProperty().set(Look.READING)),
                always(
                        "See agreement",
                        "and what was decided differently",
                        Feather.GIT_MERGE,
                        KeyCode.G,
                        () -> model.lookProperty().set(Look.RESULT)),
                action(
                        "Decide again in Review",
                        "what was decided differently",
                        Feather.CORNER_UP_LEFT,
                        KeyCode.D,
                        differing,
                        result::decideAgain),
                always("Change who reads", "", Feather.USER, KeyCode.N, view::focusReader),
                Action.always(
                        "Read under this name",
                        "the one entered as reader",
                        Group.SECOND_READING,
                        Feather.USER_CHECK,
                        Optional.empty(),
                        view::readAsTyped),
                Group.SECOND_READING.action(
                        "Export disagreements",
                        "as CSV",
                        Feather.DOWNLOAD,
                        Shortcut.control(KeyCode.S),
                        comparable,
                        view::export));
    }

    private static Action action(
            String words, String context, Feather icon, KeyCode key, ObservableBooleanValue enabled, Runnable run) {
        return Group.SECOND_READING.action(words, context, icon, Shortcut.of(key), enabled, run);
    }

    private static Action always(String words, String context, Feather icon, KeyCode key, Runnable run) {
        return Action.always(words, context, Group.SECOND_READING, icon, Optional.of(Shortcut.of(key)), run);
    }

    private void move(int by) {
        if (model.lookProperty().get() == Look.RESULT) {
            result.move(by);
        } else {
            model.move(by);
        }
    }

    @Override
    public void shown(Destination destination) {
        if (model.lookProperty().get() == Look.RESULT) {
            result.load();
        }
        view.focusList();
    }

    @Override
    public void forget() {
        model.forget();
        forgetResult();
    }

    private void forgetResult() {
        result.forget();
        if (model.isInFront() && model.lookProperty().get() == Look.RESULT) {
            result.load();
        }
    }

    @Override
    public boolean escape() {
        return model.stopAsking();
    }
}
