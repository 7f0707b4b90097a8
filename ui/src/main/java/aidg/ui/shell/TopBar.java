package aidg.ui.shell;

import static aidg.ui.control.Style.CONTENT;
import static aidg.ui.control.Style.DETAIL;
import static aidg.ui.control.Style.MUTED;
import static aidg.ui.control.Style.STRONG;

import aidg.ui.control.KeyHint;
import aidg.ui.control.Parts;
import aidg.ui.review.ReviewPage;
import aidg.ui.theme.Appearance;
import aidg.ui.theme.Theme;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/// Workspace, the way to every command, what computes the scores, undo and redo, and the theme.
final class TopBar extends HBox {

    private static final PseudoClass PROBLEM = PseudoClass.getPseudoClass("problem");
    private static final int MOST_COUNTED = 99;

    private final StatusViewModel status;

    TopBar(
            String workspace,
            StatusViewModel status,
            ReviewPage review,
            Appearance appearance,
            NotificationsViewModel notifications,
            Overlays floating) {
        this.status = status;
        getStyleClass().add("top-bar");
        Label name = Parts.label(workspace, CONTENT, STRONG);
        name.getStyleClass().add("workspace");
        Button undo = Parts.iconButton(Feather.CORNER_UP_LEFT, "Undo last decision, key Z", review::undo);
        undo.disableProperty().bind(Bindings.not(review.canUndo()));
        Parts.doing("Undo last decision", undo);
        undo.setTooltip(new Tooltip("Undo last decision (Z)"));
        Button redo = Parts.iconButton(Feather.CORNER_UP_RIGHT, "Redo decision, keys Shift Z", review::redo);
        redo.disableProperty().bind(Bindings.not(review.canRedo()));
        Parts.doing("Redo decision", redo);
        redo.setTooltip(new Tooltip("Redo decision (Shift Z)"));
        getChildren()
                .addAll(
                        name,
                        commandField(floating::openPalette),
                        Parts.spring(),
                        device(),
                        undo,
                        redo,
                        bell(notifications, floating::openNotifications),
                        theme(appearance));
    }

    private static Node commandField(Runnable openPalette) {
        Button field = new Button();
        HBox content = Parts.row(
                "gap-8",
                Parts.icon(Feather.SEARCH, "icon-16"),
                Parts.whole("Search or run a command…", CONTENT, MUTED),
                Parts.spring(),
                new KeyHint(List.of("Ctrl", "K")));
        content.prefWidthProperty().bind(field.widthProperty().subtract(14));
        field.setGraphic(content);
        field.getStyleClass().add("command-field");
        field.setAccessibleText("Search or run a command, keys Ctrl K");
        field.setOnAction(pressed -> openPalette.run());
        return field;
    }

    private Node device() {
        Region dot = new Region();
        Label words = Parts.whole("", DETAIL, MUTED);
        HBox chip = Parts.row("gap-8", dot, words);
        chip.getStyleClass().add("device-chip");
        chip.setMinWidth(USE_PREF_SIZE);
        status.engineProperty().subscribe(now -> {
            words.setText(now.map(status::device).orElse("Starting the scorer"));
            boolean fallen = now.map(EngineStatus::fallback)
                    .filter(why -> !why.isEmpty())
                    .isPresent();
            dot.getStyleClass().setAll("status-dot", now.isEmpty() ? "waiting" : fallen ? "careful" : "good");
            words.setTooltip(new Tooltip(now.map(EngineStatus::fallback)
                    .filter(why -> !why.isEmpty())
                    .orElse("Time of one score, measured on this machine")));
        });
        return chip;
    }

    private static Node bell(NotificationsViewModel notifications, Runnable open) {
        Button bell = Parts.iconButton(Feather.BELL, "", open);
        Label count = Parts.whole("", "badge");
        Parts.doing("Notifications", bell);
        bell.setTooltip(new Tooltip("Notifications (Ctrl B)"));
        Runnable show = () -> {
            int unread = notifications.unreadProperty().get();
            count.setText(unread > MOST_COUNTED ? MOST_COUNTED + "+" : Integer.toString(unread));
            count.pseudoClassStateChanged(
                    PROBLEM, notifications.unreadProblemProperty().get());
            bell.setGraphic(
                    unread == 0
                            ? Parts.icon(Feather.BELL, "icon-16")
                            : Parts.row("gap-4", Parts.icon(Feather.BELL, "icon-16"), count));
            bell.setAccessibleText(notifications.summary() + ", keys Ctrl B");
        };
        notifications.unreadProperty().subscribe(show);
        notifications.unreadProblemProperty().subscribe(show);
        show.run();
        return bell;
    }

    private static Node theme(Appearance appearance) {
        Button toggle = Parts.iconButton(Feather.MOON, "Switch between light and dark", appearance::toggle);
        Parts.doing("Light or dark", toggle);
        toggle.setTooltip(new Tooltip("Light or dark (Ctrl L)"));
        appearance
                .themeProperty()
                .subscribe(now ->
                        toggle.setGraphic(Parts.icon(now == Theme.LIGHT ? Feather.MOON : Feather.SUN, "icon-16")));
        return toggle;
    }
}
