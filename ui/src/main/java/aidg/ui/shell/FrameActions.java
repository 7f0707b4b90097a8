package aidg.ui.shell;

import aidg.ui.page.Action;
import aidg.ui.page.Action.Group;
import aidg.ui.page.Shortcut;
import aidg.ui.theme.Appearance;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.kordamp.ikonli.feather.Feather;

/// What the frame itself can do, in every view.
final class FrameActions {

    private FrameActions() {}

    static List<Action> of(Overlays floating, TasksViewModel tasks, Appearance appearance) {
        return List.of(
                always(
                        "Search or run a command",
                        "",
                        Feather.SEARCH,
                        Shortcut.control(KeyCode.K),
                        floating::openPalette),
                always(
                        "Tasks",
                        "what runs and what ran",
                        Feather.ACTIVITY,
                        Shortcut.control(KeyCode.T),
                        floating::openTasks),
                new Action(
                        "Cancel running task",
                        "the newest",
                        Group.WORKBENCH,
                        Feather.X,
                        Optional.empty(),
                        tasks.runningProperty().greaterThan(0),
                        tasks::cancelNewest),
                always(
                        "Notifications",
                        "what was told",
                        Feather.BELL,
                        Shortcut.control(KeyCode.B),
                        floating::openNotifications),
                always("Light or dark", "", Feather.MOON, Shortcut.control(KeyCode.L), appearance::toggle),
                always("Larger", "", Feather.ZOOM_IN, Shortcut.controlPlus(), appearance::zoomIn),
                always("Smaller", "", Feather.ZOOM_OUT, Shortcut.controlMinus(), appearance::zoomOut),
                always(
                        "Natural size",
                        "",
                        Feather.MAXIMIZE,
                        Shortcut.control(KeyCode.DIGIT0),
                        appearance::zoomToNaturalSize),
                always("All keys", "", Feather.HELP_CIRCLE, Shortcut.questionMark(), floating::openKeys),
                always(
                        "Show me around",
                        "in three steps",
                        Feather.COMPASS,
                        Shortcut.of(KeyCode.F1),
                        floating::startTour));
    }

    private static Action always(String words, String context, Feather icon, Shortcut keys, Runnable run) {
        return Action.always(words, context, Group.WORKBENCH, icon, Optional.of(keys), run);
    }
}
