package aidg.ui.proposal;

import static aidg.ui.control.Style.CONTENT;
import static aidg.ui.control.Style.DETAIL;
import static aidg.ui.control.Style.FIGURE;
import static aidg.ui.control.Style.GAP_16;
import static aidg.ui.control.Style.GAP_8;
import static aidg.ui.control.Style.MEDIUM;
import static aidg.ui.control.Style.MUTED;
import static aidg.ui.control.Style.STRONG;

import aidg.engine.ScoredDeal;
import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Money;
import aidg.engine.domain.Proposal;
import aidg.engine.review.ReviewItem;
import aidg.ui.control.EqualColumns;
import aidg.ui.control.GuardVerdicts;
import aidg.ui.control.MoneyBar;
import aidg.ui.control.Parts;
import aidg.ui.control.Provenance;
import aidg.ui.control.ScoreBar;
import aidg.ui.format.Figures;
import java.time.Instant;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;

/// The proposal in words and numbers: who and what, score and money with their intervals, and what the guard says.
public final class ProposalPane extends VBox {

    private final Figures figures;
    private final Label merchant = Parts.whole("", CONTENT, MEDIUM);
    private final Label kind = Parts.label("", DETAIL, MUTED);
    private final Label place = Parts.label("", DETAIL, MUTED);
    private final Label proposal = Parts.whole("", DETAIL, MUTED);
    private final Label title = Parts.wrapping("", FIGURE);
    private final TextFlow terms = new TextFlow();
    private final Label score = Parts.whole("", FIGURE, "accent");
    private final ScoreBar scoreBar;
    private final Label factors = Parts.wrapping("", DETAIL, MUTED);
    private final Label money = Parts.whole("", FIGURE);
    private final MoneyBar moneyBar;
    private final Label likely = Parts.wrapping("", DETAIL, MUTED);
    private final GuardVerdicts guard = new GuardVerdicts();
    private final Label refused = Parts.wrapping("", DETAIL, MEDIUM, "bad");

    public ProposalPane(Figures figures) {
        this.figures = figures;
        scoreBar = ScoreBar.large(figures);
        moneyBar = new MoneyBar(figures);
        getStyleClass().add(GAP_16);
        VBox head = new VBox(Parts.row(GAP_8, merchant, kind, place, Parts.spring(), proposal), title, terms);
        head.getStyleClass().add("proposal-head");
        EqualColumns figuresRow = new EqualColumns(
                "gap-24",
                List.of(
                        half(score, "approved and reaches baseline", scoreBar, factors),
                        half(money, "expected GP30, 30 days", moneyBar, likely)));
        getChildren().addAll(head, figuresRow, Parts.hairline(), guard, refused, Parts.hairline());
    }

    private static VBox half(Label figure, String unit, VBox bar, Label below) {
        HBox top = new HBox(figure, Parts.whole(unit, DETAIL, MUTED));
        top.getStyleClass().addAll(GAP_8, "baseline");
        VBox half = new VBox(top, bar, below);
        half.getStyleClass().add("figure-half");
        return half;
    }

    /// @param scoredAt when the scores were worked out
    public void show(ReviewItem item, Instant scoredAt) {
        ScoredDeal scored = item.scored();
        Proposal offered = scored.proposal();
        merchant.setText(item.merchant().name());
        kind.setText(offered.terms().category().words());
        place.setText(
                item.merchant().area().isEmpty()
                        ? item.city().name()
                        : item.merchant().area());
        proposal.setText("Proposal %s, %s".formatted(offered.id(), figures.date(offered.proposedOn())));
        title.setText(offered.title());
        showTerms(offered);
        score.setText(figures.percent(scored.score()));
        scoreBar.show(scored.score(), scored.interval(), scored.baseRate());
        factors.setText("%s to reach baseline, %s that you approve"
                .formatted(figures.percent(scored.reach()), figures.percent(scored.approval())));
        money.setText(figures.money(scored.expectedGp30()));
        moneyBar.show(scored.expectedGp30(), scored.gp30Range(), offered.baselineGp30());
        likely.setText(likely(scored));
        guard.show(scored.guard());
        refused.setManaged(!scored.guard().allowed());
        refused.setVisible(!scored.guard().allowed());
        refused.setText("Cannot be approved: %s. Override it with a reason, with or without new terms."
                .formatted(scored.guard().reason()));
        explainFigures(scored, scoredAt);
    }

    private void showTerms(Proposal offered) {
        DealTerms offer = offered.terms();
        terms.getChildren()
                .setAll(
                        Parts.text("Customers pay ", CONTENT),
                        Parts.text(figures.price(offer.price()), CONTENT, STRONG),
                        Parts.text(" instead of %s, ".formatted(figures.price(roundedList(offer))), CONTENT),
                        Parts.text(figures.percent(offer.discount().fraction()) + " off", CONTENT, STRONG),
                        Parts.text(", for ", CONTENT),
                        Parts.text(figures.days(offer.durationDays()), CONTENT, STRONG),
                        Parts.text(" from %s.".formatted(figures.day(offered.startsOn())), CONTENT));
    }

    /// The list price to the dollar: it is computed back from a discount that is itself rounded.
    private static Money roundedList(DealTerms offer) {
        return Money.of(Math.rint(offer.listPrice().amount()));
    }

    private String likely(ScoredDeal scored) {
        String range = "likely " + figures.range(scored.gp30Range());
        if (!scored.proposal().baselineGp30().isPositive()) {
            return range;
        }
        return "%s, %s baseline"
                .formatted(
                        range,
                        figures.against(scored.expectedGp30(), scored.proposal().baselineGp30()));
    }

    private void explainFigures(ScoredDeal scored, Instant scoredAt) {
        String source = "Scorer on this machine, " + scored.device();
        String time = figures.moment(scoredAt) + ", " + figures.utc(scoredAt);
        String model = shortHash(scored.modelHash());
        new Provenance(
                        "probability that it is approved and reaches its baseline",
                        figures.range(scored.interval()) + ", 90% interval",
                        source,
                        time,
                        model)
                .explain(score);
        new Provenance(
                        "US dollars of gross profit over 30 days",
                        figures.range(scored.gp30Range()) + ", 90% interval",
                        source,
                        time,
                        model)
                .explain(money);
    }

    static String shortHash(String hash) {
        return hash.length() > 8 ? hash.substring(0, 8) : hash;
    }
}
