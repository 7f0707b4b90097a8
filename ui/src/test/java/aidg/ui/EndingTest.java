package aidg.ui;

import static org.assertj.core.api.Assertions.assertThat;

import aidg.engine.review.Decision;
import aidg.ui.sample.SampleDesks;
import aidg.ui.sample.SampleReviewDesk;
import aidg.ui.sample.SampleWorkbench;
import aidg.ui.shell.Frame;
import aidg.ui.task.Background;
import aidg.ui.task.FrontThread;
import aidg.ui.theme.Appearance;
import aidg.ui.theme.Theme;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What becomes of work that is under way when the window is closed.
class EndingTest {

    private final Deque<Runnable> workers = new ArrayDeque<>();
    private final Deque<Runnable> late = new ArrayDeque<>();
    private final Background background = Background.on(workers::add, Runnable::run, InstantSource.system());
    private final SampleReviewDesk desk = new SampleReviewDesk();
    private final List<String> happened = new ArrayList<>();

    @BeforeAll
    static void start() {
        FrontThread.start();
    }

    @Test
    void decisionsStillInLineAreWrittenBeforeTheProgramEnds() throws Exception {
        FrontThread.call(() -> {
            Frame frame = frame();
            Scenes.run(frame, "Approve");
            Scenes.run(frame, "Approve");
            assertThat(desk.log()).isEmpty();

            end();
            assertThat(happened).isEmpty();
            runAll(workers);
            runAll(late);
            return true;
        });

        assertThat(desk.log()).extracting(Decision::dealId).containsExactly("P-20418", "P-20419");
        assertThat(happened).containsExactly("closed");
    }

    @Test
    void theLastStateOfAHalfWrittenOverrideIsKept() throws Exception {
        List<String> kept = FrontThread.call(() -> {
            List<String> found = new ArrayList<>();
            Frame frame = frame();
            Scenes.run(frame, "Override");
            for (String words : List.of("The", "The owner", "The owner is away")) {
                ((TextInputControl) frame.lookup("#override-comment")).setText(words);
            }
            Ending.of(background, () -> found.addAll(desk.state().values()), late::add);
            runAll(workers);
            return found;
        });

        assertThat(kept).contains("The owner is away");
    }

    @Test
    void aDiskThatHangsDoesNotKeepTheProgram() {
        background.line().run(() -> true, done -> happened.add("written"), failed -> {});

        end();
        assertThat(happened).isEmpty();
        runAll(late);
        assertThat(happened).containsExactly("closed");
        runAll(workers);

        assertThat(happened).containsExactly("closed", "written");
    }

    private void end() {
        Ending.of(background, () -> happened.add("closed"), late::add);
    }

    private Frame frame() {
        Theme.loadTypeface();
        Appearance appearance = Appearance.of(Theme.LIGHT);
        Frame frame = new Frame(
                SampleWorkbench.setting(), new SampleDesks().with(desk).ports(), background, appearance);
        appearance.dress(new Scene(frame, 1280, 800));
        frame.load();
        runAll(workers);
        Scenes.settle(frame);
        return frame;
    }

    private static void runAll(Deque<Runnable> waiting) {
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
    }
}
