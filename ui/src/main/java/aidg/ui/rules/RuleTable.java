package aidg.ui.rules;

import static aidg.ui.control.Style.ACCENT;
import static aidg.ui.control.Style.CAREFUL;
import static aidg.ui.control.Style.DETAIL;
import static aidg.ui.control.Style.GAP_4;
import static aidg.ui.control.Style.GAP_8;
import static aidg.ui.control.Style.MEDIUM;
import static aidg.ui.control.Style.MUTED;
import static aidg.ui.control.Style.STRONG;

import aidg.engine.RuleReport;
import aidg.engine.rules.Rule;
import aidg.engine.rules.RuleConflict;
import aidg.ui.control.Meter;
import aidg.ui.control.Parts;
import aidg.ui.control.PlainColumn;
import aidg.ui.format.Figures;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;
import org.kordamp.ikonli.feather.Feather;

/// The rules, widest coverage first, with what they are worth.
final class RuleTable extends TableView<Rule> {

    private static final double ROW = 52;
    private static final int IN_SIGHT = 6;
    private static final double RULE_WIDTH = 380;
    private static final double BAR_WIDTH = 44;
    private static final Set<String> KEYWORDS = Set.of("IF", "AND", "THEN", "BETWEEN");

    private final Figures figures;
    private final RuleWords words;
    private Optional<RuleReport> report = Optional.empty();
    private Optional<Rule> firing = Optional.empty();

    RuleTable(ObservableList<Rule> rules, Figures figures, RuleWords words) {
        super(rules);
        this.figures = figures;
        this.words = words;
        getStyleClass().addAll("plain-table", "rule-table");
        setId("rules");
        setAccessibleText("Rules of the model");
        setFixedCellSize(ROW);
        setPlaceholder(Parts.label("No rule matches the filter.", DETAIL, MUTED));
        setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        add("This deal", 78, this::fires);
        add("Rule", RULE_WIDTH, this::rule);
        add("Coverage", 104, one -> share(one.coverage(), ""));
        add("Precision", 104, one -> share(one.precision(), one.lift() > 1 ? "accent" : CAREFUL));
        add(
                "Lift",
                54,
                one -> Parts.whole(figures.decimal(one.lift(), 1) + "×", DETAIL, one.lift() > 1 ? MEDIUM : CAREFUL));
        add("Deals", 60, one -> Parts.whole(figures.count(one.deals()), DETAIL));
        add("Conflicts", 150, this::conflicts);
        getColumns().stream()
                .filter(column -> Set.of("Lift", "Deals").contains(column.getText()))
                .forEach(column -> column.getStyleClass().add("figures"));
    }

    private void add(String name, double width, Function<Rule, Node> cell) {
        getColumns().add(new PlainColumn<>(name, width, width == RULE_WIDTH, cell));
    }

    /// The report that the rules are of.
    void show(RuleReport shown) {
        report = Optional.of(shown);
        refresh();
        if (getSelectionModel().isEmpty()) {
            getSelectionModel().selectFirst();
        }
    }

    /// Which rule fires for the selected proposal.
    void show(Optional<Rule> fired) {
        firing = fired;
        refresh();
        fired.filter(getItems()::contains).ifPresent(rule -> {
            getSelectionModel().select(rule);
            if (getItems().indexOf(rule) >= IN_SIGHT) {
                scrollTo(rule);
            }
        });
    }

    private Node fires(Rule rule) {
        boolean here = firing.filter(rule::equals).isPresent();
        return here
                ? Parts.row(
                        GAP_4,
                        Parts.icon(Feather.CHECK, "icon-14", ACCENT),
                        Parts.whole("fires", DETAIL, MEDIUM, ACCENT))
                : Parts.whole(firing.isPresent() ? "no" : "", DETAIL, MUTED);
    }

    private Node rule(Rule rule) {
        TextFlow flow = new TextFlow();
        StringBuilder plain = new StringBuilder();
        for (String word : rule.text().split(" ")) {
            if (KEYWORDS.contains(word)) {
                flow.getChildren().add(Parts.text(plain.toString(), DETAIL));
                plain.setLength(0);
                flow.getChildren().add(Parts.text(word + " ", DETAIL, MUTED));
            } else {
                plain.append(word).append(' ');
            }
        }
        flow.getChildren().add(Parts.text(plain.toString(), DETAIL));
        VBox holder = new VBox(flow);
        holder.getStyleClass().add("middle");
        holder.setMinHeight(0);
        holder.setAccessibleText(rule.text());
        return holder;
    }

    private Node share(double share, String tone) {
        Meter meter = new Meter();
        meter.show(share, 0, tone);
        meter.setMinWidth(BAR_WIDTH);
        meter.setPrefWidth(BAR_WIDTH);
        HBox.setHgrow(meter, Priority.ALWAYS);
        Label figure = Parts.whole(figures.percent(share), DETAIL, tone.isEmpty() ? MUTED : STRONG);
        figure.getStyleClass().add("share-figure");
        return Parts.row(GAP_8, figure, meter);
    }

    private Node conflicts(Rule rule) {
        List<RuleConflict> found = report.map(shown -> shown.conflictsOf(rule)).orElse(List.of());
        Label label = Parts.label(words.conflicts(found), DETAIL, found.isEmpty() ? MUTED : CAREFUL);
        label.setWrapText(true);
        return found.isEmpty()
                ? label
                : Parts.row(GAP_4, Parts.icon(Feather.ALERT_TRIANGLE, "icon-14", CAREFUL), label);
    }
}
