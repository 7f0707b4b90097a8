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
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/// Workspace, the way to every command, what computes the scores, undo and redo, and the theme.
final class TopBar extends HBox {

    private final StatusViewModel status;

    TopBar(String workspace, StatusViewModel status, ReviewPage review, Appearance appearance, Runnable openPalette) {
        this.status = status;
        getStyleClass().add("top-bar");
        Label name = Parts.label(workspace, CONTENT, STRONG);
        name.getStyleClass().add("workspace");
        Button undo = Parts.iconButton(Feather.CORNER_UP_LEFT, "Undo last decision, key Z", review::undo);
        undo.disableProperty().bind(Bindings.not(review.canUndo()));
        undo.setTooltip(new Tooltip("Undo last decision (Z)"));
        Button redo = Parts.iconButton(Feather.CORNER_UP_RIGHT, "Redo decision, keys Shift Z", review::redo);
        redo.disableProperty().bind(Bindings.not(review.canRedo()));
        redo.setTooltip(new Tooltip("Redo decision (Shift Z)"));
        getChildren().addAll(name, commandField(openPalette), Parts.spring(), device(), undo, redo, theme(appearance));
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

    private static Node theme(Appearance appearance) {
        Button toggle = Parts.iconButton(Feather.MOON, "Switch between light and dark", appearance::toggle);
        toggle.setTooltip(new Tooltip("Light or dark (Ctrl L)"));
        appearance
                .themeProperty()
                .subscribe(now ->
                        toggle.setGraphic(Parts.icon(now == Theme.LIGHT ? Feather.MOON : Feather.SUN, "icon-16")));
        return toggle;
    }
}
