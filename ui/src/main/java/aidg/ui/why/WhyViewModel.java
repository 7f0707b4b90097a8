package aidg.ui.why;

import aidg.engine.Explanation;
import aidg.engine.PastAttention;
import aidg.engine.review.ReviewItem;
import aidg.ui.page.Destination;
import aidg.ui.page.Problem;
import aidg.ui.page.Saving;
import aidg.ui.page.Selection;
import aidg.ui.page.Surroundings;
import aidg.ui.task.Slot;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/// Explains the selected proposal while the view is in front, and the next one ahead of time.
final class WhyViewModel {

    private final WhyDesk desk;
    private final Surroundings surroundings;
    private final Selection selection;
    private final Slot explaining;
    private final Slot ahead;
    private final Saving saving;
    private final ReadOnlyObjectWrapper<WhyState> state = new ReadOnlyObjectWrapper<>(new WhyState.Nobody());
    private final ObjectProperty<Second> second = new SimpleObjectProperty<>(Second.GRADIENT);

    private record Found(Explanation explanation, List<PastAttention> pasts) {}

    WhyViewModel(WhyDesk desk, Surroundings surroundings, Selection selection) {
        this.desk = desk;
        this.surroundings = surroundings;
        this.selection = selection;
        explaining = surroundings.background().slot();
        ahead = surroundings.background().slot();
        saving = new Saving(surroundings);
        selection.now().subscribe(now -> follow());
        surroundings.navigator().currentProperty().subscribe(now -> follow());
    }

    private boolean inFront() {
        return surroundings.navigator().currentProperty().get() instanceof Destination.Why;
    }

    private void follow() {
        if (!inFront()) {
            return;
        }
        Optional<ReviewItem> item = selection.now().get();
        if (item.isEmpty()) {
            explaining.cancel();
            state.set(new WhyState.Nobody());
        } else if (!item.equals(shown())) {
            explain(item.get());
        }
    }

    /// The proposal that is explained, or is about to be; one that could not be explained is tried again.
    private Optional<ReviewItem> shown() {
        return switch (state.get()) {
            case WhyState.Loading(ReviewItem item) -> Optional.of(item);
            case WhyState.Ready ready -> Optional.of(ready.item());
            case WhyState.Nobody() -> Optional.empty();
            case WhyState.Broken broken -> Optional.empty();
        };
    }

    private void explain(ReviewItem item) {
        state.set(new WhyState.Loading(item));
        explaining.run(
                find(item),
                found -> {
                    state.set(new WhyState.Ready(item, found.explanation(), found.pasts()));
                    selection.next().ifPresent(next -> ahead.run(find(next), ready -> {}, failed -> {}));
                },
                failed -> state.set(new WhyState.Broken(
                        item,
                        surroundings.told(Problem.of(
                                "The score could not be explained",
                                failed,
                                "The score stands. Try again, or look at another proposal.")))));
    }

    private Callable<Found> find(ReviewItem item) {
        return () -> new Found(desk.explain(item), desk.pasts(item));
    }

    void tryAgain() {
        selection.now().get().ifPresent(this::explain);
    }

    /// Other data is in use: nothing that is known holds.
    void forget() {
        explaining.cancel();
        ahead.cancel();
        state.set(new WhyState.Nobody());
    }

    ReadOnlyObjectProperty<WhyState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    Saving saving() {
        return saving;
    }

    ObjectProperty<Second> secondProperty() {
        return second;
    }
}
