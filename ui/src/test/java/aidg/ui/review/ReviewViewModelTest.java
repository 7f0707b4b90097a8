package aidg.ui.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import aidg.engine.domain.OverrideReason;
import aidg.engine.review.Decision;
import aidg.engine.review.Decision.Approved;
import aidg.engine.review.Decision.Overridden;
import aidg.engine.review.Decision.Withdrawn;
import aidg.engine.review.ReviewItem;
import aidg.ui.page.Destination;
import aidg.ui.page.Navigator;
import aidg.ui.page.Notice;
import aidg.ui.page.Problem;
import aidg.ui.page.Surroundings;
import aidg.ui.sample.SampleReviewDesk;
import aidg.ui.sample.SampleWorkbench;
import aidg.ui.task.Background;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReviewViewModelTest {

    private final SampleReviewDesk desk = new SampleReviewDesk();
    private final List<Notice> notices = new ArrayList<>();
    private Instant now = SampleReviewDesk.NOW;
    private final InstantSource clock = () -> now;
    private final ReviewViewModel model = model(Background.onCallingThread(clock));

    private ReviewViewModel model(Background background) {
        return new ReviewViewModel(
                desk,
                new Surroundings(
                        background,
                        SampleWorkbench.FIGURES,
                        clock,
                        new Navigator(Destination.Review.QUEUE),
                        notices::add));
    }

    private DraftViewModel draft() {
        return (DraftViewModel) model.askingProperty().get().orElseThrow();
    }

    @Test
    void loadingSelectsTheMostValuableLookAndExplainsIt() {
        model.load();

        assertThat(model.stateProperty().get()).isEqualTo(new QueueState.Ready());
        assertThat(selected()).isEqualTo("Osteria Fontana");
        assertThat(model.story().explainedProperty().get().orElseThrow().trace())
                .isNotNull();
        assertThat(model.reviewedProperty().get()).isEqualTo(33);
        assertThat(model.queue()).hasSize(17);
    }

    @Test
    void approvingWritesFirstThenMovesOn() {
        model.load();

        model.approve();

        assertThat(desk.log()).extracting(Decision::verdict).containsExactly(new Approved());
        assertThat(selected()).isEqualTo("Lakeview Thermal Spa");
        assertThat(model.queue()).hasSize(16);
        assertThat(model.reviewedProperty().get()).isEqualTo(34);
        assertThat(notices).containsExactly(new Notice("Osteria Fontana approved", true));
    }

    @Test
    void aRowStaysUntilItsDecisionIsWritten() {
        Deque<Runnable> waiting = new ArrayDeque<>();
        ReviewViewModel slow = model(Background.on(waiting::add, Runnable::run, clock));
        slow.load();
        waiting.remove().run();

        slow.approve();

        assertThat(slow.queue()).hasSize(17);
        assertThat(slow.history().saving()).containsExactly("P-20418");
        assertThat(slow.selectedProperty().get().orElseThrow().merchant().name())
                .isEqualTo("Lakeview Thermal Spa");
        runAll(waiting);
        assertThat(slow.queue()).hasSize(16);
        assertThat(slow.history().saving()).isEmpty();
    }

    @Test
    void whoSitsDownNextTakesNothingBackThatTheOneBeforeDecided() {
        Deque<Runnable> waiting = new ArrayDeque<>();
        ReviewViewModel slow = model(Background.on(waiting::add, Runnable::run, clock));
        slow.load();
        runAll(waiting);
        slow.approve();
        runAll(waiting);
        slow.approve();

        slow.history().handOver();

        assertThat(slow.history().canUndoProperty().get()).isFalse();
        runAll(waiting);
        assertThat(slow.history().canUndoProperty().get()).isFalse();
        slow.history().undo();
        runAll(waiting);
        assertThat(desk.log()).extracting(Decision::verdict).containsExactly(new Approved(), new Approved());
    }

    @Test
    void whoSitsDownNextDoesNotTryAgainWhatTheOneBeforeDecided() {
        model.load();
        desk.setDiskFull(true);
        model.approve();
        desk.setDiskFull(false);

        model.history().handOver();

        assertThat(model.history().problemProperty().get()).isEmpty();
        model.history().tryAgain();
        assertThat(desk.log()).isEmpty();
    }

    @Test
    void keysPressedFasterThanTheDiskAreAllKept() {
        Deque<Runnable> waiting = new ArrayDeque<>();
        ReviewViewModel slow = model(Background.on(waiting::add, Runnable::run, clock));
        slow.load();
        waiting.remove().run();

        slow.approve();
        slow.approve();
        slow.approve();
        slow.history().undo();
        runAll(waiting);

        assertThat(desk.log())
                .extracting(Decision::dealId, Decision::verdict)
                .containsExactly(
                        tuple("P-20418", new Approved()),
                        tuple("P-20419", new Approved()),
                        tuple("P-20420", new Approved()),
                        tuple("P-20420", new Withdrawn(3)));
    }

    @Test
    void ifWritingFailsTheRowStaysAndTheProblemSaysWhatToDo() {
        model.load();
        desk.setDiskFull(true);

        model.approve();

        assertThat(model.queue()).hasSize(17);
        assertThat(selected()).isEqualTo("Osteria Fontana");
        assertThat(model.reviewedProperty().get()).isEqualTo(33);
        Problem problem = model.history().problemProperty().get().orElseThrow();
        assertThat(problem.words()).isEqualTo("Osteria Fontana was not saved: the disk is full. Free some space.");
        assertThat(problem.next()).isNotBlank();
    }

    @Test
    void tryingAgainWritesWhatFailed() {
        model.load();
        desk.setDiskFull(true);
        model.approve();
        desk.setDiskFull(false);

        model.history().tryAgain();

        assertThat(desk.log()).extracting(Decision::dealId).containsExactly("P-20418");
        assertThat(model.history().problemProperty().get()).isEmpty();
        assertThat(model.queue()).hasSize(16);
    }

    @Test
    void undoPutsTheRowBackWhereItStoodAnyNumberOfTimes() {
        model.load();
        List<ReviewItem> before = List.copyOf(model.queue());
        model.approve();
        model.next();
        model.approve();

        model.history().undo();
        model.history().undo();
        model.history().undo();

        assertThat(model.queue()).isEqualTo(before);
        assertThat(selected()).isEqualTo("Osteria Fontana");
        assertThat(model.reviewedProperty().get()).isEqualTo(33);
        assertThat(model.history().canUndoProperty().get()).isFalse();
        assertThat(desk.log())
                .extracting(Decision::verdict)
                .containsExactly(new Approved(), new Approved(), new Withdrawn(2), new Withdrawn(1));
    }

    @Test
    void anUndoThatCannotBeWrittenLeavesTheDecisionStanding() {
        model.load();
        model.approve();
        desk.setDiskFull(true);

        model.history().undo();

        assertThat(model.queue()).hasSize(16);
        assertThat(model.history().canUndoProperty().get()).isTrue();
        assertThat(model.history().problemProperty().get().orElseThrow().words())
                .contains("Osteria Fontana", "not taken back");
    }

    @Test
    void redoMakesTheSameDecisionAgain() {
        model.load();
        model.startOverride();
        DraftViewModel draft = draft();
        draft.pick(9);
        draft.commentProperty().set("closed for renovation ");
        draft.confirm();
        model.history().undo();

        model.history().redo();

        Overridden declined = new Overridden(OverrideReason.MERCHANT_DECLINED, null, "closed for renovation");
        assertThat(desk.log()).extracting(Decision::verdict).containsExactly(declined, new Withdrawn(1), declined);
        assertThat(model.history().canRedoProperty().get()).isFalse();
    }

    @Test
    void aProposalTheGuardRejectsCannotBeApprovedButOverridden() {
        model.load();
        model.selectById("P-20422");

        model.approve();

        assertThat(model.canApproveProperty().get()).isFalse();
        assertThat(model.canDecideProperty().get()).isTrue();
        assertThat(desk.log()).isEmpty();
        model.startOverride();
        assertThat(model.askingProperty().get()).isPresent();
    }

    @Test
    void theLastDecisionClearsTheQueueAndUndoBringsItBack() {
        model.load();
        while (!model.queue().isEmpty()) {
            model.startOverride();
            DraftViewModel draft = draft();
            draft.pick(7);
            draft.confirm();
        }

        assertThat(model.stateProperty().get()).isEqualTo(new QueueState.Clear());
        assertThat(model.selectedProperty().get()).isEmpty();
        assertThat(model.canDecideProperty().get()).isFalse();
        model.history().undo();
        assertThat(model.stateProperty().get()).isEqualTo(new QueueState.Ready());
        assertThat(selected()).isEqualTo("Greenhouse Brunch");
    }

    @Test
    void aQueueThatCannotBeReadSaysWhyAndCanBeTriedAgain() {
        desk.setUnreadable(true);
        model.load();

        assertThat(model.stateProperty().get())
                .isInstanceOfSatisfying(
                        QueueState.Broken.class,
                        broken -> assertThat(broken.problem().words())
                                .isEqualTo(
                                        "Today’s proposals could not be read: the workspace is open in another window."));
        desk.setUnreadable(false);
        model.load();
        assertThat(model.stateProperty().get()).isEqualTo(new QueueState.Ready());
    }

    @Test
    void readingAgainKeepsTheSelection() {
        model.load();
        model.selectById("P-20425");

        model.load();

        assertThat(selected()).isEqualTo("North Shore Yoga");
    }

    @Test
    void timeLeftIsToldOnceThereIsAPace() {
        model.load();
        assertThat(model.timeLeft()).isEmpty();
        for (int i = 0; i < 4; i++) {
            now = now.plusSeconds(30);
            model.approve();
        }

        assertThat(model.timeLeft()).contains(Duration.ofSeconds(30L * 13));
    }

    private String selected() {
        Optional<ReviewItem> item = model.selectedProperty().get();
        return item.orElseThrow().merchant().name();
    }

    private static void runAll(Deque<Runnable> waiting) {
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
    }
}
