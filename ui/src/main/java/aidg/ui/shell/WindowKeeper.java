package aidg.ui.shell;

import aidg.ui.task.Background;
import aidg.ui.task.Line;
import aidg.ui.theme.Appearance;
import java.util.List;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import javafx.util.Duration;

/// Brings a window back as it stood, and keeps how it stands whenever that has changed: in the background, at most two
/// seconds later. To be used on the window's thread.
public final class WindowKeeper {

    /// A drag of the window changes it at every frame; it is written down this long after the first change.
    private static final Duration AFTER = Duration.seconds(2);

    private static final System.Logger LOG = System.getLogger(WindowKeeper.class.getName());

    private final Stage stage;
    private final Frame frame;
    private final Appearance appearance;
    private final WindowMemory memory;
    private final Line writing;
    private final PauseTransition pause = new PauseTransition(AFTER);
    private Rectangle2D natural;
    private Optional<WindowState> kept = Optional.empty();

    private WindowKeeper(Stage stage, Frame frame, Appearance appearance, WindowMemory memory, Background background) {
        this.stage = stage;
        this.frame = frame;
        this.appearance = appearance;
        this.memory = memory;
        writing = background.line();
        natural = new Rectangle2D(0, 0, stage.getMinWidth(), stage.getMinHeight());
        pause.setOnFinished(over -> {
            look();
            keep();
        });
    }

    /// Brings the window back, before it is shown.
    public static WindowKeeper restore(
            Stage stage, Frame frame, Appearance appearance, WindowMemory memory, Background background) {
        WindowKeeper keeper = new WindowKeeper(stage, frame, appearance, memory, background);
        memory.last().ifPresent(keeper::bringBack);
        return keeper;
    }

    private void bringBack(WindowState state) {
        Rectangle2D place = WindowPlace.on(
                Screen.getScreens().stream().map(Screen::getVisualBounds).toList(),
                new Rectangle2D(state.x(), state.y(), state.width(), state.height()),
                new Rectangle2D(0, 0, stage.getMinWidth(), stage.getMinHeight()));
        stage.setX(place.getMinX());
        stage.setY(place.getMinY());
        stage.setWidth(place.getWidth());
        stage.setHeight(place.getHeight());
        stage.setMaximized(state.maximised());
        natural = place;
        appearance.zoomTo(state.zoom());
        state.theme().ifPresent(appearance::choose);
        frame.goToView(state.view());
    }

    /// Follows the window from now on, once it is shown.
    public void follow() {
        look();
        kept = Optional.of(now());
        stage.addEventHandler(WindowEvent.WINDOW_HIDING, going -> look());
        List.of(stage.xProperty(), stage.yProperty(), stage.widthProperty(), stage.heightProperty())
                .forEach(figure -> figure.subscribe((before, now) -> changed()));
        stage.maximizedProperty().subscribe((before, now) -> changed());
        appearance.zoomProperty().subscribe((before, now) -> changed());
        appearance.themeProperty().subscribe((before, now) -> changed());
        frame.destinationProperty().subscribe((before, now) -> changed());
    }

    private void changed() {
        if (pause.getStatus() != Animation.Status.RUNNING) {
            pause.playFromStart();
        }
    }

    /// A maximised window has the size of the screen; what counts is the one it goes back to.
    private void look() {
        if (!stage.isMaximized() && !stage.isIconified()) {
            natural = new Rectangle2D(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight());
        }
    }

    private WindowState now() {
        return new WindowState(
                natural.getMinX(),
                natural.getMinY(),
                natural.getWidth(),
                natural.getHeight(),
                stage.isMaximized(),
                appearance.zoomProperty().get(),
                appearance.chosen(),
                frame.view());
    }

    private void keep() {
        WindowState now = now();
        if (!kept.equals(Optional.of(now))) {
            kept = Optional.of(now);
            writing.run(
                    () -> {
                        memory.keep(now);
                        return true;
                    },
                    done -> {},
                    // Nobody is troubled with it: the window is put in place by hand next time.
                    failed -> LOG.log(System.Logger.Level.WARNING, "The window's place was not kept", failed));
        }
    }

    /// The window is gone: what has changed is written next, as `Background.settle` waits for.
    public void stop() {
        pause.stop();
        keep();
    }
}
