package aidg.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import aidg.engine.audit.AuditKind;
import aidg.engine.review.ReviewSession;
import aidg.engine.review.SessionReport.Line;
import aidg.ui.page.Destination;
import aidg.ui.page.Navigator;
import aidg.ui.page.Notice;
import aidg.ui.page.Surroundings;
import aidg.ui.sample.SampleReviewDesk;
import aidg.ui.sample.SampleSessionDesk;
import aidg.ui.sample.SampleWorkbench;
import aidg.ui.task.Background;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionViewModelTest {

    private final List<Notice> notices = new ArrayList<>();
    private final Navigator navigator = new Navigator(new Destination.Session());
    private Instant now = SampleReviewDesk.NOW;
    private final InstantSource clock = () -> now;

    private SessionViewModel model(SampleSessionDesk desk, Background background) {
        return new SessionViewModel(
                desk, new Surroundings(background, SampleWorkbench.FIGURES, clock, navigator, notices::add));
    }

    private SessionViewModel shown(SampleSessionDesk desk) {
        SessionViewModel model = model(desk, Background.onCallingThread(clock));
        model.recorded();
        model.shown();
        return model;
    }

    private static ReviewSession session(SessionViewModel model) {
        return model.account().orElseThrow().report().session();
    }

    private List<String> told() {
        return notices.stream().map(Notice::words).toList();
    }

    @Test
    void theRunningSessionIsShownWithItsClock() {
        SessionViewModel model = shown(new SampleSessionDesk());

        assertThat(model.wordsProperty().get()).isEqualTo("Session 47 min, 13 decided");
        assertThat(session(model).number()).isEqualTo(3);
        now = now.plus(Duration.ofMinutes(14));
        model.clock().tick();
        assertThat(model.wordsProperty().get()).isEqualTo("Session 1 h 1 min, 13 decided");
        assertThat(model.worked(session(model))).isEqualTo(Duration.ofMinutes(61));
        assertThat(model.canStart().get()).isFalse();
        assertThat(model.canPause().get()).isTrue();
        assertThat(model.canResume().get()).isFalse();
        assertThat(model.canEnd().get()).isTrue();
    }

    @Test
    void whilePausedNothingCounts() {
        SessionViewModel model = shown(new SampleSessionDesk());

        model.pause();
        now = now.plus(Duration.ofHours(1));
        model.clock().tick();

        assertThat(model.wordsProperty().get()).isEqualTo("Session paused at 47 min, 13 decided");
        assertThat(model.canPause().get()).isFalse();
        assertThat(session(model).running()).isFalse();
        model.resume();
        now = now.plus(Duration.ofMinutes(1));
        model.clock().tick();
        assertThat(model.wordsProperty().get()).isEqualTo("Session 48 min, 13 decided");
        assertThat(told()).containsExactly("Session paused at 47 min", "Session goes on from 47 min");
    }

    @Test
    void anEndIsAskedForAndThenItsSummaryIsShown() {
        SessionViewModel model = shown(new SampleSessionDesk());

        model.end();
        assertThat(session(model).endedAt()).as("nobody had asked").isNull();
        model.askEnd();
        assertThat(model.askingProperty().get()).isTrue();
        assertThat(model.keepOpen()).isTrue();
        assertThat(model.keepOpen()).isFalse();
        assertThat(session(model).endedAt()).isNull();

        model.askEnd();
        model.end();

        assertThat(model.askingProperty().get()).isFalse();
        assertThat(session(model).number()).isEqualTo(3);
        assertThat(session(model).endedAt()).isEqualTo(SampleReviewDesk.NOW);
        assertThat(model.wordsProperty().get()).isEqualTo("No session open");
        assertThat(model.canStart().get()).isTrue();
        assertThat(told()).containsExactly("Session 3 has ended");
    }

    @Test
    void aSessionThatBeginsIsTheOneThatIsSeen() {
        SessionViewModel model = shown(SampleSessionDesk.empty());
        assertThat(model.stateProperty().get()).isEqualTo(new SessionState.Empty());
        assertThat(model.wordsProperty().get()).isEqualTo("No session open");

        model.start();

        assertThat(session(model).number()).isEqualTo(1);
        assertThat(model.wordsProperty().get()).isEqualTo("Session under 1 min, 0 decided");
        assertThat(told()).containsExactly("Session started");
    }

    @Test
    void earlierSessionsCanBeOpened() {
        SessionViewModel model = shown(new SampleSessionDesk());
        List<ReviewSession> all = ((SessionState.Ready) model.stateProperty().get()).all();

        model.choose(all.getFirst());

        assertThat(session(model)).isEqualTo(all.getFirst());
        assertThat(model.worked(session(model))).isEqualTo(Duration.ofMinutes(95));
        assertThat(model.wordsProperty().get()).as("of the open one").isEqualTo("Session 47 min, 13 decided");
    }

    @Test
    void whatTheDiskRefusesIsToldAndTheSessionStaysAsItWas() {
        SampleSessionDesk desk = new SampleSessionDesk();
        SessionViewModel model = shown(desk);
        desk.setDiskFull(true);

        model.pause();

        assertThat(model.problemProperty().get().orElseThrow().words())
                .isEqualTo("The session could not be paused: the disk is full. Free some space.");
        assertThat(model.canPause().get()).isTrue();
        desk.setDiskFull(false);
        model.pause();
        assertThat(model.problemProperty().get()).isEmpty();
        assertThat(model.canResume().get()).isTrue();
    }

    @Test
    void aFailedReadingCanBeTriedAgain() {
        SampleSessionDesk desk = new SampleSessionDesk();
        desk.setUnreadable(true);
        SessionViewModel model = shown(desk);

        assertThat(model.stateProperty().get())
                .isInstanceOfSatisfying(
                        SessionState.Failed.class,
                        failed -> assertThat(failed.problem().words()).contains("open in another window"));
        assertThat(model.canStart().get()).as("nothing is known").isFalse();
        desk.setUnreadable(false);
        model.tryAgain();
        assertThat(session(model).number()).isEqualTo(3);
        assertThat(model.canPause().get()).isTrue();
    }

    @Test
    void beatsAreSilentAndDoNotPileUp() {
        SampleSessionDesk desk = new SampleSessionDesk();
        Deque<Runnable> workers = new ArrayDeque<>();
        SessionViewModel model = model(desk, Background.on(workers::add, Runnable::run, clock));

        model.clock().beat();
        model.clock().beat();
        model.clock().beat();
        assertThat(workers).hasSize(1);
        workers.remove().run();
        assertThat(desk.beats()).isEqualTo(1);

        desk.setDiskFull(true);
        model.clock().beat();
        workers.remove().run();
        assertThat(notices).isEmpty();
        assertThat(model.wordsProperty().get()).isEqualTo("Session 47 min, 13 decided");
        model.clock().beat();
        assertThat(workers).as("a failed one does not stop the next").hasSize(1);
    }

    @Test
    void aBeatUnderWayDoesNotBringBackWhatWasChangedMeanwhile() {
        Deque<Runnable> workers = new ArrayDeque<>();
        SessionViewModel model = model(new SampleSessionDesk(), Background.on(workers::add, Runnable::run, clock));
        model.recorded();
        workers.remove().run();

        model.clock().beat();
        model.pause();
        while (!workers.isEmpty()) {
            workers.remove().run();
        }

        assertThat(model.canResume().get()).isTrue();
    }

    @Test
    void aLineLeadsToItsProposalWhileThatAwaitsReview() {
        SessionViewModel model = shown(new SampleSessionDesk());
        List<Line> lines = model.account().orElseThrow().report().lines();

        model.review(lines.get(1));
        assertThat(navigator.currentProperty().get()).isEqualTo(new Destination.Session());
        assertThat(told()).hasSize(1).allMatch(words -> words.endsWith("no longer awaits review"));

        Line snoozed = lines.stream()
                .filter(line -> line.kind() == AuditKind.SNOOZED)
                .findFirst()
                .orElseThrow();
        model.review(snoozed);
        assertThat(navigator.currentProperty().get()).isEqualTo(new Destination.Review(Optional.of(snoozed.subject())));
    }

    @Test
    void whatWentOutIsForecastOnceAndExportedWithTheReport(@TempDir Path folder) {
        SessionViewModel model = shown(new SampleSessionDesk());
        assertThat(model.worthProperty().get().known().orElseThrow().forecast()).isEqualTo(11);

        Path file = folder.resolve("report.csv");
        model.export(file);
        assertThat(file).hasContent("session 3");
        model.export(folder.resolve("no").resolve("report.csv"));
        assertThat(Files.exists(folder.resolve("no"))).isFalse();
        assertThat(model.saving().problemProperty().get().orElseThrow().words()).contains("report.csv was not written");
    }
}
