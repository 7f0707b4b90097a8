package aidg.ui.shell;

import aidg.ui.control.Parts;
import aidg.ui.task.Activity;
import aidg.ui.task.LongTask;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Local time, workspace, model, the review session, and the work under way, which opens the list of tasks.
final class StatusBar extends HBox {

    private final TasksViewModel tasks;
    private final Button activity = new Button();
    private final ProgressBar progress = new ProgressBar(0);
    private final FontIcon idle = Parts.icon(Feather.ACTIVITY, "icon-14");

    StatusBar(String workspace, StatusViewModel status, SessionChip session, TasksViewModel tasks, Runnable openTasks) {
        this.tasks = tasks;
        getStyleClass().add("status-bar");
        Label time = Parts.whole("");
        time.textProperty().bind(status.timeProperty());
        Tooltip utc = new Tooltip();
        utc.textProperty().bind(status.utcProperty());
        time.setTooltip(utc);
        Label model = Parts.whole("");
        status.engineProperty().subscribe(now -> {
            String hash = now.map(EngineStatus::modelHash).orElse("");
            model.setText(hash.isEmpty() ? "No model yet" : "Model " + hash.substring(0, Math.min(8, hash.length())));
            model.setTooltip(new Tooltip(hash.isEmpty() ? "The model is being read" : hash));
        });
        activity.getStyleClass().addAll("bare", "status-task");
        Parts.doing("Tasks", activity);
        activity.setContentDisplay(ContentDisplay.RIGHT);
        activity.setMinWidth(USE_PREF_SIZE);
        activity.setTooltip(new Tooltip("Tasks (Ctrl T)"));
        activity.setOnAction(pressed -> openTasks.run());
        getChildren().addAll(time, Parts.label("Workspace " + workspace), model, Parts.spring(), session, activity);
        tasks.tasks().addListener((ListChangeListener<LongTask>) change -> show());
        show();
    }

    private void show() {
        Optional<Activity> now = tasks.activityProperty().get();
        String words = tasks.summary();
        activity.setText(words);
        activity.setAccessibleText(now.isPresent() ? "Tasks, keys Ctrl T: " + words : "Tasks, keys Ctrl T");
        activity.setGraphic(now.isPresent() ? progress : idle);
        progress.setProgress(now.map(Activity::fraction).orElse(0.0));
        progress.setAccessibleText("Background work");
    }
}
