package aidg.ui.proposal;

import static aidg.ui.control.Style.CONTENT;
import static aidg.ui.control.Style.DETAIL;
import static aidg.ui.control.Style.GAP_16;
import static aidg.ui.control.Style.GAP_8;
import static aidg.ui.control.Style.MEDIUM;
import static aidg.ui.control.Style.MUTED;
import static aidg.ui.control.Style.STRONG;

import aidg.engine.ScoreTrace;
import aidg.engine.ScoredDeal;
import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Money;
import aidg.engine.review.ReviewItem;
import aidg.ui.control.Parts;
import aidg.ui.format.Figures;
import java.util.Optional;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What is known about the selected proposal: its terms, its merchant, what the model looked at and the facts
/// behind the score.
public final class DetailsPane extends ScrollPane {

    private final Figures figures;
    private final VBox content = Parts.column("gap-24");
    private final VBox terms = Parts.column(GAP_8);
    private final VBox merchant = Parts.column(GAP_8);
    private final HBox merchantHead;
    private final VBox behind = Parts.column("gap-24");

    /// @param beside what can be done about the merchant
    public DetailsPane(Figures figures, Node... beside) {
        this.figures = figures;
        merchantHead = Parts.row(GAP_8, Parts.whole("Merchant", CONTENT, STRONG), Parts.spring());
        merchantHead.getChildren().addAll(beside);
        getStyleClass().add("details-pane");
        content.getStyleClass().add("details-content");
        content.getChildren().addAll(terms, merchant, behind);
        setContent(content);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setAccessibleText("Details of the proposal");
    }

    public void show(ReviewItem item) {
        showTerms(item.scored().proposal().terms(), Optional.empty());
        GridPane facts = grid();
        fact(facts, "Category", item.merchant().category().words());
        String area = item.merchant().area();
        fact(
                facts,
                "Where",
                area.isEmpty() ? item.city().name() : area + ", " + item.city().name());
        fact(
                facts,
                "City demand",
                "%s of 100".formatted(figures.decimal(item.city().demand(), 0)));
        fact(facts, "Joined", figures.date(item.merchant().joinedOn()));
        fact(
                facts,
                "Baseline GP30, average month",
                figures.money(item.merchant().baselineGp30()));
        fact(facts, "Override chance", figures.percent(item.value().overrideChance()));
        merchant.getChildren().setAll(merchantHead, facts);
        behind.getChildren().clear();
        setVvalue(0);
    }

    /// @param edited the terms being typed, if they can be read
    public void showTerms(DealTerms proposed, Optional<DealTerms> edited) {
        GridPane table = grid();
        boolean both = edited.isPresent();
        if (both) {
            table.addRow(
                    0,
                    new Label(),
                    right(Parts.whole("proposed", DETAIL, MUTED)),
                    right(Parts.whole("edited", DETAIL, MUTED)));
        }
        DealTerms now = edited.orElse(proposed);
        term(table, "Discount", percent(proposed), percent(now), both);
        term(table, "Price", figures.price(proposed.price()), figures.price(now.price()), both);
        term(table, "List price", listPrice(proposed), listPrice(now), both);
        term(table, "Runs", figures.days(proposed.durationDays()), figures.days(now.durationDays()), both);
        term(table, "Sold as", proposed.category().words(), now.category().words(), both);
        terms.getChildren().setAll(heading("Terms", ""), table);
    }

    private String percent(DealTerms of) {
        return figures.percent(of.discount().fraction());
    }

    private String listPrice(DealTerms of) {
        return figures.price(Money.of(Math.rint(of.listPrice().amount())));
    }

    private void term(GridPane table, String name, String before, String after, boolean both) {
        int row = table.getRowCount();
        table.add(Parts.label(name, DETAIL, MUTED), 0, row);
        boolean changed = both && !before.equals(after);
        table.add(right(Parts.whole(before, DETAIL, both ? MUTED : MEDIUM)), 1, row);
        if (both) {
            table.add(right(Parts.whole(after, DETAIL, changed ? STRONG : MEDIUM)), 2, row);
        }
    }

    /// Adds what only the explanation knows.
    public void show(ScoredDeal explained) {
        ScoreTrace trace = explained.trace();
        if (trace != null) {
            behind.getChildren().setAll(new AttentionList(trace.attention(), figures), facts(trace));
        }
    }

    private Node facts(ScoreTrace trace) {
        VBox all = Parts.column(GAP_16);
        all.getChildren().add(heading("Facts behind the score", figures.day(trace.asOf())));
        String token = "";
        GridPane group = grid();
        for (ScoreTrace.FeatureValue feature : trace.features()) {
            if (!feature.token().equals(token)) {
                token = feature.token();
                group = grid();
                all.getChildren().add(Parts.column(GAP_8, Parts.label(FactWords.group(token), DETAIL, MEDIUM), group));
            }
            if (FactWords.tells(feature)) {
                fact(group, FactWords.name(feature), FactWords.value(feature, figures));
            }
        }
        return all;
    }

    static Node heading(String words, String aside) {
        return Parts.row(GAP_8, Parts.whole(words, CONTENT, STRONG), Parts.spring(), Parts.label(aside, DETAIL, MUTED));
    }

    private static void fact(GridPane grid, String name, String value) {
        int row = grid.getRowCount();
        grid.add(Parts.wrapping(name, DETAIL, MUTED), 0, row);
        grid.add(right(Parts.whole(value, DETAIL)), 1, row);
    }

    private static Label right(Label label) {
        GridPane.setHalignment(label, HPos.RIGHT);
        return label;
    }

    private static GridPane grid() {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("facts");
        ColumnConstraints names = new ColumnConstraints();
        names.setHgrow(Priority.ALWAYS);
        names.setMinWidth(0);
        grid.getColumnConstraints().add(names);
        return grid;
    }
}
