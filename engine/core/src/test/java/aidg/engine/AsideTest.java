package aidg.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aidg.engine.domain.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class AsideTest {

    private final Aside aside = new Aside();

    @Test
    void whatTheWorkMakesAndTellsReachesTheCaller() {
        List<String> told = new ArrayList<>();
        Progress progress = new Progress() {
            @Override
            public void at(String step, long done, long total) {
                told.add(step);
            }

            @Override
            public void note(String sentence) {
                told.add(sentence);
            }
        };
        CountDownLatch heard = new CountDownLatch(1);

        String made = aside.run("Beginning", progress, relay -> {
            relay.note("It is slow today.");
            relay.at("Reading", 1, 2);
            await(heard, 200);
            return "made";
        });

        assertThat(made).isEqualTo("made");
        assertThat(told).contains("It is slow today.", "Reading");
    }

    @Test
    void whatTheWorkThrowsReachesTheCaller() {
        assertThatThrownBy(() -> aside.run("Beginning", Progress.SILENT, relay -> {
                    throw new IllegalArgumentException("merchant M9 is unknown");
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("merchant M9 is unknown");
    }

    @Test
    void whoAsksToStopLeavesAStepThatCannotStopAndWhatItUsesIsClosedAfterIt() throws Exception {
        CountDownLatch stuck = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        AtomicBoolean ended = new AtomicBoolean();
        AtomicInteger looks = new AtomicInteger();

        assertThatThrownBy(() -> aside.run(
                        "Loading the model",
                        (step, done, total) -> {
                            if (looks.incrementAndGet() == 2) {
                                throw new CancellationException("stopped");
                            }
                        },
                        relay -> {
                            await(stuck, 20_000);
                            ended.set(true);
                            return "too late";
                        }))
                .isInstanceOf(CancellationException.class);

        aside.close(() -> {
            assertThat(ended).isTrue();
            closed.countDown();
        });
        assertThat(closed.getCount()).isEqualTo(1);
        stuck.countDown();
        assertThat(closed.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void workThatNobodyWaitsForEndsAtItsNextLook() throws Exception {
        CountDownLatch stopped = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);

        assertThatThrownBy(() -> aside.run(
                        "Reading",
                        (step, done, total) -> {
                            throw new CancellationException("stopped");
                        },
                        relay -> {
                            await(stopped, 10_000);
                            try {
                                relay.at("Reading", 1, 2);
                            } catch (CancellationException e) {
                                ended.countDown();
                                throw e;
                            }
                            return "too late";
                        }))
                .isInstanceOf(CancellationException.class);
        stopped.countDown();

        assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void whereNothingIsUnderWayClosingHappensAtOnce() {
        AtomicBoolean closed = new AtomicBoolean();

        aside.close(() -> closed.set(true));

        assertThat(closed).isTrue();
    }

    private static void await(CountDownLatch latch, long millis) {
        try {
            boolean released = latch.await(millis, TimeUnit.MILLISECONDS);
            assertThat(released || millis < 1000).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
