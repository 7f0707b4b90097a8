package aidg.ui.mirror;

import aidg.engine.domain.Progress;
import aidg.engine.review.CalibrationMirror;
import aidg.ui.page.Destination;
import aidg.ui.page.Problem;
import aidg.ui.page.Surroundings;
import aidg.ui.task.Slot;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The record of the manager who sits here, once they have said who they are.
final class MirrorViewModel {

    private final MirrorDesk desk;
    private final Surroundings surroundings;
    private final Slot loading;
    private final ReadOnlyObjectWrapper<MirrorState> state = new ReadOnlyObjectWrapper<>(new MirrorState.Loading());
    private boolean known;

    MirrorViewModel(MirrorDesk desk, Surroundings surroundings) {
        this.desk = desk;
        this.surroundings = surroundings;
        loading = surroundings.background().slot();
        surroundings.navigator().currentProperty().subscribe(now -> {
            if (now instanceof Destination.Mirror && !known) {
                load();
            }
        });
    }

    /// What was found: a record, or who could be chosen.
    private record Found(List<String> managers, Optional<CalibrationMirror> mirror) {

        static Found by(MirrorDesk desk, Progress progress) throws Exception {
            List<String> managers = desk.managers(progress);
            Optional<String> chosen = desk.chosen();
            return new Found(managers, chosen.isPresent() ? Optional.of(desk.record(chosen.get())) : Optional.empty());
        }
    }

    void load() {
        known = true;
        state.set(new MirrorState.Loading());
        loading.runLong(
                "Looking back on your decisions",
                progress -> Found.by(desk, progress),
                activity -> {},
                found -> state.set(found.mirror()
                        .<MirrorState>map(MirrorState.Ready::new)
                        .orElseGet(() -> choosing(found.managers()))),
                this::fail);
    }

    private static MirrorState choosing(List<String> managers) {
        return managers.isEmpty() ? new MirrorState.Empty() : new MirrorState.Choosing(managers);
    }

    private Problem fail(Exception failed) {
        Problem problem = Problem.of("Your record could not be read", failed, "Try again, or look at the data in use.");
        state.set(new MirrorState.Failed(problem));
        return problem;
    }

    /// This is me.
    void choose(String managerId) {
        state.set(new MirrorState.Loading());
        loading.run(
                () -> {
                    desk.choose(managerId);
                    return desk.record(managerId);
                },
                mirror -> state.set(new MirrorState.Ready(mirror)),
                failed -> surroundings.told(fail(failed)));
    }

    /// Shows the record of the first who could be chosen, without remembering them.
    void lookAtFirst() {
        if (state.get() instanceof MirrorState.Choosing(List<String> managers)) {
            String first = managers.getFirst();
            loading.run(
                    () -> desk.record(first),
                    mirror -> state.set(new MirrorState.Ready(mirror)),
                    failed -> surroundings.told(fail(failed)));
        }
    }

    /// Somebody else sits here.
    void chooseAnother() {
        state.set(new MirrorState.Loading());
        loading.runLong(
                "Looking who is in the data",
                desk::managers,
                activity -> {},
                managers -> state.set(choosing(managers)),
                this::fail);
    }

    /// Other data is in use: nothing that is known holds.
    void forget() {
        loading.cancel();
        known = false;
        state.set(new MirrorState.Loading());
        if (surroundings.navigator().currentProperty().get() instanceof Destination.Mirror) {
            load();
        }
    }

    ReadOnlyObjectProperty<MirrorState> stateProperty() {
        return state.getReadOnlyProperty();
    }
}
