package aidg.ui;

import static org.assertj.core.api.Assertions.assertThat;

import aidg.ui.sample.SampleWorkbench;
import aidg.ui.shell.WindowMemory;
import aidg.ui.shell.WorkbenchPorts;
import aidg.ui.task.FrontThread;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

/// The window that a person opens. [WB-1]
class WorkbenchWindowTest {

    @Test
    void theWindowStandsWhileThePortsAreStillBeingOpened() throws Exception {
        FrontThread.start();
        Platform.setImplicitExit(false);
        CountDownLatch mayOpen = new CountDownLatch(1);
        CountDownLatch opened = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        AtomicReference<String> thread = new AtomicReference<>("");

        Stage stage = FrontThread.call(() -> {
            Stage window = new Stage();
            WorkbenchWindow.show(
                    window,
                    SampleWorkbench.setting(),
                    WindowMemory.NONE,
                    () -> {
                        mayOpen.await();
                        thread.set(Thread.currentThread().getName());
                        WorkbenchPorts ports = SampleWorkbench.ports();
                        opened.countDown();
                        return ports;
                    },
                    closed::countDown);
            return window;
        });

        assertThat(stage.isShowing()).isTrue();
        assertThat(stage.getTitle()).isEqualTo("AIDG Workbench – Chicago North");
        assertThat(opened.getCount()).isEqualTo(1);
        mayOpen.countDown();
        opened.await();
        assertThat(thread.get()).startsWith("aidg-view-work-");
        FrontThread.call(() -> {
            stage.close();
            return stage;
        });
        assertThat(closed.await(10, TimeUnit.SECONDS)).isTrue();
    }
}
