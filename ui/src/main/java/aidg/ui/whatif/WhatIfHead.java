package aidg.ui.whatif;

import static aidg.ui.control.Style.DETAIL;
import static aidg.ui.control.Style.MUTED;

import aidg.engine.ScoredDeal;
import aidg.engine.domain.Money;
import aidg.engine.review.ReviewItem;
import aidg.ui.control.Parts;
import aidg.ui.control.Style;
import aidg.ui.format.Figures;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Whom it is about, and what the tried terms bring beside the proposed ones.
final class WhatIfHead extends HBox {

    private final Figures figures;
    private final Label subject = Parts.label("", DETAIL, MUTED);
    private final Label merchant = Parts.label("", Style.FIGURE);
    private final BeforeAfter score = new BeforeAfter();
    private final BeforeAfter gp30 = new BeforeAfter();
    private final BeforeAfter override = new BeforeAfter();
    private final Label guard = Parts.whole("", Style.CONTENT, Style.MEDIUM);
    private final Button use;

    WhatIfHead(Figures figures, Runnable onUse) {
        this.figures = figures;
        getStyleClass().addAll("view-head", "whatif-head");
        VBox who = new VBox(subject, merchant);
        who.setMinWidth(0);
        HBox.setHgrow(who, Priority.ALWAYS);
        use = Parts.button("Use these terms", List.of("Enter"), onUse, "accent");
        VBox guards = new VBox(Parts.whole("Guards", DETAIL, MUTED), guard);
        getChildren().addAll(who, score, gp30, override, guards, use);
    }

    void show(ReviewItem item, Optional<ScoredDeal> found) {
        ScoredDeal before = item.scored();
        ScoredDeal now = found.orElse(before);
        boolean changed = !now.proposal().equals(before.proposal());
        subject.setText("What-if, proposal " + before.proposal().id());
        merchant.setText(item.merchant().name());
        int points = Math.round(100 * (float) now.score()) - Math.round(100 * (float) before.score());
        score.show(
                "Score, likely " + figures.range(now.interval()),
                changed ? figures.percent(before.score()) : "",
                figures.percent(now.score()),
                changed ? figures.points(points) + " pt" : "",
                points);
        Money difference =
                Money.of(now.expectedGp30().amount() - before.expectedGp30().amount());
        gp30.show(
                "Expected GP30, likely " + figures.range(now.gp30Range()),
                changed ? figures.money(before.expectedGp30()) : "",
                figures.money(now.expectedGp30()),
                changed ? figures.moneyChange(difference) : "",
                difference.compareTo(Money.ZERO));
        int overriding =
                Math.round(100 * (float) (1 - now.approval())) - Math.round(100 * (float) (1 - before.approval()));
        override.show(
                "You would override",
                changed ? figures.percent(1 - before.approval()) : "",
                figures.percent(1 - now.approval()),
                changed ? figures.points(overriding) + " pt" : "",
                -overriding);
        guard.setText(now.guard().allowed() ? "Allowed" : "Rejected");
        guard.getStyleClass().removeAll(Style.GOOD, Style.BAD);
        guard.getStyleClass().add(now.guard().allowed() ? Style.GOOD : Style.BAD);
        guard.setAccessibleText(
                now.guard().allowed()
                        ? "Guards: allowed"
                        : "Guards: " + now.guard().refusal());
        use.setDisable(!changed);
    }
}
