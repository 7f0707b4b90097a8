package aidg.ui.session;

import aidg.engine.review.ReviewSession;
import aidg.engine.review.SessionAccount;
import aidg.engine.review.SessionReport;
import aidg.engine.review.SessionReport.Line;
import aidg.ui.page.Destination;
import aidg.ui.page.Notice;
import aidg.ui.page.Problem;
import aidg.ui.page.Saving;
import aidg.ui.page.Surroundings;
import aidg.ui.task.Slot;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// The open session with its clock, and the account of the session that is looked at.
final class SessionViewModel {

    private final SessionDesk desk;
    private final Surroundings surroundings;
    private final SessionClock clock;
    private final Slot reading;
    private final Slot forecasting;
    private final Saving saving;
    private final ReadOnlyObjectWrapper<SessionState> state = new ReadOnlyObjectWrapper<>(new SessionState.Loading());
    private final ReadOnlyObjectWrapper<Worth> worth = new ReadOnlyObjectWrapper<>(new Worth.Asking());
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper asking = new ReadOnlyBooleanWrapper();
    private final BooleanBinding canStart;
    private final BooleanBinding canPause;
    private final BooleanBinding canResume;
    private final BooleanBinding canEnd;
    private @Nullable Long chosen;
    private Optional<SessionReport> forecast = Optional.empty();

    SessionViewModel(SessionDesk desk, Surroundings surroundings) {
        this.desk = desk;
        this.surroundings = surroundings;
        clock = new SessionClock(desk, surroundings);
        reading = surroundings.background().slot();
        forecasting = surroundings.background().slot();
        saving = new Saving(surroundings);
        canStart = when(Optional::isEmpty);
        canPause = when(now -> now.filter(one -> one.session().running()).isPresent());
        canResume = when(now -> now.filter(one -> !one.session().running()).isPresent());
        canEnd = when(Optional::isPresent);
        clock.openProperty().subscribe((before, now) -> follow(before, now));
        clock.knownProperty().subscribe(now -> tell());
        clock.workedProperty().subscribe(now -> tell());
    }

    private BooleanBinding when(Predicate<Optional<OpenSession>> holds) {
        return Bindings.createBooleanBinding(
                () -> clock.knownProperty().get()
                        && holds.test(clock.openProperty().get()),
                clock.openProperty(),
                clock.knownProperty());
    }

    /// A session that has just begun is what one wants to see.
    private void follow(Optional<OpenSession> before, Optional<OpenSession> now) {
        if (now.isPresent() && !number(now).equals(number(before))) {
            chosen = null;
        }
        tell();
    }

    private static Optional<Long> number(Optional<OpenSession> open) {
        return open.map(one -> one.session().number());
    }

    /// What a bar tells of the open session: `Session 12 min, 23 decided`.
    private void tell() {
        words.set(clock.openProperty()
                .get()
                .map(now -> now.session().running()
                        ? "Session %s, %s decided".formatted(time(), count(now.decided()))
                        : "Session paused at %s, %s decided".formatted(time(), count(now.decided())))
                .orElse(clock.knownProperty().get() ? "No session open" : "Session"));
    }

    private String time() {
        return surroundings.figures().worked(clock.workedProperty().get());
    }

    private String count(int count) {
        return surroundings.figures().count(count);
    }

    /// The view has come to the front: what it shows is read anew.
    void shown() {
        read();
    }

    /// Something was decided, put off, written or taken back.
    void recorded() {
        clock.look();
    }

    private boolean isInFront() {
        return surroundings.navigator().currentProperty().get() instanceof Destination.Session;
    }

    private void read() {
        reading.run(
                () -> desk.read(chosen),
                this::take,
                failed -> state.set(new SessionState.Failed(surroundings.told(Problem.of(
                        "The review sessions could not be read",
                        failed,
                        "Try again. Nothing that was decided is lost.")))));
    }

    private void take(Sessions sessions) {
        sessions.shown()
                .ifPresentOrElse(
                        account -> {
                            state.set(new SessionState.Ready(account, sessions.all()));
                            askForecast(account.report());
                        },
                        () -> state.set(new SessionState.Empty()));
    }

    /// Asks again only if something else went out than before.
    private void askForecast(SessionReport report) {
        boolean same = forecast.filter(
                        before -> before.session().number() == report.session().number()
                                && before.lines().equals(report.lines()))
                .isPresent();
        if (same) {
            return;
        }
        forecast = Optional.of(report);
        worth.set(new Worth.Asking());
        forecasting.runLong(
                "Forecasting what went out",
                progress -> desk.sentOut(report, progress),
                activity -> {},
                out -> worth.set(new Worth.Known(out)),
                failed -> {
                    forecast = Optional.empty();
                    worth.set(new Worth.Unknown(
                            failed instanceof CancellationException
                                    ? new Problem("Not forecast: it was cancelled.", "Come back to this view.")
                                    : Problem.of("Not forecast", failed, "Come back to this view to try again.")));
                });
    }

    void tryAgain() {
        state.set(new SessionState.Loading());
        read();
        clock.look();
    }

    void start() {
        change(canStart, "A session could not be started", () -> desk.start(), before -> "Session started");
    }

    void pause() {
        change(
                canPause,
                "The session could not be paused",
                () -> desk.pause(),
                before -> "Session paused at " + time());
    }

    void resume() {
        change(
                canResume,
                "The session could not be resumed",
                () -> desk.resume(),
                before -> "Session goes on from " + time());
    }

    /// Asks whether the open session is to end.
    void askEnd() {
        if (canEnd.get()) {
            asking.set(true);
        }
    }

    /// It is not to end.
    ///
    /// @return whether that was asked
    boolean keepOpen() {
        boolean asked = asking.get();
        asking.set(false);
        return asked;
    }

    /// Ends the open session and shows what it came to.
    void end() {
        if (asking.get()) {
            asking.set(false);
            change(canEnd, "The session could not be ended", () -> desk.end(), before -> {
                chosen = before.map(one -> one.session().number()).orElse(null);
                return "Session %s has ended"
                        .formatted(chosen == null ? "" : surroundings.figures().count(chosen));
            });
        }
    }

    private interface Change {
        void make() throws Exception;
    }

    private interface Telling {
        String of(Optional<OpenSession> before);
    }

    private void change(BooleanBinding allowed, String failure, Change change, Telling telling) {
        if (!allowed.get()) {
            return;
        }
        problem.set(Optional.empty());
        clock.change(
                () -> {
                    change.make();
                    return true;
                },
                before -> {
                    chosen = null;
                    surroundings.notices().accept(new Notice(telling.of(before), false));
                    if (isInFront()) {
                        read();
                    }
                },
                failed -> problem.set(Optional.of(
                        surroundings.told(Problem.of(failure, failed, "Try again. What was decided is kept.")))));
    }

    /// Shows another session.
    void choose(ReviewSession session) {
        if (!account()
                .map(now -> now.report().session().number() == session.number())
                .orElse(false)) {
            chosen = session.number();
            read();
        }
    }

    Optional<SessionAccount> account() {
        return state.get() instanceof SessionState.Ready ready ? Optional.of(ready.account()) : Optional.empty();
    }

    /// Goes to the proposal of a line, if it awaits review.
    void review(Line line) {
        if (awaits(line)) {
            surroundings.navigator().go(new Destination.Review(Optional.of(line.subject())));
        } else {
            surroundings.notices().accept(new Notice("%s no longer awaits review".formatted(subject(line)), false));
        }
    }

    void openReview() {
        surroundings.navigator().go(Destination.Review.QUEUE);
    }

    boolean awaits(Line line) {
        return account().filter(now -> now.waiting().contains(line.subject())).isPresent();
    }

    private String subject(Line line) {
        return account().map(now -> now.names().get(line.subject())).orElse(line.subject());
    }

    /// Writes the report in the form that the file's ending tells.
    void export(Path file) {
        account()
                .ifPresent(account -> saving.write(file, () -> {
                    desk.export(account, worth.get().known(), file);
                    return file;
                }));
    }

    /// Other data is in use: names, queue and forecast are others.
    void forget() {
        forecast = Optional.empty();
        forecasting.cancel();
        if (isInFront()) {
            read();
        }
    }

    /// Time worked in the session that is shown.
    Duration worked(ReviewSession shown) {
        boolean open = clock.openProperty()
                .get()
                .filter(now -> now.session().number() == shown.number())
                .isPresent();
        return open ? clock.workedProperty().get() : shown.worked();
    }

    SessionClock clock() {
        return clock;
    }

    Saving saving() {
        return saving;
    }

    ReadOnlyObjectProperty<SessionState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Worth> worthProperty() {
        return worth.getReadOnlyProperty();
    }

    /// Why the session could not be started, paused, resumed or ended.
    ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    ReadOnlyStringProperty wordsProperty() {
        return words.getReadOnlyProperty();
    }

    /// Whether it is being asked if the session is to end.
    ReadOnlyBooleanProperty askingProperty() {
        return asking.getReadOnlyProperty();
    }

    BooleanBinding canStart() {
        return canStart;
    }

    BooleanBinding canPause() {
        return canPause;
    }

    BooleanBinding canResume() {
        return canResume;
    }

    BooleanBinding canEnd() {
        return canEnd;
    }
}
