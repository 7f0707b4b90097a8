package aidg.ui.second;

import aidg.engine.review.SecondReview.Course;
import aidg.engine.review.SecondReview.Pair;
import aidg.ui.page.Destination;
import aidg.ui.page.Problem;
import aidg.ui.page.Saving;
import aidg.ui.page.Surroundings;
import aidg.ui.task.Line;
import aidg.ui.task.Slot;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// How the reader and others agree, and what they decided differently.
final class ResultViewModel {

    private final SecondReadingDesk desk;
    private final Surroundings surroundings;
    private final Consumer<String> backInQueue;
    private final Slot loading;
    private final Line reopening;
    private final Saving saving;
    private final ReadOnlyObjectWrapper<ResultState> state = new ReadOnlyObjectWrapper<>(new ResultState.Loading());
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<SecondResult.Differing>> selected =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObservableList<SecondResult.Differing> rows = FXCollections.observableArrayList();

    /// @param backInQueue called with a deal that awaits review again
    ResultViewModel(SecondReadingDesk desk, Surroundings surroundings, Consumer<String> backInQueue) {
        this.desk = desk;
        this.surroundings = surroundings;
        this.backInQueue = backInQueue;
        loading = surroundings.background().slot();
        reopening = surroundings.background().line();
        saving = new Saving(surroundings);
    }

    /// Reads it anew.
    void load() {
        loading.run(
                desk::result,
                this::take,
                failed -> state.set(new ResultState.Failed(
                        surroundings.told(Problem.of("The readings could not be compared", failed, "Try again.")))));
    }

    private void take(SecondResult result) {
        Optional<String> before = selected.get().map(one -> one.pair().dealId());
        rows.setAll(result.differing());
        select(rows.stream()
                .filter(one -> before.equals(Optional.of(one.pair().dealId())))
                .findFirst()
                .or(() -> rows.stream().findFirst()));
        state.set(
                result.agreements().isEmpty() ? new ResultState.Empty(result.reader()) : new ResultState.Ready(result));
    }

    void select(Optional<SecondResult.Differing> one) {
        selected.set(one);
    }

    void move(int by) {
        int at = selected.get().map(rows::indexOf).orElse(-1) + by;
        if (at >= 0 && at < rows.size()) {
            select(Optional.of(rows.get(at)));
        }
    }

    /// Takes the decision of the selected one back and opens it in Review; what is decided there settles it.
    void decideAgain() {
        selected.get().ifPresent(this::decideAgain);
    }

    private void decideAgain(SecondResult.Differing one) {
        problem.set(Optional.empty());
        String dealId = one.pair().dealId();
        reopening.run(
                () -> {
                    if (one.pair().course() == Course.OPEN) {
                        desk.reopen(one.pair());
                    }
                    return dealId;
                },
                done -> {
                    backInQueue.accept(dealId);
                    surroundings.navigator().go(new Destination.Review(Optional.of(dealId)));
                },
                failed -> problem.set(Optional.of(surroundings.told(Problem.of(
                        "The decision on %s was not taken back".formatted(one.merchant()), failed, "Try again.")))));
    }

    /// Writes what was decided differently.
    void export(Path file) {
        List<Pair> pairs = rows.stream().map(SecondResult.Differing::pair).toList();
        saving.write(file, () -> {
            desk.export(pairs, file);
            return file;
        });
    }

    /// Nothing that is known holds.
    void forget() {
        loading.cancel();
        rows.clear();
        select(Optional.empty());
        state.set(new ResultState.Loading());
    }

    ReadOnlyObjectProperty<ResultState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<SecondResult.Differing>> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    ObservableList<SecondResult.Differing> rows() {
        return rows;
    }

    Saving saving() {
        return saving;
    }
}
