package aidg.ui.shell;

import aidg.ui.page.Surroundings;
import aidg.ui.task.Slot;
import java.time.Instant;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// What the bars at top and bottom tell: the time, and what computes the scores.
final class StatusViewModel {

    private final EngineDesk desk;
    private final Surroundings surroundings;
    private final Slot asking;
    private final ReadOnlyStringWrapper time = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper utc = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<EngineStatus>> engine = new ReadOnlyObjectWrapper<>(Optional.empty());

    StatusViewModel(EngineDesk desk, Surroundings surroundings) {
        this.desk = desk;
        this.surroundings = surroundings;
        asking = surroundings.background().slot();
        tick();
    }

    /// Looks at the clock.
    void tick() {
        Instant now = surroundings.clock().instant();
        time.set(surroundings.figures().moment(now));
        utc.set(surroundings.figures().utc(now));
    }

    /// Asks the engine what computes the scores. No answer leaves what was known.
    void refresh() {
        asking.run(desk::status, status -> engine.set(Optional.of(status)), failed -> {});
    }

    /// `Scores on CPU 0.2 ms`.
    String device(EngineStatus status) {
        String speed = status.millisPerDeal() > 0 ? " " + surroundings.figures().millis(status.millisPerDeal()) : "";
        return "Scores on %s%s".formatted(status.device(), speed);
    }

    ReadOnlyStringProperty timeProperty() {
        return time.getReadOnlyProperty();
    }

    ReadOnlyStringProperty utcProperty() {
        return utc.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<EngineStatus>> engineProperty() {
        return engine.getReadOnlyProperty();
    }
}
