package aidg.ui.review;

import aidg.engine.review.ReviewItem;
import aidg.engine.review.SavedView;
import aidg.ui.page.Action;
import aidg.ui.page.Action.Group;
import aidg.ui.page.Destination;
import aidg.ui.page.Page;
import aidg.ui.page.Selection;
import aidg.ui.page.Shortcut;
import aidg.ui.page.Surroundings;
import aidg.ui.paper.Papers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableIntegerValue;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import org.kordamp.ikonli.feather.Feather;

/// The start page: builds view model and view, and names what can be done here.
public final class ReviewPage implements Page {

    private final ReviewViewModel model;
    private final ReviewView view;
    private final Papers papers;
    private final Surroundings surroundings;

    /// @param showKeys opens the sheet of keys
    public ReviewPage(ReviewDesk desk, Papers papers, Surroundings surroundings, Runnable showKeys) {
        this.papers = papers;
        this.surroundings = surroundings;
        model = new ReviewViewModel(desk, surroundings);
        view = new ReviewView(model, papers, surroundings, showKeys);
    }

    /// Reads the queue, anew if it had been read.
    public void load() {
        model.load();
    }

    /// Reads the queue anew and selects a proposal that has come back into it.
    public void loadAt(String dealId) {
        model.loadAt(dealId);
    }

    /// Somebody else has sat down: reads the queue anew, and what was done before is not theirs to take back.
    public void handOver() {
        model.history().handOver();
        model.load();
    }

    /// Takes the last decision back.
    public void undo() {
        model.history().undo();
    }

    public void redo() {
        model.history().redo();
    }

    /// The selected proposal, for the views that show it too.
    public Selection selection() {
        return new Selection(
                model.selectedProperty(), model.queue(), model.rows().marked(), model::selectById);
    }

    public ObservableBooleanValue canUndo() {
        return model.history().canUndoProperty();
    }

    /// How many decisions can be taken back, one after the other.
    public ObservableIntegerValue undoDepth() {
        return model.history().depthProperty();
    }

    public ObservableBooleanValue canRedo() {
        return model.history().canRedoProperty();
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
        all.add(proposal(
                "Use the foreseen edit",
                "terms that take the likely objection away",
                Feather.TOOL,
                KeyCode.F,
                model.canDecideProperty(),
                model::useForeseenEdit));
        all.add(proposal(
                "Snooze",
                "back in the queue on a day you choose",
                Feather.CLOCK,
                KeyCode.S,
                model.canDecideProperty(),
                model::startSnooze));
        all.add(proposal(
                "Write a note",
                "about the merchant, for the model too",
                Feather.MESSAGE_SQUARE,
                KeyCode.N,
                model.canDecideProperty(),
                model::startNote));
        all.add(proposal(
                "Call sheet",
                "one page for the phone, as PDF",
                Feather.PHONE,
                KeyCode.C,
                model.canDecideProperty(),
                view::callSheet));
        all.add(queue(
                "Packet of the last decision",
                Feather.PACKAGE,
                Shortcut.control(KeyCode.D),
                model.history().hasDecidedProperty(),
                view::packetOfLastDecision));
        all.add(queue(
                "Mark proposal",
                Feather.CHECK_SQUARE,
                Shortcut.of(KeyCode.X),
                model.canDecideProperty(),
                model::markSelected));
        all.add(queue(
                "Mark all shown",
                Feather.LIST,
                Shortcut.control(KeyCode.A),
                model.canDecideProperty(),
                model.rows()::markShown));
        all.add(queue(
                "Clear marks",
                Feather.SQUARE,
                Shortcut.shift(KeyCode.X),
                model.canDecideProperty(),
                model.rows()::unmarkAll));
        all.add(always("Filter the queue", Feather.FILTER, Shortcut.of(KeyCode.SLASH), view::focusFilter));
        all.add(always(
                "Save this filter", Feather.BOOKMARK, Shortcut.control(KeyCode.S), model.habits()::startSavingView));
        all.add(always(
                "Weigh what a look is worth", Feather.SLIDERS, Shortcut.of(KeyCode.W), model.habits()::startWeighing));
        Stream.concat(QueueViewModel.EVERYBODYS.stream(), model.rows().views().stream())
                .map(this::opening)
                .forEach(all::add);
        all.add(queue(
                "Undo last decision",
                Feather.CORNER_UP_LEFT,
                Shortcut.of(KeyCode.Z),
                model.history().canUndoProperty(),
                model.history()::undo));
        all.add(queue(
                "Redo decision",
                Feather.CORNER_UP_RIGHT,
                Shortcut.shift(KeyCode.Z),
                model.history().canRedoProperty(),
                model.history()::redo));
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

    private Action opening(SavedView saved) {
        return Action.always(
                "View: " + saved.name(),
                saved.filter(),
                Group.QUEUE,
                Feather.EYE,
                Optional.empty(),
                () -> model.rows().filterTextProperty().set(saved.filter()));
    }

    private static Action always(String words, Feather icon, Shortcut keys, Runnable run) {
        return Action.always(words, "", Group.QUEUE, icon, Optional.of(keys), run);
    }

    private static Action proposal(
            String words, String context, Feather icon, KeyCode key, ObservableBooleanValue enabled, Runnable run) {
        return Group.PROPOSAL.action(words, context, icon, Shortcut.of(key), enabled, run);
    }

    private static Action queue(
            String words, Feather icon, Shortcut keys, ObservableBooleanValue enabled, Runnable run) {
        return Group.QUEUE.action(words, "", icon, keys, enabled, run);
    }

    @Override
    public List<Action> places(String words, int most) {
        List<Action> found = new ArrayList<>();
        for (int i = 0; i < model.queue().size() && found.size() < most; i++) {
            ReviewItem item = model.queue().get(i);
            if (item.merchant().name().toLowerCase(Locale.ROOT).contains(words)) {
                found.add(place(item, i + 1));
            }
        }
        return found;
    }

    private Action place(ReviewItem item, int position) {
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
                                surroundings.figures().count(position)),
                Group.MERCHANTS,
                Feather.MAP_PIN,
                Optional.empty(),
                () -> surroundings.navigator().go(new Destination.Review(Optional.of(id))));
    }

    @Override
    public void shown(Destination destination) {
        if (destination instanceof Destination.Review(var dealId, var edit, var comment)) {
            dealId.ifPresent(model::selectById);
            if (dealId.isPresent() && (edit.isPresent() || !comment.isEmpty())) {
                model.startEdit(dealId.get(), edit, comment);
            }
        }
        view.focusQueue();
    }

    @Override
    public boolean escape() {
        return model.stopAsking();
    }
}
