package aidg.ui;

import static org.assertj.core.api.Assertions.assertThat;

import aidg.ui.page.Destination;
import aidg.ui.sample.SampleDesks;
import aidg.ui.sample.SampleSessionDesk;
import aidg.ui.shell.Frame;
import aidg.ui.task.FrontThread;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The open session as the frame keeps and shows it.
class SessionHeartbeatTest {

    @BeforeAll
    static void start() {
        FrontThread.start();
    }

    private static Frame frame(SampleSessionDesk desk) {
        return Scenes.frame(new SampleDesks().with(desk).ports(), frame -> {});
    }

    @Test
    void theSignOfLifeIsRenewedWithinFiveSecondsWhileTheWindowIsOpen() throws Exception {
        assertThat(Frame.LOOK_AT_CLOCK.toSeconds()).isLessThan(5);
        SampleSessionDesk desk = new SampleSessionDesk();
        CountDownLatch beaten = new CountDownLatch(1);
        desk.setOnBeat(beaten::countDown);
        Frame frame = FrontThread.call(() -> frame(desk));
        assertThat(desk.beats()).isZero();
        FrontThread.call(() -> {
            frame.startClock();
            return true;
        });
        try {
            assertThat(beaten.await(1, TimeUnit.MINUTES)).isTrue();
        } finally {
            FrontThread.call(() -> {
                frame.stopClock();
                return true;
            });
        }
    }

    @Test
    void theStatusBarTellsOfTheSessionAndLeadsToIt() throws Exception {
        String words = FrontThread.call(() -> {
            Frame frame = frame(new SampleSessionDesk());
            Button chip = (Button) Scenes.visible(
                            frame,
                            node -> node instanceof Button button
                                    && button.getText().startsWith("Session 47"))
                    .getFirst();
            chip.fire();
            Scenes.settle(frame);
            return Scenes.visible(
                            frame,
                            node -> node instanceof Labeled
                                    && node.getStyleClass().contains("figure"))
                    .stream()
                    .map(node -> ((Labeled) node).getText())
                    .findFirst()
                    .orElse("");
        });

        assertThat(words).isEqualTo("47 min worked, 13 decided, running");
    }

    @Test
    void theClockIsPausedFromAnyViewWithoutLeavingIt() throws Exception {
        boolean stayed = FrontThread.call(() -> {
            Frame frame = frame(new SampleSessionDesk());
            frame.go(new Destination.Data());
            Scenes.run(frame, "Pause session");
            Scenes.settle(frame);
            return Scenes.visible(frame, SessionHeartbeatTest::tellsOfPause).size() == 1
                    && Scenes.visible(frame, node -> "session-lines".equals(node.getId()))
                            .isEmpty();
        });

        assertThat(stayed).isTrue();
    }

    private static boolean tellsOfPause(Node node) {
        return node instanceof Button button && button.getText().equals("Session paused at 47 min, 13 decided");
    }
}
