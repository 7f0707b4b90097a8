package aidg.ui.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class SlotTest {

    private final SteppedExecutor workers = new SteppedExecutor();
    private final SteppedExecutor front = new SteppedExecutor();
    private final List<String> told = new ArrayList<>();
    private Instant now = Instant.EPOCH;
    private final InstantSource clock = () -> now;
    private final Background background = Background.on(workers, front, clock);
    private final Slot slot = background.slot();

    @Test
    void onlyTheNewestResultIsDelivered() {
        slot.run(() -> "old", told::add, this::fail);
        slot.run(() -> "new", told::add, this::fail);

        workers.all();
        front.all();

        assertThat(told).containsExactly("new");
    }

    @Test
    void aLateOldResultDoesNotReplaceANewerOne() {
        slot.run(() -> "old", told::add, this::fail);
        workers.step();
        slot.run(() -> "new", told::add, this::fail);
        workers.step();

        front.stepNewest();
        front.step();

        assertThat(told).containsExactly("new");
    }

    @Test
    void workThatNobodyWaitsForIsNotEvenStarted() {
        slot.run(() -> told.add("started"), done -> {}, this::fail);
        slot.cancel();

        workers.all();

        assertThat(told).isEmpty();
    }

    @Test
    void longWorkStopsAtItsNextLookWhenNobodyLooksAtTheWindowAnyMore() {
        slot.runLong(
                "Learning rules",
                progress -> {
                    told.add("begun");
                    background.abandonSlots();
                    progress.at("Reading deals", 1, 2);
                    return told.add("went on");
                },
                activity -> {},
                done -> told.add("done"),
                this::fail);
        Slot other = background.slot();
        other.run(() -> told.add("short work began"), done -> {}, this::fail);

        workers.all();
        front.all();

        assertThat(told).containsExactly("begun");
    }

    @Test
    void aProblemIsDeliveredInPlaceOfTheResult() {
        slot.run(
                () -> {
                    throw new IllegalStateException("no disk");
                },
                done -> told.add("done"),
                problem -> told.add(problem.getMessage()));
        workers.all();
        front.all();

        assertThat(told).containsExactly("no disk");
    }

    @Test
    void aMissingNativeLibraryIsAProblemToo() {
        slot.run(
                () -> {
                    throw new UnsatisfiedLinkError("libtorch");
                },
                done -> told.add("done"),
                problem -> told.add(problem.getMessage()));
        workers.all();
        front.all();

        assertThat(told).containsExactly("libtorch");
    }

    @Test
    void longWorkTellsItsProgressWithAnEstimate() {
        slot.runLong(
                "Importing",
                progress -> {
                    now = Instant.EPOCH.plusSeconds(10);
                    progress.at("Reading deals", 1, 3);
                    return "done";
                },
                activity -> told.add(activity.step() + activity.left()),
                told::add,
                this::fail);
        workers.all();
        front.all();

        assertThat(told)
                .containsExactly(
                        "Importing" + Optional.empty(), "Reading deals" + Optional.of(Duration.ofSeconds(20)), "done");
    }

    @Test
    void progressIsToldAtMostOnceForEachLookOfTheWindow() {
        slot.runLong(
                "Importing",
                progress -> {
                    for (int i = 0; i < 1000; i++) {
                        progress.at("Row " + i, i, 1000);
                    }
                    return "done";
                },
                activity -> told.add(activity.step()),
                told::add,
                this::fail);
        workers.all();

        assertThat(front.size()).isEqualTo(2);
        front.all();
        assertThat(told).containsExactly("Importing", "Row 999", "done");
    }

    @Test
    void cancelledWorkLearnsOfItWhenItTellsItsProgress() {
        slot.runLong(
                "Importing",
                progress -> {
                    slot.cancel();
                    try {
                        progress.at("Reading deals", 1, 3);
                    } catch (CancellationException stop) {
                        told.add("stopped");
                        throw stop;
                    }
                    return "done";
                },
                activity -> {},
                told::add,
                this::fail);
        workers.all();
        front.all();

        assertThat(told).containsExactly("stopped");
        assertThat(background.activityProperty().get()).isEmpty();
    }

    @Test
    void theStatusBarShowsLongWorkWhileItLasts() {
        slot.runLong("Importing", progress -> "done", activity -> {}, told::add, this::fail);

        assertThat(background.activityProperty().get()).map(Activity::step).contains("Importing");
        workers.all();
        front.all();
        assertThat(background.activityProperty().get()).isEmpty();
    }

    @Test
    void cancellingOneSlotLeavesTheLongWorkOfAnotherInTheStatusBar() {
        background.slot().runLong("Importing", progress -> "done", activity -> {}, told::add, this::fail);

        slot.cancel();

        assertThat(background.activityProperty().get()).map(Activity::step).contains("Importing");
    }

    private void fail(Exception problem) {
        throw new AssertionError(problem);
    }
}
