package aidg.app.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class EarlyStartTest {

    @Test
    void theWorkBeginsBeforeAnybodyAsksAndIsDoneOnce() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        AtomicInteger times = new AtomicInteger();
        EarlyStart<Integer> early = EarlyStart.of(() -> {
            begun.countDown();
            return times.incrementAndGet();
        });

        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(early.call()).isEqualTo(1);
    }

    @Test
    void whatFailedIsToldAsItIsAndTriedAgain() throws Exception {
        AtomicInteger times = new AtomicInteger();
        EarlyStart<String> early = EarlyStart.of(() -> {
            if (times.incrementAndGet() == 1) {
                throw new IOException("the disk is not there yet");
            }
            return "open";
        });

        assertThatThrownBy(early::call).isInstanceOf(IOException.class).hasMessage("the disk is not there yet");
        assertThat(early.call()).isEqualTo("open");
    }
}
