package aidg.ui.shell;

import static aidg.ui.control.Style.BAD;
import static aidg.ui.control.Style.CONTENT;
import static aidg.ui.control.Style.DETAIL;
import static aidg.ui.control.Style.GOOD;
import static aidg.ui.control.Style.MUTED;

import aidg.ui.control.Parts;
import aidg.ui.task.LongTask;
import aidg.ui.task.TaskState;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// One task: how it stands in words and as a bar, and the way out of it.
final class TaskRow extends HBox {

    private final TasksViewModel model;
    private final LongTask task;
    private final StackPane mark = new StackPane();
    private final Label title = Parts.wrapping("", CONTENT);
    private final ProgressBar bar = new ProgressBar();
    private final Label detail = Parts.wrapping("", DETAIL, MUTED);
    private final Button cancel;
    private final Button again;

    TaskRow(TasksViewModel model, LongTask task) {
        this.model = model;
        this.task = task;
        getStyleClass().add("list-panel-row");
        mark.getStyleClass().add("list-panel-mark");
        bar.setMaxWidth(Double.MAX_VALUE);
        cancel = Parts.button("Cancel", List.of(), task::cancel, "small");
        Parts.doing("Cancel running task", cancel);
        cancel.setAccessibleText("Cancel " + task.words());
        again = Parts.button("Try again", List.of(), task::tryAgain, "small");
        again.setAccessibleText("Try again: " + task.words());
        VBox words = Parts.column("gap-4", title, bar, detail);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(mark, words, cancel, again);
        task.stateProperty().subscribe(now -> show());
        task.repeatableProperty().subscribe(now -> show());
    }

    /// Writes what there is to know now.
    void show() {
        boolean running = task.isRunning();
        title.setText(model.title(task));
        detail.setText(model.detail(task));
        bar.setAccessibleText(task.words());
        put(bar, running);
        put(cancel, running);
        put(again, task.repeatableProperty().get());
        mark.getChildren()
                .setAll(
                        switch (task.stateProperty().get()) {
                            case TaskState.Running(var now) -> {
                                bar.setProgress(now.fraction());
                                yield Parts.icon(Feather.LOADER, "icon-16", "accent");
                            }
                            case TaskState.Done ignored -> Parts.icon(Feather.CHECK_CIRCLE, "icon-16", GOOD);
                            case TaskState.Cancelled ignored -> Parts.icon(Feather.SLASH, "icon-16", MUTED);
                            case TaskState.Failed ignored -> Parts.icon(Feather.ALERT_TRIANGLE, "icon-16", BAD);
                        });
    }

    private static void put(Node node, boolean there) {
        node.setVisible(there);
        node.setManaged(there);
    }
}
