package aidg.app.desktop;

import aidg.ui.WorkbenchWindow;
import aidg.ui.page.Action;
import aidg.ui.shell.Frame;
import aidg.ui.shell.WindowMemory;
import aidg.ui.shell.WorkbenchPorts;
import aidg.ui.shell.WorkbenchSetting;
import aidg.ui.task.FrontThread;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javafx.util.Subscription;

/// The real window without a screen, moved by a program instead of a person.
public final class DrivenWindow implements AutoCloseable {

    private static final long SECONDS_TO_WAIT = 120;
    private static final long LOOK_EVERY_MS = 2;

    private final Stage stage;
    private final Frame frame;
    private Optional<Node> drawn = Optional.empty();
    private WritableImage picture = new WritableImage(1, 1);

    private DrivenWindow(Stage stage, Frame frame) {
        this.stage = stage;
        this.frame = frame;
    }

    /// Opens it; JavaFX is started if need be.
    static DrivenWindow open(WorkbenchSetting setting, Callable<WorkbenchPorts> ports) throws Exception {
        Headless.choose();
        FrontThread.start();
        // Another window may be opened after this one.
        Platform.setImplicitExit(false);
        return FrontThread.call(() -> {
            Stage stage = new Stage();
            return new DrivenWindow(stage, WorkbenchWindow.show(stage, setting, WindowMemory.NONE, ports, () -> {}));
        });
    }

    Frame frame() {
        return frame;
    }

    /// A node by its style or id, which must be there.
    <N extends Node> N node(String selector, Class<N> kind) {
        return kind.cast(stage.getScene().lookup(selector));
    }

    boolean has(String selector) {
        return stage.getScene().lookup(selector) != null;
    }

    /// Does what the palette calls that. To be called on the window's thread.
    ///
    /// @throws IllegalStateException if it cannot be done now
    void act(String words) {
        Action action = frame.actions().stream()
                .filter(one -> one.words().equals(words))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("there is no action '%s'".formatted(words)));
        if (!action.enabled().get()) {
            throw new IllegalStateException("'%s' cannot be done now".formatted(words));
        }
        action.run().run();
    }

    /// Gestures are timed until the window is laid out, ready to be drawn, from now on.
    void untilLaidOut() {
        drawn = Optional.empty();
    }

    /// Gestures are timed until a node is drawn, too, by software, whole and on this thread. On a screen only what has
    /// changed is drawn, and beside it.
    void untilDrawn(Node node) {
        drawn = Optional.of(node);
        Bounds bounds = node.getLayoutBounds();
        picture = new WritableImage((int) Math.ceil(bounds.getWidth()), (int) Math.ceil(bounds.getHeight()));
    }

    /// To be called on the window's thread.
    private void draw() {
        Parent root = stage.getScene().getRoot();
        root.applyCss();
        root.layout();
        drawn.ifPresent(node -> node.snapshot(new SnapshotParameters(), picture));
    }

    /// Milliseconds from a gesture to the window with what followed from it at once.
    double time(Runnable gesture) throws Exception {
        return FrontThread.call(() -> {
            long start = System.nanoTime();
            gesture.run();
            draw();
            return (System.nanoTime() - start) / 1e6;
        });
    }

    /// Milliseconds from a gesture to the window with what followed from it in the background.
    ///
    /// @param sign     changes when it may have followed
    /// @param followed looked at on the window's thread
    double time(Runnable gesture, ObservableValue<?> sign, BooleanSupplier followed) throws Exception {
        CompletableFuture<Double> drawn = new CompletableFuture<>();
        long start = System.nanoTime();
        Subscription looking = FrontThread.call(() -> {
            Subscription subscribed = sign.subscribe(() -> {
                if (followed.getAsBoolean()) {
                    // What else follows from the same result comes first.
                    Platform.runLater(() -> {
                        draw();
                        drawn.complete((System.nanoTime() - start) / 1e6);
                    });
                }
            });
            gesture.run();
            return subscribed;
        });
        try {
            return drawn.get(SECONDS_TO_WAIT, TimeUnit.SECONDS);
        } finally {
            FrontThread.call(() -> {
                looking.unsubscribe();
                return true;
            });
        }
    }

    /// Waits until something holds, looked at on the window's thread.
    void await(BooleanSupplier holds) throws Exception {
        long start = System.nanoTime();
        while (!FrontThread.call(holds::getAsBoolean)) {
            if (System.nanoTime() - start > TimeUnit.SECONDS.toNanos(SECONDS_TO_WAIT)) {
                throw new TimeoutException("the window did not follow within %d s".formatted(SECONDS_TO_WAIT));
            }
            Thread.sleep(LOOK_EVERY_MS);
        }
    }

    @Override
    public void close() throws Exception {
        FrontThread.call(() -> {
            stage.close();
            return true;
        });
    }
}
