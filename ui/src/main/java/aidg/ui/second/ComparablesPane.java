package aidg.ui.second;

import static aidg.ui.control.Style.CONTENT;
import static aidg.ui.control.Style.DETAIL;
import static aidg.ui.control.Style.GAP_4;
import static aidg.ui.control.Style.GAP_8;
import static aidg.ui.control.Style.MEDIUM;
import static aidg.ui.control.Style.MUTED;
import static aidg.ui.control.Style.STRONG;

import aidg.engine.SimilarMerchant;
import aidg.engine.SimilarMerchants;
import aidg.engine.domain.Deal;
import aidg.ui.control.Parts;
import aidg.ui.control.Skeleton;
import aidg.ui.format.Figures;
import aidg.ui.proposal.NeighbourWords;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// What similar merchants offered last and what came of it.
final class ComparablesPane extends VBox {

    private final Figures figures;
    private final NeighbourWords words;

    ComparablesPane(Figures figures) {
        this.figures = figures;
        words = new NeighbourWords(figures);
        getStyleClass().add(GAP_8);
    }

    void show(Optional<SimilarMerchants> found) {
        getChildren()
                .setAll(Parts.row(
                        GAP_8,
                        Parts.whole("Comparables and what happened", CONTENT, STRONG),
                        Parts.spring(),
                        Parts.whole("GP30", DETAIL, MUTED)));
        if (found.isEmpty()) {
            getChildren().add(new Skeleton(12, 420, 380, 400, 360));
            return;
        }
        SimilarMerchants similar = found.get();
        if (similar.neighbours().isEmpty() || !similar.notice().isEmpty()) {
            getChildren()
                    .add(Parts.wrapping(
                            similar.notice().isEmpty() ? "No merchant to compare with." : similar.notice(),
                            DETAIL,
                            MUTED));
        }
        similar.neighbours().forEach(one -> getChildren().add(row(one)));
    }

    private Node row(SimilarMerchant one) {
        Deal latest = one.latest();
        VBox row = Parts.column(
                GAP_4,
                Parts.row(
                        GAP_8,
                        Parts.label(one.merchant().name(), DETAIL, MEDIUM),
                        Parts.label(NeighbourWords.place(one), DETAIL, MUTED),
                        Parts.spring(),
                        Parts.whole(words.gp30(latest), DETAIL, STRONG)),
                Parts.row(
                        GAP_8,
                        Parts.label(
                                latest == null ? "nothing matured yet" : figures.terms(latest.terms()), DETAIL, MUTED),
                        Parts.spring(),
                        outcome(latest)));
        if (!one.differs().isEmpty()) {
            row.getChildren().add(Parts.label("Differs: " + String.join("; ", one.differs()), DETAIL, MUTED));
        }
        row.getChildren().add(Parts.hairline());
        return row;
    }

    private Node outcome(@Nullable Deal latest) {
        if (latest == null) {
            return Parts.row(GAP_4, Parts.icon(Feather.CLOCK, "icon-14", MUTED), Parts.whole("unknown", DETAIL, MUTED));
        }
        boolean reached = NeighbourWords.reached(latest);
        String tone = reached ? "good" : "bad";
        return Parts.row(
                GAP_4,
                Parts.icon(reached ? Feather.CHECK_CIRCLE : Feather.X_CIRCLE, "icon-14", tone),
                Parts.whole(words.against(latest) + " baseline", DETAIL, tone));
    }
}
