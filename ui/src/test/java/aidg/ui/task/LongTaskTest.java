package aidg.ui.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;

/// The list of long tasks, as the window sees it.
class LongTaskTest {

    private final SteppedExecutor workers = new SteppedExecutor();
    private final SteppedExecutor front = new SteppedExecutor();
    private final List<String> told = new ArrayList<>();
    private Instant now = Instant.EPOCH;
    private final Background background = Background.on(workers, front, () -> now);
    private final Slot rules = background.slot();
    private final Slot data = background.slot();

    @Test
    void tasksOfSeveralSlotsRunSideBySide() {
        start(rules, "Learning rules");
        start(data, "Importing");

        assertThat(background.tasks()).extracting(LongTask::words).containsExactly("Importing", "Learning rules");
        assertThat(background.tasks()).allMatch(LongTask::isRunning);
        assertThat(background.activityProperty().get()).map(Activity::step).contains("Importing");
    }

    @Test
    void aTaskThatIsDoneStaysInTheListWithTheTimeItTook() {
        start(rules, "Learning rules");
        now = now.plusSeconds(12);
        workers.all();
        front.all();

        assertThat(states()).containsExactly(new TaskState.Done(Duration.ofSeconds(12)));
        assertThat(background.activityProperty().get()).isEmpty();
    }

    @Test
    void cancellingNeedsNeitherTheWorkerNorTheQueueOfTheWindow() {
        start(rules, "Learning rules");
        now = now.plusSeconds(3);

        background.tasks().getFirst().cancel();

        assertThat(told).containsExactly("CancellationException: it was cancelled");
        assertThat(states()).containsExactly(new TaskState.Cancelled(Duration.ofSeconds(3)));
        workers.all();
        front.all();
        assertThat(told).hasSize(1);
    }

    @Test
    void cancellingWorkUnderWayStopsItAtItsNextLook() {
        List<String> inside = new ArrayList<>();
        rules.runLong(
                "Learning rules",
                progress -> {
                    background.tasks().getFirst().cancel();
                    try {
                        progress.at("Growing trees", 1, 9);
                    } catch (CancellationException stop) {
                        inside.add("stopped");
                        throw stop;
                    }
                    return "rules";
                },
                activity -> {},
                told::add,
                this::tell);
        workers.all();
        front.all();

        assertThat(inside).containsExactly("stopped");
        assertThat(told).containsExactly("CancellationException: it was cancelled");
    }

    @Test
    void cancellingOneLeavesTheOthers() {
        start(rules, "Learning rules");
        start(data, "Importing");

        background.tasks().getLast().cancel();
        workers.all();
        front.all();

        assertThat(told).containsExactly("CancellationException: it was cancelled", "Importing");
    }

    @Test
    void aFailedTaskKeepsItsProblemAndCanBeTriedAgain() {
        List<String> answers = new ArrayList<>(List.of("", "rules"));
        rules.runLong(
                "Learning rules",
                progress -> {
                    String answer = answers.removeFirst();
                    if (answer.isEmpty()) {
                        throw new IllegalStateException("no memory");
                    }
                    return answer;
                },
                activity -> {},
                told::add,
                this::tell);
        workers.all();
        front.all();
        LongTask failed = background.tasks().getFirst();
        assertThat(failed.stateProperty().get()).isInstanceOf(TaskState.Failed.class);
        assertThat(failed.repeatableProperty().get()).isTrue();

        failed.tryAgain();
        workers.all();
        front.all();

        assertThat(told).containsExactly("IllegalStateException: no memory", "rules");
        assertThat(states()).containsExactly(new TaskState.Done(Duration.ZERO));
    }

    @Test
    void whatNewerWorkHasOvertakenCannotBeTriedAgain() {
        start(rules, "Learning rules of restaurants");
        background.tasks().getFirst().cancel();
        start(rules, "Learning rules of hotels");

        assertThat(background.tasks().getLast().repeatableProperty().get()).isFalse();
    }

    @Test
    void overtakenWorkLeavesTheListBeforeItEnds() {
        start(rules, "Looking for merchants like A");
        start(rules, "Looking for merchants like B");

        assertThat(background.tasks()).extracting(LongTask::words).containsExactly("Looking for merchants like B");
    }

    @Test
    void ofTheSameWorkOnlyTheLastTimeIsListed() {
        for (int i = 0; i < 3; i++) {
            start(rules, "Learning rules");
            workers.all();
            front.all();
        }

        assertThat(background.tasks()).hasSize(1);
    }

    @Test
    void longAgoEndedTasksAreForgotten() {
        for (int i = 0; i < 30; i++) {
            start(rules, "Task " + i);
            workers.all();
            front.all();
        }

        assertThat(background.tasks()).hasSizeLessThan(15);
        assertThat(background.tasks().getFirst().words()).isEqualTo("Task 29");
    }

    @Test
    void theListTellsOfProgress() {
        List<Boolean> updates = new ArrayList<>();
        rules.runLong(
                "Learning rules",
                progress -> {
                    progress.at("Growing trees", 1, 2);
                    return "rules";
                },
                activity -> {},
                told::add,
                this::tell);
        background.tasks().addListener((ListChangeListener<LongTask>)
                change -> updates.add(change.next() && change.wasUpdated()));
        workers.all();
        front.step();

        assertThat(updates).containsExactly(true);
        assertThat(states())
                .first()
                .extracting(state -> ((TaskState.Running) state).now().fraction())
                .isEqualTo(0.5);
    }

    private List<TaskState> states() {
        return background.tasks().stream()
                .map(task -> task.stateProperty().get())
                .toList();
    }

    private void start(Slot slot, String words) {
        slot.runLong(words, progress -> words, activity -> {}, told::add, this::tell);
    }

    private void tell(Exception problem) {
        told.add("%s: %s".formatted(problem.getClass().getSimpleName(), problem.getMessage()));
    }
}
