package aidg.ui.review;

import aidg.engine.domain.DealTerms;
import aidg.engine.review.ReviewItem;
import aidg.ui.page.Action;
import aidg.ui.page.Action.Group;
import aidg.ui.page.Destination;
import aidg.ui.page.Page;
import aidg.ui.page.Selection;
import aidg.ui.page.Shortcut;
import aidg.ui.page.Surroundings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import org.kordamp.ikonli.feather.Feather;

/// The start page: builds view model and view, and names what can be done here.
public final class ReviewPage implements Page {

    private final ReviewViewModel model;
    private final ReviewView view;
    private final Surroundings surroundings;

    /// @param showKeys opens the sheet of keys
    public ReviewPage(ReviewDesk desk, Surroundings surroundings, Runnable showKeys) {
        this.surroundings = surroundings;
        model = new ReviewViewModel(desk, surroundings);
        view = new ReviewView(model, surroundings, showKeys);
    }

    /// Reads the queue, anew if it had been read.
    public void load() {
        model.load();
    }

    /// Takes the last decision back.
    public void undo() {
        model.undo();
    }

    public void redo() {
        model.redo();
    }

    /// The selected proposal, for the views that show it too.
    public Selection selection() {
        return new Selection(model.selectedProperty(), model.queue(), model::selectById);
    }

    public ObservableBooleanValue canUndo() {
        return model.canUndoProperty();
    }

    public ObservableBooleanValue canRedo() {
        return model.canRedoProperty();
    }

    @Override
    public Parent root() {
        return view;
    }

    @Override
    public List<Action> actions() {
        List<Action> all = new ArrayList<>();
        all.add(proposal(
                "Approve",
                "goes out as proposed",
                Feather.CHECK,
                KeyCode.A,
                model.canApproveProperty(),
                model::approve));
        all.add(proposal(
                "Override",
                "say why it must not go out",
                Feather.X_CIRCLE,
                KeyCode.O,
                model.canDecideProperty(),
                model::startOverride));
        all.add(proposal(
                "Edit terms",
                "discount, price and days",
                Feather.SLIDERS,
                KeyCode.E,
                model.canDecideProperty(),
                model::startEdit));
        all.add(queue(
                "Undo last decision",
                Feather.CORNER_UP_LEFT,
                Shortcut.of(KeyCode.Z),
                model.canUndoProperty(),
                model::undo));
        all.add(queue(
                "Redo decision",
                Feather.CORNER_UP_RIGHT,
                Shortcut.shift(KeyCode.Z),
                model.canRedoProperty(),
                model::redo));
        all.add(queue(
                "Next proposal", Feather.ARROW_DOWN, Shortcut.of(KeyCode.J), model.canDecideProperty(), model::next));
        all.add(queue(
                "Previous proposal",
                Feather.ARROW_UP,
                Shortcut.of(KeyCode.K),
                model.canDecideProperty(),
                model::previous));
        all.add(Action.always(
                "Read queue again",
                "scores today’s proposals",
                Group.QUEUE,
                Feather.REFRESH_CW,
                Optional.of(Shortcut.control(KeyCode.R)),
                model::load));
        return all;
    }

    private static Action proposal(
            String words, String context, Feather icon, KeyCode key, ObservableBooleanValue enabled, Runnable run) {
        return new Action(words, context, Group.PROPOSAL, icon, Optional.of(Shortcut.of(key)), enabled, run);
    }

    private static Action queue(
            String words, Feather icon, Shortcut keys, ObservableBooleanValue enabled, Runnable run) {
        return new Action(words, "", Group.QUEUE, icon, Optional.of(keys), enabled, run);
    }

    @Override
    public List<Action> places() {
        return model.queue().stream().map(this::place).toList();
    }

    private Action place(ReviewItem item) {
        String id = ReviewViewModel.id(item);
        String where = item.merchant().area().isEmpty()
                ? item.city().name()
                : item.merchant().area();
        return Action.always(
                item.merchant().name(),
                "%s, %s, in your queue at %s"
                        .formatted(
                                item.merchant().category().words(),
                                where,
                                surroundings.figures().count(model.queue().indexOf(item) + 1)),
                Group.MERCHANTS,
                Feather.MAP_PIN,
                Optional.empty(),
                () -> surroundings.navigator().go(new Destination.Review(Optional.of(id))));
    }

    @Override
    public void shown(Destination destination) {
        if (destination instanceof Destination.Review(Optional<String> dealId, Optional<DealTerms> edit)) {
            dealId.ifPresent(model::selectById);
            edit.ifPresent(model::startEdit);
        }
        view.focusQueue();
    }

    @Override
    public boolean escape() {
        return model.closeDraft();
    }
}
