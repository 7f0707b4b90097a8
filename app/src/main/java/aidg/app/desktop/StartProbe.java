package aidg.app.desktop;

import aidg.app.AppFiles;
import aidg.app.PeakMemory;
import aidg.app.Session;
import aidg.engine.domain.Progress;
import aidg.ui.WorkbenchWindow;
import aidg.ui.review.TodaysQueue;
import aidg.ui.shell.WindowMemory;
import aidg.ui.shell.WorkbenchPorts;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;

/// A process that starts the desktop without a screen, prints when it reached its first frame, its first queue and
/// its first explanation, in milliseconds since the process began, and ends. `workbench bench start` runs it.
public final class StartProbe {

    private static final long SECONDS_TO_DRAW = 60;

    /// In place of a workspace: an empty window, the floor.
    public static final String BARE = "bare";

    /// Milestone: milliseconds to the first frame.
    public static final String FRAME = "frame";

    /// Milestone: milliseconds to the queue, scored and ranked.
    public static final String QUEUE = "queue";

    /// Milestone: milliseconds to the first explanation, for which the networks are loaded.
    public static final String EXPLAINED = "explained";

    /// Most memory held, in megabytes; 0 where the system does not tell.
    public static final String RESIDENT = "residentMb";

    private StartProbe() {}

    public static void main(String[] arguments) throws Exception {
        Headless.choose();
        if (arguments[0].equals(BARE)) {
            Platform.startup(StartProbe::emptyWindow);
        } else {
            whole(Path.of(arguments[0]));
        }
    }

    private static void emptyWindow() {
        Stage stage = new Stage();
        stage.setScene(new Scene(new Pane(), 1440, 900));
        stage.show();
        onFrame(() -> System.exit(0));
    }

    /// Ends with the process when both milestones are reached, or when the workspace does not open.
    private static void whole(Path workspace) throws Exception {
        AppFiles files = AppFiles.of(System.getenv());
        Clock clock = Clock.system(ZoneId.systemDefault());
        char[] passphrase = System.getenv().getOrDefault("AIDG_PASSPHRASE", "").toCharArray();
        CountDownLatch drawn = new CountDownLatch(1);
        Callable<WorkbenchPorts> early =
                Desktop.early(() -> Session.open(files, workspace, passphrase, clock), clock, opened -> {});
        WorkbenchWindow.start(Desktop.setting("Start", clock), WindowMemory.NONE, () -> open(early, drawn), () -> {});
        Platform.runLater(() -> onFrame(drawn::countDown));
    }

    private static WorkbenchPorts open(Callable<WorkbenchPorts> early, CountDownLatch drawn) throws Exception {
        try {
            WorkbenchPorts ports = early.call();
            TodaysQueue queue = ports.review().queue(Progress.SILENT);
            say(QUEUE);
            if (!queue.items().isEmpty()) {
                ports.review().explain(queue.items().getFirst());
                say(EXPLAINED);
            }
            System.out.println(RESIDENT + " " + PeakMemory.megabytes());
            if (!drawn.await(SECONDS_TO_DRAW, TimeUnit.SECONDS)) {
                throw new IllegalStateException("no frame was drawn");
            }
            System.out.flush();
            System.exit(0);
            return ports;
        } catch (Exception | LinkageError e) {
            System.err.println(e.getMessage());
            System.exit(1);
            throw e;
        }
    }

    /// Reports the first frame that is drawn after this one.
    private static void onFrame(Runnable then) {
        new AnimationTimer() {
            private int frames;

            @Override
            public void handle(long now) {
                if (++frames == 2) {
                    stop();
                    say(FRAME);
                    then.run();
                }
            }
        }.start();
    }

    static void say(String milestone) {
        long began = ProcessHandle.current().info().startInstant().orElseThrow().toEpochMilli();
        System.out.println(milestone + " " + (System.currentTimeMillis() - began));
        System.out.flush();
    }
}
