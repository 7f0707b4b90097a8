package aidg.ui.shell;

import static aidg.ui.control.Style.BAD;
import static aidg.ui.control.Style.CONTENT;
import static aidg.ui.control.Style.DETAIL;
import static aidg.ui.control.Style.GOOD;
import static aidg.ui.control.Style.MUTED;

import aidg.ui.control.Parts;
import aidg.ui.control.StatePane;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// What was told since the window opened, in a floating list.
final class NotificationPanel {

    private final NotificationsViewModel model;
    private final LastDecision undo;
    private final ListPanel panel;

    NotificationPanel(NotificationsViewModel model, LastDecision undo, Runnable onClose) {
        this.model = model;
        this.undo = undo;
        StatePane none = new StatePane(
                Feather.BELL,
                MUTED,
                "Nothing has happened yet",
                "Decisions, files written and problems are kept here.");
        panel = new ListPanel("Notifications", none, onClose);
        panel.getStyleClass().add("notification-panel");
        model.told().addListener((ListChangeListener<Told>) change -> list());
        undo.depth().subscribe(now -> list());
    }

    ListPanel node() {
        return panel;
    }

    void open() {
        list();
        model.markRead();
        panel.focusClose();
    }

    private void list() {
        panel.list(model.told().stream().map(this::row).toList());
        if (panel.isVisible()) {
            panel.focusClose();
            model.markRead();
        }
    }

    private Node row(Told told) {
        boolean problem = told.notice().isProblem();
        StackPane mark = new StackPane(
                problem
                        ? Parts.icon(Feather.ALERT_TRIANGLE, "icon-16", BAD)
                        : Parts.icon(Feather.CHECK, "icon-16", GOOD));
        mark.getStyleClass().add("list-panel-mark");
        VBox words = Parts.column("gap-4", Parts.wrapping(told.notice().words(), CONTENT));
        told.notice().next().ifPresent(next -> words.getChildren().add(Parts.wrapping(next, DETAIL, MUTED)));
        words.getChildren().add(Parts.whole(model.when(told), DETAIL, MUTED));
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = new HBox(mark, words);
        if (model.canUndo(told)) {
            row.getChildren().add(Parts.button("Undo", List.of("Z"), undo.takeBack(), "small"));
        }
        row.getStyleClass().add("list-panel-row");
        return row;
    }
}
