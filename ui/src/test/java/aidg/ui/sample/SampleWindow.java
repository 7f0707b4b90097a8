package aidg.ui.sample;

import aidg.ui.shell.Frame;
import aidg.ui.shell.WorkbenchPorts;
import aidg.ui.task.Background;
import aidg.ui.theme.Appearance;
import aidg.ui.theme.Theme;
import java.time.InstantSource;
import javafx.scene.Scene;
import javafx.stage.Stage;

/// The workbench in light colours, 800 high, doing all its work on the calling thread.
public final class SampleWindow {

    /// How wide it is where that does not matter.
    public static final int WIDTH = 1280;

    private static final int HEIGHT = 800;

    private SampleWindow() {}

    /// Opens it in the corner of the screen and reads the queue.
    public static Frame open(Stage stage, WorkbenchPorts ports, int width) {
        Frame frame = frame(ports, width);
        stage.setX(0);
        stage.setY(0);
        stage.setScene(frame.getScene());
        stage.show();
        frame.load();
        return frame;
    }

    /// One in a scene that nobody sees, and that has read nothing yet.
    public static Frame frame(WorkbenchPorts ports, int width) {
        Theme.loadTypeface();
        Appearance appearance = Appearance.of(Theme.LIGHT);
        Frame frame = new Frame(
                SampleWorkbench.setting(), ports, Background.onCallingThread(InstantSource.system()), appearance);
        appearance.dress(new Scene(frame, width, HEIGHT));
        return frame;
    }
}
