package aidg.ui.control;

import aidg.engine.bandit.GuardVerdict;
import aidg.engine.bandit.GuardVerdict.Check;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The safety guard's checks side by side: passed, failed or not checked, each with its figures. [SAF-4]
public final class GuardVerdicts extends VBox {

    public void show(GuardVerdict verdict) {
        getChildren()
                .setAll(new EqualColumns(
                        Style.GAP_8,
                        verdict.checks().stream().map(GuardVerdicts::check).toList()));
    }

    private static Node check(Check check) {
        String detail = check.detail().isEmpty() ? "Not checked" : check.detail();
        Node icon = switch (check.outcome()) {
            case PASSED -> Parts.icon(Feather.CHECK_CIRCLE, "icon-14", Style.GOOD);
            case FAILED -> Parts.icon(Feather.X_CIRCLE, "icon-14", Style.BAD);
            case NOT_CHECKED -> Parts.icon(Feather.CLOCK, "icon-14", Style.MUTED);
        };
        boolean failed = check.outcome() == GuardVerdict.Outcome.FAILED;
        VBox words = new VBox(
                Parts.label(check.name(), Style.DETAIL, Style.MEDIUM),
                Parts.wrapping(detail, Style.DETAIL, failed ? Style.BAD : Style.MUTED));
        HBox row = new HBox(icon, words);
        row.getStyleClass().add(Style.GAP_8);
        HBox.setHgrow(words, Priority.ALWAYS);
        row.setAccessibleText("%s %s, %s"
                .formatted(
                        check.name(),
                        check.outcome().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        detail));
        return row;
    }
}
