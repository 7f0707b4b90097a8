package aidg.ui.review;

import aidg.engine.ScoredDeal;
import aidg.engine.explain.Honesty;
import aidg.engine.review.PreMortem;
import aidg.engine.review.ReviewItem;
import aidg.ui.page.Problem;
import aidg.ui.task.Background;
import aidg.ui.task.Slot;
import java.time.Duration;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Why one proposal scores as it does: first the story, then the override foreseen and how far the story can be
/// trusted.
final class StoryViewModel {

    /// What comes after the story waits until a person stays with the proposal.
    private static final Duration REST = Duration.ofMillis(150);

    private final ReviewDesk desk;
    private final Slot explaining;
    private final Slot foreseeing;
    private final Slot checking;
    private final ReadOnlyObjectWrapper<Optional<ScoredDeal>> explained = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<PreMortem>> foreseen = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Honesty>> checked = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());

    StoryViewModel(ReviewDesk desk, Background background) {
        this.desk = desk;
        explaining = background.slot();
        foreseeing = background.slot();
        checking = background.slot();
    }

    /// Explains another proposal; with none, nothing is told.
    void of(Optional<ReviewItem> item) {
        explained.set(Optional.empty());
        foreseen.set(Optional.empty());
        checked.set(Optional.empty());
        problem.set(Optional.empty());
        foreseeing.cancel();
        checking.cancel();
        item.ifPresentOrElse(this::explain, explaining::cancel);
    }

    private void explain(ReviewItem item) {
        explaining.run(
                () -> desk.explain(item),
                scored -> {
                    explained.set(Optional.of(scored));
                    foresee(item);
                    check(item);
                },
                failed -> problem.set(Optional.of(Problem.of(
                        "The score could not be explained", failed, "The score stands. Try again with J and K."))));
    }

    /// Without it nothing is missed: the chance of an override stands among the figures.
    private void foresee(ReviewItem item) {
        foreseeing.runAfter(REST, () -> desk.foresee(item), foreseen::set, failed -> {});
    }

    /// Without a measure the story is told without a badge.
    private void check(ReviewItem item) {
        checking.runAfter(REST, () -> desk.check(item), honesty -> checked.set(Optional.of(honesty)), failed -> {});
    }

    /// The proposal with its trace, once that has been computed.
    ReadOnlyObjectProperty<Optional<ScoredDeal>> explainedProperty() {
        return explained.getReadOnlyProperty();
    }

    /// The override foreseen, once that has been worked out and if one is likely.
    ReadOnlyObjectProperty<Optional<PreMortem>> foreseenProperty() {
        return foreseen.getReadOnlyProperty();
    }

    /// How far the explanation can be trusted, once that has been measured.
    ReadOnlyObjectProperty<Optional<Honesty>> checkedProperty() {
        return checked.getReadOnlyProperty();
    }

    /// Why there is no story.
    ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
