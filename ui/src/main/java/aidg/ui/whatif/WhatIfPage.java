package aidg.ui.whatif;

import aidg.engine.whatif.Term;
import aidg.ui.format.Figures;
import aidg.ui.page.Action;
import aidg.ui.page.Action.Group;
import aidg.ui.page.Destination;
import aidg.ui.page.Page;
import aidg.ui.page.Selection;
import aidg.ui.page.Shortcut;
import aidg.ui.page.Surroundings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import org.kordamp.ikonli.feather.Feather;

/// What-if: builds view model and view, and names what can be done here.
public final class WhatIfPage implements Page {

    private final WhatIfViewModel model;
    private final WhatIfView view;
    private final ObservableBooleanValue ready;
    private final ObservableBooleanValue changed;
    private final ObservableBooleanValue found;
    private final Figures figures;

    public WhatIfPage(WhatIfDesk desk, Surroundings surroundings, Selection selection) {
        model = new WhatIfViewModel(desk, surroundings, selection);
        view = new WhatIfView(model, surroundings);
        figures = surroundings.figures();
        found = Bindings.createBooleanBinding(
                () -> model.findings()
                        .answerProperty()
                        .get()
                        .filter(answer -> !answer.edits().isEmpty() || answer.nearest() != null)
                        .isPresent(),
                model.findings().answerProperty());
        ready = Bindings.createBooleanBinding(
                () -> model.stateProperty().get() instanceof WhatIfState.Ready, model.stateProperty());
        changed = Bindings.createBooleanBinding(
                () -> !model.tries().get().equals(model.original()),
                model.tries().nowProperty(),
                model.stateProperty());
    }

    @Override
    public Parent root() {
        return view;
    }

    @Override
    public List<Action> actions() {
        List<Action> all = new ArrayList<>(ofTheWhole());
        for (Term term : Term.values()) {
            all.add(quiet(
                    "Revert " + term.word(),
                    "as proposed",
                    Feather.ROTATE_CCW,
                    changed,
                    () -> model.tries().revert(term)));
            all.add(quiet(
                    "Keep the " + term.word(),
                    "or not, when looking for an edit",
                    Feather.LOCK,
                    ready,
                    () -> view.toggleFreeze(term)));
        }
        all.add(quiet("Revert category", "as proposed", Feather.ROTATE_CCW, changed, model.tries()::revertCategory));
        all.add(quiet("Revert first day", "as proposed", Feather.ROTATE_CCW, changed, model.tries()::revertStart));
        all.add(quiet(
                "Start a day earlier",
                "never before it was proposed",
                Feather.CALENDAR,
                ready,
                () -> model.tries().shiftStart(-1)));
        all.add(quiet(
                "Start a day later",
                "half a year at most",
                Feather.CALENDAR,
                ready,
                () -> model.tries().shiftStart(1)));
        EditCard.TARGETS.forEach(target -> all.add(quiet(
                EditCard.aim(figures, target),
                "when looking for an edit",
                Feather.TARGET,
                ready,
                () -> model.aim(target))));
        all.add(quiet("Try the smallest edit", "", Feather.CROSSHAIR, found, model::applySmallest));
        return List.copyOf(all);
    }

    private List<Action> ofTheWhole() {
        return List.of(
                Group.WHAT_IF.action(
                        "Use these terms",
                        "asks for a reason",
                        Feather.CHECK,
                        Shortcut.of(KeyCode.ENTER),
                        changed,
                        model::use),
                Group.WHAT_IF.action(
                        "Save as scenario",
                        "terms and first day, under a name",
                        Feather.BOOKMARK,
                        Shortcut.control(KeyCode.S),
                        ready,
                        model::nameScenario),
                Group.WHAT_IF.action(
                        "Find smallest acceptable edit",
                        "of the proposal",
                        Feather.CROSSHAIR,
                        Shortcut.of(KeyCode.G),
                        ready,
                        model::search),
                Group.WHAT_IF.action(
                        "Revert all terms",
                        "as proposed",
                        Feather.ROTATE_CCW,
                        Shortcut.of(KeyCode.R),
                        changed,
                        model.tries()::revertAll),
                Group.WHAT_IF.action(
                        "Undo change of terms",
                        "",
                        Feather.CORNER_UP_LEFT,
                        Shortcut.control(KeyCode.Z),
                        model.tries().canUndoProperty(),
                        model.tries()::undo),
                Group.WHAT_IF.action(
                        "Redo change of terms",
                        "",
                        Feather.CORNER_UP_RIGHT,
                        Shortcut.control(KeyCode.Y),
                        model.tries().canRedoProperty(),
                        model.tries()::redo),
                Group.WHAT_IF.action(
                        "Save corridor as picture",
                        "PNG",
                        Feather.IMAGE,
                        Shortcut.control(KeyCode.P),
                        ready,
                        view::savePicture));
    }

    private static Action quiet(
            String words, String context, Feather icon, ObservableBooleanValue enabled, Runnable run) {
        return new Action(words, context, Group.WHAT_IF, icon, Optional.empty(), enabled, run);
    }

    /// Writes the corridor as a picture, as if the person had chosen the file.
    public void savePicture(Path file) {
        view.savePicture(file);
    }

    /// Moves the point of the corridor, in steps of its two terms.
    public void step(int right, int up) {
        model.step(right, up);
    }

    @Override
    public boolean escape() {
        boolean open = model.naming().stop();
        if (open) {
            view.focusCorridor();
        }
        return open;
    }

    @Override
    public void shown(Destination destination) {
        view.focusCorridor();
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
