package aidg.ui;

import aidg.ui.shell.Frame;
import aidg.ui.shell.WindowKeeper;
import aidg.ui.shell.WindowMemory;
import aidg.ui.shell.WorkbenchPorts;
import aidg.ui.shell.WorkbenchSetting;
import aidg.ui.shell.Zoomed;
import aidg.ui.shell.opening.OpeningPorts;
import aidg.ui.task.Background;
import aidg.ui.task.FrontThread;
import aidg.ui.theme.Appearance;
import aidg.ui.theme.Theme;
import java.util.concurrent.Callable;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

/// The workbench in a window of its own.
public final class WorkbenchWindow {

    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;
    private static final double LEAST_WIDTH = 1280;
    private static final double LEAST_HEIGHT = 800;

    private WorkbenchWindow() {}

    /// Starts JavaFX, shows the window and returns; the program runs until the window is closed. The window stands
    /// before the ports are opened: that happens in the background, and its failure is shown with what to do.
    ///
    /// @param opening opens workspace, data and model; called once, on a background thread
    /// @param memory  how the window last stood, and where that is kept
    /// @param closing called on the window's thread after the window has been closed and all is kept
    public static void start(
            WorkbenchSetting setting, WindowMemory memory, Callable<WorkbenchPorts> opening, Runnable closing)
            throws Exception {
        FrontThread.start();
        // JavaFX would end with the window, before the last of what is kept is written.
        Platform.setImplicitExit(false);
        FrontThread.call(() -> {
            show(new Stage(), setting, memory, opening, closing);
            return true;
        });
    }

    /// The same in a stage that exists. To be called on the window's thread.
    public static Frame show(
            Stage stage,
            WorkbenchSetting setting,
            WindowMemory memory,
            Callable<WorkbenchPorts> opening,
            Runnable closing) {
        Theme.loadTypeface();
        Background background = Background.onThreads(setting.clock());
        Appearance appearance = Appearance.ofSystem();
        Frame frame = new Frame(setting, OpeningPorts.of(opening), background, appearance);
        Scene scene = new Scene(new Zoomed(frame, appearance.zoomProperty()), WIDTH, HEIGHT);
        appearance.dress(scene);
        stage.setScene(scene);
        stage.setTitle("AIDG Workbench – " + setting.workspace());
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        WindowKeeper keeper = WindowKeeper.restore(stage, frame, appearance, memory, background);
        stage.setOnHidden(closed -> {
            frame.stopClock();
            keeper.stop();
            Ending.of(background, closing);
        });
        stage.show();
        keeper.follow();
        frame.startClock();
        frame.load();
        frame.offerTour();
        return frame;
    }
}
