package aidg.ui.session;

import aidg.engine.review.ReviewSession;
import aidg.ui.page.Surroundings;
import aidg.ui.task.Line;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The open session and its time. What is written and read of it goes one after the other, so that what comes back
/// last is also what holds. To be used on the window's thread.
final class SessionClock {

    private final SessionDesk desk;
    private final Surroundings surroundings;
    private final Line line;
    private final ReadOnlyObjectWrapper<Optional<OpenSession>> open = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Duration> worked = new ReadOnlyObjectWrapper<>(Duration.ZERO);
    private final ReadOnlyBooleanWrapper known = new ReadOnlyBooleanWrapper();
    private Instant readAt = Instant.EPOCH;
    private boolean beating;

    SessionClock(SessionDesk desk, Surroundings surroundings) {
        this.desk = desk;
        this.surroundings = surroundings;
        line = surroundings.background().line();
    }

    /// Renews the sign of life, unless that is still under way. A failure is not told: the next beat comes soon, and
    /// what the disk refuses here it refuses decisions too, which tell it.
    void beat() {
        if (!beating) {
            beating = true;
            line.run(
                    desk::beat,
                    now -> {
                        beating = false;
                        take(now);
                    },
                    failed -> beating = false);
        }
    }

    /// Looks where the session stands, writing nothing.
    void look() {
        line.run(desk::now, this::take, failed -> {});
    }

    /// Does something to the session, then looks where it stands.
    ///
    /// @param then gets the session as it was before
    void change(Callable<Boolean> change, Consumer<Optional<OpenSession>> then, Consumer<Exception> otherwise) {
        line.run(
                () -> {
                    change.call();
                    return desk.now();
                },
                now -> {
                    Optional<OpenSession> before = open.get();
                    take(now);
                    then.accept(before);
                },
                otherwise::accept);
    }

    private void take(Optional<OpenSession> now) {
        readAt = surroundings.clock().instant();
        open.set(now);
        known.set(true);
        tick();
    }

    /// Looks at the clock on the wall.
    void tick() {
        worked.set(open.get().map(OpenSession::session).map(this::workedBy).orElse(Duration.ZERO));
    }

    private Duration workedBy(ReviewSession session) {
        Duration since = Duration.between(readAt, surroundings.clock().instant());
        return session.running() && since.isPositive() ? session.worked().plus(since) : session.worked();
    }

    /// Whether it was ever read.
    ReadOnlyBooleanProperty knownProperty() {
        return known.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<OpenSession>> openProperty() {
        return open.getReadOnlyProperty();
    }

    /// Time worked in the open session; zero if there is none.
    ReadOnlyObjectProperty<Duration> workedProperty() {
        return worked.getReadOnlyProperty();
    }
}
