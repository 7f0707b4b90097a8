package aidg.ui.proposal;

import static aidg.ui.control.Style.DETAIL;
import static aidg.ui.control.Style.GAP_8;
import static aidg.ui.control.Style.MEDIUM;
import static aidg.ui.control.Style.MUTED;

import aidg.engine.ScoreTrace.Attention;
import aidg.ui.control.Parts;
import aidg.ui.format.Figures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Which parts of the merchant's history the model looked at most, and from which part of the deal.
final class AttentionList extends VBox {

    private static final int SHOWN = 5;

    /// @param share part of the row's attention, 0..1
    record Look(String from, String at, double share) {}

    AttentionList(Attention attention, Figures figures) {
        getStyleClass().add(GAP_8);
        getChildren().add(DetailsPane.heading("What the model looked at", "attention"));
        for (Look look : strongest(attention)) {
            HBox row = Parts.row(
                    GAP_8,
                    Parts.label(look.from(), DETAIL, MUTED),
                    Parts.label("→", DETAIL, MUTED),
                    Parts.label(look.at(), DETAIL),
                    Parts.spring(),
                    Parts.whole(figures.percent(look.share()), DETAIL, MEDIUM));
            row.setAccessibleText(
                    "%s looked at %s, %s".formatted(look.from(), look.at(), figures.percent(look.share())));
            getChildren().add(row);
        }
    }

    /// The strongest look of each deal token, strongest first.
    static List<Look> strongest(Attention attention) {
        List<Look> looks = new ArrayList<>();
        for (int row = 0; row < attention.rows().size(); row++) {
            List<Double> weights = attention.weights().get(row);
            int best = 0;
            for (int column = 1; column < weights.size(); column++) {
                if (weights.get(column) > weights.get(best)) {
                    best = column;
                }
            }
            if (!weights.isEmpty()) {
                looks.add(
                        new Look(attention.rows().get(row), attention.columns().get(best), weights.get(best)));
            }
        }
        return looks.stream()
                .sorted(Comparator.comparingDouble(Look::share).reversed())
                .limit(SHOWN)
                .toList();
    }
}
