package aidg.ui.rules;

import static aidg.ui.control.Style.CAREFUL;
import static aidg.ui.control.Style.CONTENT;
import static aidg.ui.control.Style.DETAIL;
import static aidg.ui.control.Style.GAP_4;
import static aidg.ui.control.Style.GAP_8;
import static aidg.ui.control.Style.MEDIUM;
import static aidg.ui.control.Style.MUTED;
import static aidg.ui.control.Style.STRONG;

import aidg.engine.CounterExample;
import aidg.engine.RuleReport;
import aidg.engine.rules.Rule;
import aidg.engine.rules.RuleConflict;
import aidg.ui.control.Parts;
import aidg.ui.format.Figures;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// One rule: what it conflicts with, and deals for which the model says otherwise.
final class RuleDetails extends HBox {

    private static final int EXAMPLES = 4;
    private static final int LINKS = 4;

    private final RulesViewModel model;
    private final Figures figures;
    private final RuleWords words;
    private final VBox left = Parts.column(GAP_8);
    private final VBox right = Parts.column(GAP_8);

    RuleDetails(RulesViewModel model, Figures figures, RuleWords words) {
        this.model = model;
        this.figures = figures;
        this.words = words;
        getStyleClass().add("rule-details");
        for (VBox side : List.of(left, right)) {
            side.setPrefWidth(1);
            HBox.setHgrow(side, Priority.ALWAYS);
        }
        getChildren().addAll(left, right);
    }

    void show(RuleReport report, Rule rule) {
        left.getChildren()
                .setAll(
                        Parts.whole("In plain words", CONTENT, STRONG),
                        Parts.wrapping(words.plain(report, rule), DETAIL),
                        Parts.wrapping(words.sentence(rule), DETAIL, MUTED),
                        Parts.whole("What it conflicts with", CONTENT, STRONG));
        List<RuleConflict> conflicts = report.conflictsOf(rule);
        if (conflicts.isEmpty()) {
            left.getChildren()
                    .add(Parts.wrapping(
                            "The guard refuses no deal of it, and managers do not decide against it more than elsewhere.",
                            DETAIL));
        }
        conflicts.forEach(one -> left.getChildren().add(conflict(one)));
        String byCategory = words.byCategory(report);
        if (!byCategory.isEmpty()) {
            left.getChildren()
                    .addAll(
                            Parts.whole("All rules together agree with the model in", CONTENT, STRONG),
                            Parts.wrapping(byCategory, DETAIL));
        }
        right.getChildren().setAll(Parts.whole("Where the model says otherwise", CONTENT, STRONG));
        List<CounterExample> examples = report.counterExamplesOf(rule);
        if (examples.isEmpty()) {
            right.getChildren().add(Parts.wrapping("On no deal measured.", DETAIL, MUTED));
        }
        examples.stream().limit(EXAMPLES).forEach(one -> right.getChildren().add(example(one)));
    }

    void clear() {
        left.getChildren().clear();
        right.getChildren().clear();
    }

    private Node conflict(RuleConflict conflict) {
        VBox text = new VBox(Parts.wrapping(conflict.sentence(), DETAIL));
        List<String> open = conflict.dealIds().stream()
                .filter(model::awaitsReview)
                .limit(LINKS)
                .toList();
        if (!open.isEmpty()) {
            HBox links = Parts.row(GAP_4, Parts.whole("In your queue:", DETAIL, MUTED));
            open.forEach(id -> links.getChildren().add(link(id)));
            text.getChildren().add(links);
        }
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox row = new HBox(Parts.icon(Feather.ALERT_TRIANGLE, "icon-14", CAREFUL), text);
        row.getStyleClass().add(GAP_8);
        return row;
    }

    private Node link(String dealId) {
        Hyperlink link = new Hyperlink(dealId);
        link.getStyleClass().add(DETAIL);
        link.setAccessibleText("Review " + dealId);
        link.setOnAction(pressed -> model.review(dealId));
        return link;
    }

    private Node example(CounterExample one) {
        return new VBox(
                Parts.wrapping(
                        "%s, %s".formatted(one.merchant().name(), one.deal().title()), DETAIL, MEDIUM),
                Parts.wrapping(
                        "%s, %s: %s"
                                .formatted(
                                        figures.terms(one.deal().terms()),
                                        figures.date(one.deal().startsOn()),
                                        words.disagreement(one)),
                        DETAIL,
                        MUTED));
    }

    /// Shows nothing, or a rule.
    void show(Optional<RuleReport> report, Optional<Rule> rule) {
        if (report.isPresent() && rule.isPresent()) {
            show(report.get(), rule.get());
        } else {
            clear();
        }
    }
}
