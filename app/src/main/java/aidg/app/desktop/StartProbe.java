package aidg.app.desktop;

import aidg.app.AppFiles;
import aidg.app.Session;
import aidg.ui.WorkbenchWindow;
import aidg.ui.shell.WorkbenchPorts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;

/// A process that starts the desktop without a screen, prints when it reached its first frame and its first queue, in
/// milliseconds since the process began, and ends. `workbench bench start` runs it.
public final class StartProbe {

    /// In place of a workspace: an empty window, the floor.
    public static final String BARE = "bare";

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

    private static void whole(Path workspace) throws Exception {
        AppFiles files = AppFiles.of(System.getenv());
        Clock clock = Clock.systemDefaultZone();
        WorkbenchWindow.start(
                Desktop.setting("Start", clock),
                () -> {
                    Session session = Session.open(files, workspace, new char[0], clock);
                    LiveEngine live = new LiveEngine(session);
                    SessionReviewDesk desk = new SessionReviewDesk(session, live, clock);
                    desk.queue();
                    say("queue");
                    System.out.println("residentMb " + residentMb());
                    System.exit(0);
                    return new WorkbenchPorts(desk, new SessionDataDesk(session, live), () -> Desktop.status(live.get()));
                },
                () -> {});
        Platform.runLater(() -> onFrame(() -> {}));
    }

    /// Reports the first frame that is drawn after this one.
    private static void onFrame(Runnable then) {
        new AnimationTimer() {
            private int frames;

            @Override
            public void handle(long now) {
                if (++frames == 2) {
                    stop();
                    say("frame");
                    then.run();
                }
            }
        }.start();
    }

    private static void say(String milestone) {
        long began = ProcessHandle.current()
                .info()
                .startInstant()
                .orElseThrow()
                .toEpochMilli();
        System.out.println(milestone + " " + (System.currentTimeMillis() - began));
        System.out.flush();
    }

    /// Most memory held so far, in megabytes; 0 where the system does not tell.
    private static double residentMb() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }
}
