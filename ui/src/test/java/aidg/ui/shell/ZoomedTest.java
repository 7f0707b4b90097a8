package aidg.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import aidg.ui.task.FrontThread;
import aidg.ui.theme.Appearance;
import aidg.ui.theme.Theme;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ZoomedTest {

    @BeforeAll
    static void start() {
        FrontThread.start();
    }

    @Test
    void zoomGoesFromFourFifthsToTwiceInSteps() {
        Appearance appearance = Appearance.of(Theme.LIGHT);
        List<Double> larger = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            appearance.zoomIn();
            larger.add(appearance.zoomProperty().get());
        }
        assertThat(larger).containsExactly(1.1, 1.25, 1.5, 1.75, 2.0, 2.0, 2.0);
        appearance.zoomToNaturalSize();
        for (int i = 0; i < 4; i++) {
            appearance.zoomOut();
        }
        assertThat(appearance.zoomProperty().get()).isEqualTo(0.8);
    }

    @Test
    void theFrameFillsTheWindowInItsOwnMeasure() throws Exception {
        Appearance appearance = Appearance.of(Theme.LIGHT);
        Pane frame = laidOut(appearance, appearance::zoomOut);
        assertThat(frame.getWidth()).isEqualTo(1440 / 0.9);
        assertThat(frame.getHeight()).isEqualTo(900 / 0.9);
        assertThat(frame.getBoundsInParent().getWidth()).isEqualTo(1440);
    }

    @Test
    void aFrameTooLargeForTheWindowKeepsItsLeastSizeAndCanBeScrolled() throws Exception {
        Appearance appearance = Appearance.of(Theme.LIGHT);
        Pane frame = laidOut(appearance, () -> {
            for (int i = 0; i < 5; i++) {
                appearance.zoomIn();
            }
        });
        assertThat(frame.getWidth()).isEqualTo(1240);
        assertThat(frame.getBoundsInParent().getWidth()).isEqualTo(2480);
    }

    private static Pane laidOut(Appearance appearance, Runnable change) throws Exception {
        return FrontThread.call(() -> {
            Pane frame = new Pane();
            Zoomed zoomed = new Zoomed(frame, appearance.zoomProperty());
            Scene scene = new Scene(zoomed, 1440, 900);
            appearance.dress(scene);
            change.run();
            zoomed.applyCss();
            zoomed.layout();
            return frame;
        });
    }
}
