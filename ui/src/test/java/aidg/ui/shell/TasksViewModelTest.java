package aidg.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import aidg.ui.page.Destination;
import aidg.ui.page.Navigator;
import aidg.ui.page.Surroundings;
import aidg.ui.sample.SampleWorkbench;
import aidg.ui.task.Background;
import aidg.ui.task.LongTask;
import aidg.ui.task.Work;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;

class TasksViewModelTest {

    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private Instant now = Instant.EPOCH;
    private final Background background = Background.on(waiting::add, Runnable::run, () -> now);
    private final TasksViewModel model = new TasksViewModel(new Surroundings(
            background, SampleWorkbench.FIGURES, () -> now, new Navigator(Destination.Review.QUEUE), notice -> {}));

    @Test
    void whileNothingRunsTheStatusBarOnlyNamesTheList() {
        assertThat(model.summary()).isEqualTo("Tasks");
        assertThat(model.runningProperty().get()).isZero();
    }

    @Test
    void aRunningTaskTellsItsStepItsPartAndTheTimeLeft() {
        run("Importing", progress -> {
            now = now.plusSeconds(10);
            progress.at("Reading deals", 1, 3);
            assertThat(detail()).isEqualTo("Reading deals, 33%, about 20 s left. You can keep working.");
            assertThat(model.summary()).isEqualTo("Reading deals, about 20 s left");
            return "done";
        });
        work();

        assertThat(detail()).isEqualTo("Done, took 10 s.");
    }

    @Test
    void withoutAnEstimateItTellsHowLongItHasRun() {
        run("Importing", progress -> "done");
        now = now.plusSeconds(75);

        assertThat(detail()).isEqualTo("Running for 1 min 15 s. You can keep working.");
    }

    @Test
    void severalAreCounted() {
        run("Importing", progress -> "done");
        run("Learning rules", progress -> "done");
        run("Choosing prototypes", progress -> "done");

        assertThat(model.summary()).isEqualTo("Choosing prototypes and 2 more");
        assertThat(model.runningProperty().get()).isEqualTo(3);
    }

    @Test
    void theNewestCanBeCancelledFromAnywhere() {
        run("Importing", progress -> "done");
        run("Learning rules", progress -> "done");

        model.cancelNewest();

        assertThat(model.tasks())
                .filteredOn(LongTask::isRunning)
                .extracting(LongTask::words)
                .containsExactly("Importing");
        assertThat(detail()).isEqualTo("Cancelled, had run under 1 s. What it found is not used.");
    }

    @Test
    void aFailureSaysWhatHappenedAndWhatToDo() {
        run("Learning rules", progress -> {
            throw new IllegalStateException("no memory");
        });
        work();
        LongTask task = model.tasks().getFirst();

        assertThat(model.title(task)).isEqualTo("Learning rules failed: no memory.");
        assertThat(model.detail(task)).startsWith("Try again in Tasks, Ctrl+T. If it fails again, ");
    }

    private void run(String words, Work<String> work) {
        background.slot().runLong(words, work, activity -> {}, done -> {}, problem -> {});
    }

    private void work() {
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
    }

    private String detail() {
        return model.detail(model.tasks().getFirst());
    }
}
