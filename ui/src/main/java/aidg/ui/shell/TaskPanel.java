package aidg.ui.shell;

import static aidg.ui.control.Style.MUTED;

import aidg.ui.control.StatePane;
import aidg.ui.task.LongTask;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.collections.ListChangeListener;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/// Everything long that runs or ran lately, in a floating list. Rows stay the same nodes while they change, so the
/// keyboard stays where it is.
final class TaskPanel {

    private static final Duration LOOK_AT_CLOCK = Duration.seconds(1);

    private final TasksViewModel model;
    private final ListPanel panel;
    private final Map<LongTask, TaskRow> rows = new WeakHashMap<>();
    private final Timeline clock;

    TaskPanel(TasksViewModel model, Runnable onClose) {
        this.model = model;
        StatePane none = new StatePane(
                Feather.CHECK_CIRCLE,
                MUTED,
                "Nothing runs",
                "Whatever takes longer than a moment shows up here: imports, rules, prototypes. You can keep working.");
        panel = new ListPanel("Tasks", none, onClose);
        panel.getStyleClass().add("task-panel");
        model.tasks().addListener((ListChangeListener<LongTask>) this::changed);
        clock = new Timeline(new KeyFrame(LOOK_AT_CLOCK, now -> current().forEach(TaskRow::show)));
        clock.setCycleCount(Animation.INDEFINITE);
        panel.visibleProperty().subscribe(shown -> {
            if (shown) {
                clock.play();
            } else {
                clock.stop();
            }
        });
        list();
    }

    ListPanel node() {
        return panel;
    }

    void open() {
        current().forEach(TaskRow::show);
        panel.focusClose();
    }

    private void changed(ListChangeListener.Change<? extends LongTask> change) {
        while (change.next()) {
            if (!change.wasUpdated()) {
                list();
            }
        }
    }

    private void list() {
        panel.list(current());
    }

    private List<TaskRow> current() {
        return model.tasks().stream()
                .map(task -> rows.computeIfAbsent(task, one -> new TaskRow(model, one)))
                .toList();
    }
}
