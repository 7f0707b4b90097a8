package aidg.ui;

import static org.assertj.core.api.Assertions.assertThat;

import aidg.ui.page.Destination;
import aidg.ui.sample.SampleWorkbench;
import aidg.ui.shell.Frame;
import aidg.ui.shell.WindowMemory;
import aidg.ui.shell.WindowState;
import aidg.ui.task.FrontThread;
import aidg.ui.theme.Theme;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The window comes back as it stood.
class WindowRestoreTest {

    /// The screen of a headless run is smaller, so no window is wider.
    private static final double LEAST_WIDTH = 1280;

    /// Frames until the toolkit has handed a new window's place to the window system, and heard of it.
    private static final int SETTLING_FRAMES = 10;

    /// Keeps in memory, and says who kept.
    private static final class Memory implements WindowMemory {

        private final BlockingQueue<WindowState> kept = new LinkedBlockingQueue<>();
        private final BlockingQueue<String> threads = new LinkedBlockingQueue<>();
        private Optional<WindowState> last;

        Memory(Optional<WindowState> last) {
            this.last = last;
        }

        @Override
        public Optional<WindowState> last() {
            return last;
        }

        @Override
        public void keep(WindowState state) {
            last = Optional.of(state);
            threads.add(Thread.currentThread().getName());
            kept.add(state);
        }
    }

    private record Window(Stage stage, Frame frame, CountDownLatch closed) implements AutoCloseable {

        static Window open(WindowMemory memory) throws Exception {
            CountDownLatch closed = new CountDownLatch(1);
            Window opened = FrontThread.call(() -> {
                Stage stage = new Stage();
                Frame frame = WorkbenchWindow.show(
                        stage, SampleWorkbench.setting(), memory, SampleWorkbench::ports, closed::countDown);
                return new Window(stage, frame, closed);
            });
            settle();
            return opened;
        }

        /// The window system has its word, once, on where a new window stands.
        private static void settle() throws Exception {
            CountDownLatch frames = new CountDownLatch(SETTLING_FRAMES);
            AnimationTimer timer = new AnimationTimer() {
                @Override
                public void handle(long now) {
                    frames.countDown();
                }
            };
            Platform.runLater(timer::start);
            assertThat(frames.await(60, TimeUnit.SECONDS)).isTrue();
            Platform.runLater(timer::stop);
        }

        void doing(BiConsumer<Stage, Frame> gesture) throws Exception {
            FrontThread.call(() -> {
                gesture.accept(stage, frame);
                return true;
            });
        }

        @Override
        public void close() throws Exception {
            doing((window, content) -> window.close());
            assertThat(closed.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @BeforeAll
    static void startToolkit() {
        FrontThread.start();
        Platform.setImplicitExit(false);
    }

    private static void act(Frame frame, String words) {
        frame.actions().stream()
                .filter(action -> action.words().equals(words))
                .findFirst()
                .orElseThrow()
                .runIfEnabled();
    }

    @Test
    void whatWasArrangedIsThereAgainAfterClosing() throws Exception {
        Memory memory = new Memory(Optional.empty());
        Window first = Window.open(memory);
        first.doing((stage, frame) -> {
            stage.setX(40);
            stage.setY(30);
            stage.setWidth(LEAST_WIDTH);
            stage.setHeight(820);
            act(frame, "Larger");
            act(frame, "Light or dark");
            frame.go(new Destination.Rules());
        });
        first.close();

        WindowState state = memory.last().orElseThrow();
        assertThat(state.view()).isEqualTo("Rules");
        assertThat(state.zoom()).isEqualTo(1.1);
        assertThat(state.theme()).isPresent();
        assertThat(memory.threads).allMatch(name -> name.startsWith("aidg-view-work-"));

        try (Window again = Window.open(memory)) {
            again.doing((stage, frame) -> {
                assertThat(stage.getX()).isEqualTo(40);
                assertThat(stage.getY()).isEqualTo(30);
                assertThat(stage.getWidth()).isEqualTo(LEAST_WIDTH);
                assertThat(stage.getHeight()).isEqualTo(820);
                assertThat(frame.view()).isEqualTo("Rules");
            });
        }
        assertThat(memory.last()).contains(state);
    }

    @Test
    void withoutClosingItIsKeptToo() throws Exception {
        Memory memory = new Memory(Optional.empty());
        try (Window window = Window.open(memory)) {
            memory.kept.clear();
            window.doing((stage, frame) -> stage.setX(77));

            WindowState kept = memory.kept.poll(60, TimeUnit.SECONDS);
            assertThat(kept).isNotNull().extracting(WindowState::x).isEqualTo(77.0);
        }
    }

    @Test
    void aMaximisedWindowKeepsTheSizeItGoesBackTo() throws Exception {
        Memory memory = new Memory(Optional.of(state(50, 40, true)));
        try (Window window = Window.open(memory)) {
            window.doing((stage, frame) -> {
                assertThat(stage.isMaximized()).isTrue();
                act(frame, "Larger");
            });
        }

        WindowState kept = memory.last().orElseThrow();
        assertThat(kept.maximised()).isTrue();
        assertThat(kept.x()).isEqualTo(50);
        assertThat(kept.height()).isEqualTo(810);
    }

    @Test
    void aWindowOffAllScreensIsPutBackOnOne() throws Exception {
        try (Window window = Window.open(new Memory(Optional.of(state(90_000, 90_000, false))))) {
            window.doing((stage, frame) -> {
                assertThat(Screen.getScreensForRectangle(stage.getX(), stage.getY(), stage.getWidth(), 24))
                        .isNotEmpty();
                assertThat(stage.getX()).isLessThan(90_000);
            });
        }
    }

    private static WindowState state(double x, double y, boolean maximised) {
        return new WindowState(x, y, LEAST_WIDTH, 810, maximised, 1, Optional.of(Theme.DARK), "Review");
    }
}
