package aidg.ui.shell.opening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aidg.engine.domain.Progress;
import aidg.ui.sample.SampleWorkbench;
import aidg.ui.shell.WorkbenchPorts;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OpeningPortsTest {

    private final AtomicInteger opened = new AtomicInteger();

    @Test
    void nothingIsOpenedBeforeTheFirstQuestion() {
        OpeningPorts.of(() -> {
            opened.incrementAndGet();
            return SampleWorkbench.ports();
        });

        assertThat(opened).hasValue(0);
    }

    @Test
    void openingHappensOnce() throws Exception {
        WorkbenchPorts ports = OpeningPorts.of(() -> {
            opened.incrementAndGet();
            return SampleWorkbench.ports();
        });

        assertThat(ports.review().queue(Progress.SILENT).items()).hasSize(17);
        assertThat(ports.data().snapshot()).isPresent();
        assertThat(ports.engine().status().device()).isEqualTo("CPU");
        assertThat(opened).hasValue(1);
    }

    @Test
    void aFailedOpeningIsTriedAgain() throws Exception {
        WorkbenchPorts ports = OpeningPorts.of(() -> {
            if (opened.incrementAndGet() == 1) {
                throw new IOException("the workspace is locked");
            }
            return SampleWorkbench.ports();
        });

        assertThatThrownBy(() -> ports.review().queue(Progress.SILENT)).hasMessage("the workspace is locked");
        assertThat(ports.review().queue(Progress.SILENT).items()).isNotEmpty();
    }
}
