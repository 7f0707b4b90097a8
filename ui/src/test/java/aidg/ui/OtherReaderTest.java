package aidg.ui;

import static org.assertj.core.api.Assertions.assertThat;

import aidg.engine.domain.Progress;
import aidg.engine.review.CalibrationMirror;
import aidg.ui.mirror.MirrorDesk;
import aidg.ui.page.Destination;
import aidg.ui.sample.SampleDesks;
import aidg.ui.sample.SampleMirrorDesk;
import aidg.ui.sample.SampleReviewDesk;
import aidg.ui.sample.SampleWorkbench;
import aidg.ui.shell.Frame;
import aidg.ui.task.Background;
import aidg.ui.task.FrontThread;
import aidg.ui.theme.Appearance;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Somebody else sits down at the same window.
class OtherReaderTest {

    private final Deque<Runnable> workers = new ArrayDeque<>();
    private final SampleReviewDesk review = new SampleReviewDesk();
    private final AskedMirror mirror = new AskedMirror();

    @BeforeAll
    static void start() {
        FrontThread.start();
    }

    /// Counts how often a record was read.
    private static final class AskedMirror implements MirrorDesk {

        private final MirrorDesk sample = new SampleMirrorDesk();
        private int asked;

        @Override
        public List<String> managers(Progress progress) throws Exception {
            asked++;
            return sample.managers(progress);
        }

        @Override
        public Optional<String> chosen() throws Exception {
            return sample.chosen();
        }

        @Override
        public void choose(String managerId) throws Exception {
            sample.choose(managerId);
        }

        @Override
        public CalibrationMirror record(String managerId) throws Exception {
            return sample.record(managerId);
        }
    }

    @Test
    void nothingOfTheOneBeforeCanBeTakenBackFromThatMoment() throws Exception {
        FrontThread.call(() -> {
            Frame frame = frame();
            Scenes.run(frame, "Approve");
            runAll();
            assertThat(frame.review().canUndo().get()).isTrue();
            sitDown(frame);

            workers.remove().run(); // the name is kept; the queue has not been read again

            assertThat(frame.review().canUndo().get()).isFalse();
            frame.go(Destination.Review.QUEUE);
            Scenes.run(frame, "Undo last decision");
            runAll();
            return true;
        });

        assertThat(review.log()).hasSize(1);
    }

    @Test
    void theRecordIsReadAnew() throws Exception {
        FrontThread.call(() -> {
            Frame frame = frame();
            frame.go(new Destination.Mirror());
            runAll();
            sitDown(frame);
            runAll();
            frame.go(new Destination.Mirror());
            runAll();
            return true;
        });

        assertThat(mirror.asked).isEqualTo(2);
    }

    private void sitDown(Frame frame) {
        frame.go(new Destination.SecondReading());
        runAll();
        Scenes.settle(frame);
        ((TextInputControl) frame.lookup("#reader")).setText("Cleo");
        Scenes.run(frame, "Read under this name");
    }

    private Frame frame() {
        Frame frame = new Frame(
                SampleWorkbench.setting(),
                new SampleDesks().with(review).with(mirror).ports(),
                Background.on(workers::add, Runnable::run, InstantSource.system()),
                Appearance.ofSystem());
        Scene scene = new Scene(frame, 1280, 800);
        assertThat(scene.getRoot()).isSameAs(frame);
        frame.load();
        runAll();
        return frame;
    }

    private void runAll() {
        while (!workers.isEmpty()) {
            workers.remove().run();
        }
    }
}
