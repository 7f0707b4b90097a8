package aidg.ui.shell;

import aidg.ui.control.Parts;
import aidg.ui.task.Activity;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/// Local time, workspace, model, and the work under way.
final class StatusBar extends HBox {

    private final StatusViewModel status;
    private final Label activity = Parts.whole("");
    private final ProgressBar progress = new ProgressBar(0);

    StatusBar(String workspace, StatusViewModel status) {
        this.status = status;
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
        progress.setAccessibleText("Background work");
        getChildren().addAll(time, Parts.label("Workspace " + workspace), model, Parts.spring(), activity, progress);
        status.activityProperty().subscribe(this::show);
    }

    private void show(Optional<Activity> now) {
        activity.setText(now.map(status::words).orElse(""));
        progress.setVisible(now.isPresent());
        progress.setProgress(now.map(Activity::fraction).orElse(0.0));
    }
}
