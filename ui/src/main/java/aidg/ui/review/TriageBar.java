package aidg.ui.review;

import aidg.ui.control.KeyHint;
import aidg.ui.control.Parts;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/// The keys that decide, always in sight.
final class TriageBar extends HBox {

    private final ReviewViewModel model;
    private final Button approve;
    private final StackPane approveHolder;
    private final Tooltip whyNot = new Tooltip();

    TriageBar(ReviewViewModel model, Runnable showKeys) {
        this.model = model;
        getStyleClass().add("triage-bar");
        approve = Parts.button("Approve", List.of("A"), model::approve, "accent");
        approve.disableProperty().bind(model.canApproveProperty().not());
        // A disabled button shows no tooltip, so its holder does.
        approveHolder = new StackPane(approve);
        approveHolder.setMaxHeight(USE_PREF_SIZE);
        Button override = Parts.button("Override", List.of("O"), model::startOverride);
        override.disableProperty().bind(model.canDecideProperty().not());
        Button edit = Parts.button("Edit", List.of("E"), model::startEdit);
        edit.disableProperty().bind(model.canDecideProperty().not());
        Button snooze = Parts.button("Snooze", List.of("S"), model::startSnooze);
        snooze.disableProperty().bind(model.canDecideProperty().not());
        getChildren()
                .addAll(
                        approveHolder,
                        override,
                        edit,
                        snooze,
                        Parts.spring(),
                        keysOnly(List.of("N"), "Note about the merchant", model::startNote),
                        keysOnly(List.of("Z"), "Undo", model.history()::undo),
                        keys(showKeys));
        model.selectedProperty().subscribe(now -> showWhyNot());
    }

    private void showWhyNot() {
        String reason = model.selectedProperty()
                .get()
                .filter(item -> !item.scored().guard().allowed())
                .map(item -> item.scored().guard().reason())
                .orElse("");
        whyNot.setText("The safety guard rejects it: %s. Override it with a reason, with or without new terms."
                .formatted(reason));
        Tooltip.uninstall(approveHolder, whyNot);
        approve.setAccessibleHelp(reason.isEmpty() ? "" : whyNot.getText());
        if (!reason.isEmpty()) {
            Tooltip.install(approveHolder, whyNot);
        }
    }

    /// Without room for its words, which a tooltip says.
    private static Button keysOnly(List<String> keys, String words, Runnable run) {
        Button hint = hint(keys, "", run);
        hint.setAccessibleText(words + ", key " + String.join(" or ", keys));
        hint.setTooltip(new Tooltip(words));
        return hint;
    }

    private static Button keys(Runnable showKeys) {
        Button keys = hint(List.of("?"), "", showKeys);
        keys.setAccessibleText("All keys, key ?");
        keys.setTooltip(new Tooltip("All keys"));
        return keys;
    }

    private static Button hint(List<String> keys, String words, Runnable run) {
        Button hint = new Button(words, new KeyHint(keys));
        hint.getStyleClass().addAll("bare", "small", "hint");
        hint.setAccessibleText(words + ", key " + String.join(" or ", keys));
        hint.setMinWidth(USE_PREF_SIZE);
        hint.setOnAction(pressed -> run.run());
        return hint;
    }
}
