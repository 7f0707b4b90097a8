package aidg.app.desktop;

import aidg.app.AppFiles;
import aidg.app.Session;
import aidg.ui.page.Destination;
import aidg.ui.shell.WorkbenchPorts;
import aidg.ui.task.FrontThread;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// A process that leaves a review half done and is gone without a goodbye, or one that comes back to it and prints when
/// everything stood again: the selection, the filter and the override half written. `workbench bench queue` runs both.
public final class ReopenProbe {

    /// First argument after the workspace: leave a review half done.
    public static final String LEAVE = "leave";

    /// Come back to it; the proposal that was selected follows.
    public static final String COME_BACK = "come-back";

    /// What `LEAVE` prints before the proposal that it selected.
    public static final String SELECTED = "selected";

    /// Milestone: milliseconds since the process began until everything stood again.
    public static final String RESTORED = "restored";

    private static final String FILTER = "gp30>0";
    private static final String COMMENT = "Half written when the power went";
    private static final long TO_KEEP_MS = 2000;
    private static final int ROW = 7;
    private static final long LONGEST_S = 60;

    private ReopenProbe() {}

    public static void main(String[] arguments) {
        try {
            AppFiles files = AppFiles.of(System.getenv());
            Clock clock = Clock.system(ZoneId.systemDefault());
            char[] passphrase =
                    System.getenv().getOrDefault("AIDG_PASSPHRASE", "").toCharArray();
            Callable<WorkbenchPorts> early = Desktop.early(
                    () -> Session.open(files, Path.of(arguments[0]), passphrase, clock), clock, opened -> {});
            DrivenWindow window = DrivenWindow.open(Desktop.setting("Start", clock), early);
            if (arguments[1].equals(LEAVE)) {
                leave(window);
            } else {
                comeBack(window, arguments[2]);
            }
        } catch (Exception | LinkageError e) {
            giveUp(String.valueOf(e.getMessage()));
        }
    }

    private static void giveUp(String words) {
        System.err.println(words);
        Runtime.getRuntime().halt(1);
    }

    private static void leave(DrivenWindow window) throws Exception {
        window.await(() -> window.has(".queue-list") && selected(window).isPresent());
        int all = FrontThread.call(() -> queue(window));
        FrontThread.call(() -> {
            window.node("#queue-filter", TextField.class).setText(FILTER);
            return true;
        });
        Thread.sleep(TO_KEEP_MS);
        String id = FrontThread.call(() -> {
            var rows = window.frame().review().selection().queue();
            String wanted =
                    rows.get(Math.min(ROW, rows.size() - 1)).scored().proposal().id();
            window.frame().go(new Destination.Review(Optional.of(wanted)));
            window.act("Override");
            Event.fireEvent(window.node(".draft-panel", Node.class), key());
            window.node("#override-comment", TextField.class).setText(COMMENT);
            return wanted;
        });
        Thread.sleep(TO_KEEP_MS);
        if (all == 0) {
            throw new IllegalStateException("no proposal awaits review");
        }
        System.out.println(SELECTED + " " + id);
        System.out.flush();
        Runtime.getRuntime().halt(0);
    }

    private static KeyEvent key() {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.DIGIT2, false, false, false, false);
    }

    private static int queue(DrivenWindow window) {
        return window.frame().review().selection().queue().size();
    }

    private static Optional<String> selected(DrivenWindow window) {
        return window.frame()
                .review()
                .selection()
                .now()
                .get()
                .map(item -> item.scored().proposal().id());
    }

    private static void comeBack(DrivenWindow window, String id) throws Exception {
        FrontThread.call(() -> {
            new Watch(window, id).start();
            return true;
        });
    }

    /// Looks at every frame whether all is there again.
    private static final class Watch extends AnimationTimer {

        private final DrivenWindow window;
        private final String id;
        private final long began = System.nanoTime();
        private int frames;

        Watch(DrivenWindow window, String id) {
            this.window = window;
            this.id = id;
        }

        @Override
        public void handle(long now) {
            if (++frames == 2) {
                StartProbe.say(StartProbe.FRAME);
            }
            if (System.nanoTime() - began > TimeUnit.SECONDS.toNanos(LONGEST_S)) {
                giveUp("selected %s, filter '%s', comment '%s'"
                        .formatted(selected(window), text("#queue-filter"), text("#override-comment")));
            }
            if (frames >= 2 && stands()) {
                StartProbe.say(RESTORED);
                Runtime.getRuntime().halt(0);
            }
        }

        private boolean stands() {
            return selected(window).equals(Optional.of(id))
                    && text("#queue-filter").equals(FILTER)
                    && text("#override-comment").equals(COMMENT);
        }

        private String text(String selector) {
            return window.has(selector) ? window.node(selector, TextField.class).getText() : "";
        }
    }
}
