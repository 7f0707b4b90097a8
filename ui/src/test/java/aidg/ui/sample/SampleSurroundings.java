package aidg.ui.sample;

import aidg.engine.review.ReviewItem;
import aidg.ui.page.Destination;
import aidg.ui.page.Navigator;
import aidg.ui.page.Notice;
import aidg.ui.page.Selection;
import aidg.ui.page.Surroundings;
import aidg.ui.task.Background;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;

/// What a view model gets from the frame, without one: the sample's queue, its first proposal selected.
public final class SampleSurroundings {

    public final List<Notice> notices = new ArrayList<>();
    public final ObservableList<ReviewItem> queue = FXCollections.observableArrayList(SampleProposals.all());
    public final ObservableSet<String> marked = FXCollections.observableSet();
    private final ReadOnlyObjectWrapper<Optional<ReviewItem>> selected =
            new ReadOnlyObjectWrapper<>(Optional.of(queue.getFirst()));
    private final Surroundings surroundings;

    /// All work on the calling thread.
    public SampleSurroundings(Destination start) {
        this(start, Background.onCallingThread(InstantSource.system()));
    }

    public SampleSurroundings(Destination start, Background background) {
        surroundings = new Surroundings(
                background,
                SampleWorkbench.FIGURES,
                InstantSource.fixed(SampleReviewDesk.NOW),
                new Navigator(start),
                notices::add);
    }

    public Surroundings get() {
        return surroundings;
    }

    public Selection selection() {
        return new Selection(
                selected.getReadOnlyProperty(),
                queue,
                marked,
                id -> queue.stream()
                        .filter(item -> item.scored().proposal().id().equals(id))
                        .findFirst()
                        .ifPresent(item -> selected.set(Optional.of(item))));
    }

    public Optional<ReviewItem> selected() {
        return selected.get();
    }

    public void select(int row) {
        selected.set(Optional.of(queue.get(row)));
    }

    public Destination here() {
        return surroundings.navigator().currentProperty().get();
    }
}
