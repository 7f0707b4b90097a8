package aidg.ui.shell;

import aidg.ui.page.Action;
import aidg.ui.page.Action.Group;
import aidg.ui.page.Destination;
import aidg.ui.page.Navigator;
import aidg.ui.page.Page;
import aidg.ui.page.Shortcut;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.scene.input.KeyCode;
import org.kordamp.ikonli.feather.Feather;

/// Everything that can be done, wherever one is: what the view in front offers, what the others offer, the ways
/// between them, and what the frame itself can do.
final class EveryAction {

    private static final Set<Group> EVERYWHERE = Set.of(Group.QUEUE, Group.DATA);

    private final List<Place> places;
    private final Navigator navigator;
    private final List<Action> ofFrame;

    /// @param ofFrame what can be done in every view
    EveryAction(List<Place> places, Navigator navigator, List<Action> ofFrame) {
        this.places = List.copyOf(places);
        this.navigator = navigator;
        this.ofFrame = List.copyOf(ofFrame);
    }

    /// @param front the view in the middle
    List<Action> with(Page front) {
        List<Action> all = new ArrayList<>(front.actions());
        List<Shortcut> own =
                all.stream().flatMap(action -> action.shortcut().stream()).toList();
        places.stream()
                .filter(place -> !place.page().equals(front))
                .flatMap(place ->
                        place.page().actions().stream().map(action -> fromElsewhere(action, place, front, own)))
                .forEach(all::add);
        places.forEach(place -> all.addAll(place.page().anywhere()));
        places.stream().map(this::way).forEach(all::add);
        all.add(new Action(
                "Back",
                "where you were",
                Group.GO_TO,
                Feather.ARROW_LEFT,
                Optional.of(Shortcut.alt(KeyCode.LEFT)),
                navigator.canGoBackProperty(),
                navigator::back));
        all.add(new Action(
                "Forward",
                "",
                Group.GO_TO,
                Feather.ARROW_RIGHT,
                Optional.of(Shortcut.alt(KeyCode.RIGHT)),
                navigator.canGoForwardProperty(),
                navigator::forward));
        all.addAll(ofFrame);
        return all;
    }

    private Action way(Place place) {
        Destination home = place.home();
        return Action.always(
                place.word(),
                place.context(),
                Group.GO_TO,
                place.icon(),
                Optional.of(place.keys()),
                () -> navigator.go(home));
    }

    /// An action of a view that is not in front goes there first. Of its keys only those of the queue and of
    /// the data work from elsewhere, and of these none that could be typed or that mean something in front.
    /// What is decided about a proposal is decided in sight of it; but who looks at the selected proposal moves
    /// in the queue from where they are.
    private Action fromElsewhere(Action action, Place there, Page front, List<Shortcut> taken) {
        if (front.followsQueue() && action.group() == Group.QUEUE) {
            return action;
        }
        return new Action(
                action.words(),
                action.context(),
                action.group(),
                action.icon(),
                action.shortcut()
                        .filter(keys -> keys.control() && EVERYWHERE.contains(action.group()) && !taken.contains(keys)),
                action.group() == Group.PROPOSAL ? Bindings.createBooleanBinding(() -> false) : action.enabled(),
                () -> {
                    navigator.go(there.home());
                    action.runIfEnabled();
                });
    }
}
