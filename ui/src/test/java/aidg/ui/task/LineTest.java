package aidg.ui.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineTest {

    private final SteppedExecutor workers = new SteppedExecutor();
    private final SteppedExecutor front = new SteppedExecutor();
    private final Background background = Background.on(workers, front, InstantSource.system());
    private final Line line = background.line();
    private final List<String> told = new ArrayList<>();

    @Test
    void everyPieceIsDoneInOrder() {
        line.run(() -> "one", told::add, problem -> {});
        line.run(() -> "two", told::add, problem -> {});

        runAll();

        assertThat(told).containsExactly("one", "two");
    }

    @Test
    void theNextPieceStartsOnlyAfterTheResultBeforeHasBeenTaken() {
        line.run(() -> "one", told::add, problem -> {});
        line.run(() -> told.add("two starts"), done -> {}, problem -> {});

        workers.step();
        assertThat(workers.size()).isZero();
        runAll();

        assertThat(told).containsExactly("one", "two starts");
    }

    @Test
    void aProblemDoesNotStopWhatComesAfter() {
        line.run(
                () -> {
                    throw new IOException("disk full");
                },
                done -> {},
                problem -> told.add(problem.getMessage()));
        line.run(() -> "two", told::add, problem -> {});

        runAll();

        assertThat(told).containsExactly("disk full", "two");
    }

    @Test
    void aStepAfterwardsSeesEverythingBeforeIt() {
        line.run(() -> "one", told::add, problem -> {});
        line.after(() -> told.add("after " + told.size()));

        runAll();

        assertThat(told).containsExactly("one", "after 1");
    }

    @Test
    void allIsSettledOnceEveryLineIsEmptyAndItsResultsAreTaken() {
        Line other = background.line();
        background.settle(() -> told.add("at once"));
        line.run(() -> "one", told::add, problem -> {});
        other.run(
                () -> "two",
                done -> {
                    told.add(done);
                    line.run(() -> "what follows", told::add, problem -> {});
                },
                problem -> {});
        background.settle(() -> told.add("settled"));

        runAll();

        assertThat(told).containsExactly("at once", "one", "two", "what follows", "settled");
    }

    @Test
    void whatNobodyLooksAtAnyMoreIsWrittenAllTheSame() {
        line.run(() -> "one", told::add, problem -> {});
        background.abandonSlots();

        runAll();

        assertThat(told).containsExactly("one");
    }

    private void runAll() {
        while (workers.size() + front.size() > 0) {
            workers.all();
            front.all();
        }
    }
}
