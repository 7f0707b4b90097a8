package aidg.ui.rules;

import static aidg.ui.control.Style.DETAIL;
import static aidg.ui.control.Style.GAP_12;
import static aidg.ui.control.Style.GAP_8;
import static aidg.ui.control.Style.MUTED;

import aidg.engine.RuleReport;
import aidg.engine.domain.Category;
import aidg.engine.review.ReviewItem;
import aidg.engine.rules.Rule;
import aidg.ui.control.Banner;
import aidg.ui.control.ChoiceWords;
import aidg.ui.control.Parts;
import aidg.ui.control.Skeleton;
import aidg.ui.control.StatePane;
import aidg.ui.control.ViewHead;
import aidg.ui.format.Figures;
import aidg.ui.page.Problem;
import aidg.ui.page.SaveDialog;
import aidg.ui.page.Surroundings;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The model as IF-THEN rules: how simple they are to be, the rules with what they are worth, and the chosen one
/// with what speaks against it.
final class RulesView extends BorderPane {

    private static final String ALL = "All categories";

    private final RulesViewModel model;
    private final Figures figures;
    private final RuleWords words;
    private final ViewHead head;
    private final ComboBox<Optional<Category>> category = new ComboBox<>();
    private final Button export = Parts.button("Export", List.of("Ctrl", "S"), this::export);
    private final TextField filter = new TextField();
    private final Label fidelity = Parts.wrapping("", DETAIL, MUTED);
    private final Label fires = Parts.whole("", DETAIL);
    private final Label conflicts = Parts.whole("", DETAIL);
    private final RuleTable table;
    private final RuleDetails details;
    private final VBox content;

    RulesView(RulesViewModel model, Surroundings surroundings) {
        this.model = model;
        figures = surroundings.figures();
        words = new RuleWords(figures);
        getStyleClass().add("rules-view");
        table = new RuleTable(model.shown(), figures, words);
        details = new RuleDetails(model, figures, words);
        fires.getStyleClass().addAll("chip", "accent");
        conflicts.getStyleClass().addAll("chip", "careful");
        head = new ViewHead(category, export);
        VBox.setVgrow(table, Priority.ALWAYS);
        ScrollPane below = new ScrollPane(details);
        below.setFitToWidth(true);
        below.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        below.setAccessibleText("The chosen rule");
        below.getStyleClass().add("rule-below");
        content = new VBox(choices(), fidelityRow(), table, Parts.hairline(), below);
        prepareCategory();
        setTop(head);
        table.getSelectionModel().selectedItemProperty().subscribe(rule -> showChosen());
        model.stateProperty().subscribe(this::show);
        model.firingProperty().subscribe(rule -> {
            table.show(rule);
            showFiring();
        });
        model.selectedProperty().subscribe(now -> {
            showHead(model.stateProperty().get());
            showFiring();
        });
        model.saving()
                .problemProperty()
                .subscribe(problem -> setBottom(problem.map(Banner::of).orElse(null)));
    }

    private Node choices() {
        Slider levels = new Slider(
                RulesViewModel.SHALLOWEST,
                RulesViewModel.DEEPEST,
                model.depthProperty().get());
        levels.setId("levels");
        levels.setMajorTickUnit(1);
        levels.setMinorTickCount(0);
        levels.setBlockIncrement(1);
        levels.setSnapToTicks(true);
        levels.setAccessibleText("Levels of questions");
        Label told = Parts.whole("", DETAIL);
        levels.valueProperty().subscribe(now -> {
            int whole = (int) Math.round(now.doubleValue());
            told.setText(figures.count(whole, "level", "levels"));
            if (!levels.isValueChanging()) {
                model.depthProperty().set(whole);
            }
        });
        model.depthProperty().subscribe(now -> levels.setValue(now.intValue()));
        levels.valueChangingProperty().subscribe(changing -> {
            if (!changing) {
                model.depthProperty().set((int) Math.round(levels.getValue()));
            }
        });
        CheckBox forecast = Parts.doing("Rules with the forecast", new CheckBox("May name the sales forecast"));
        forecast.selectedProperty().bindBidirectional(model.withForecastProperty());
        CheckBox contested = Parts.doing("Only rules in conflict", new CheckBox("Conflicts only"));
        contested.selectedProperty().bindBidirectional(model.conflictsOnlyProperty());
        filter.setPromptText("Filter rules…");
        filter.setAccessibleText("Filter rules");
        filter.setId("rule-filter");
        filter.getStyleClass().add("filter");
        filter.textProperty().bindBidirectional(model.filterProperty());
        HBox row = Parts.row(
                GAP_12,
                Parts.whole("Simpler", DETAIL, MUTED),
                levels,
                Parts.whole("closer", DETAIL, MUTED),
                told,
                forecast,
                contested,
                Parts.spring(),
                filter);
        row.getStyleClass().add("rule-choices");
        return row;
    }

    private Node fidelityRow() {
        HBox.setHgrow(fidelity, Priority.ALWAYS);
        fidelity.setMaxWidth(Double.MAX_VALUE);
        HBox row = Parts.row(GAP_8, fidelity, fires, conflicts);
        row.getStyleClass().add("rule-fidelity");
        return row;
    }

    private void prepareCategory() {
        category.setItems(model.categories());
        category.setAccessibleText("Category whose rules are shown");
        category.setConverter(
                new ChoiceWords<>(ALL, one -> one.map(Category::words).orElse(ALL)));
        category.valueProperty().subscribe(now -> {
            if (now != null) {
                model.categoryProperty().set(now);
            }
        });
    }

    private void show(RulesState state) {
        export.setDisable(!(state instanceof RulesState.Ready));
        showHead(state);
        switch (state) {
            case RulesState.Loading() -> {
                content.getChildren().set(2, skeleton());
                fidelity.setText("");
                setShown(conflicts, false);
                setShown(fires, false);
                details.clear();
                setCenter(content);
            }
            case RulesState.Ready(RuleReport report) -> {
                fidelity.setText(words.fidelity(report));
                int contested = (int) report.rules().rules().stream()
                        .filter(rule -> !report.conflictsOf(rule).isEmpty())
                        .count();
                conflicts.setText(figures.count(contested, "rule in conflict", "rules in conflict"));
                setShown(conflicts, contested > 0);
                content.getChildren().set(2, table);
                setCenter(content);
                table.show(report);
                showFiring();
                showChosen();
            }
            case RulesState.Broken(Problem problem) -> {
                Button all = Parts.button("All categories", List.of(), () -> category.setValue(Optional.empty()));
                setShown(all, model.categoryProperty().get().isPresent());
                setCenter(new StatePane(
                        Feather.ALERT_TRIANGLE,
                        "bad",
                        problem.words(),
                        problem.next(),
                        Parts.button("Try again", List.of(), model::tryAgain),
                        all));
            }
        }
    }

    private void showHead(RulesState state) {
        head.show(
                subject(),
                switch (state) {
                    case RulesState.Loading() -> "Learning rules…";
                    case RulesState.Ready(RuleReport report) -> words.finding(report);
                    case RulesState.Broken broken -> "No rules";
                });
    }

    private static Node skeleton() {
        Skeleton skeleton = new Skeleton(24, 420, 520, 480, 560, 500, 440);
        VBox.setVgrow(skeleton, Priority.ALWAYS);
        return skeleton;
    }

    private String subject() {
        return model.selectedProperty()
                .get()
                .map(ReviewItem::merchant)
                .map(merchant -> "Rules the model follows, %s selected".formatted(merchant.name()))
                .orElse("Rules the model follows");
    }

    /// What fires, and whether the model itself says otherwise of the selected proposal.
    private void showFiring() {
        Optional<Rule> rule = model.firingProperty().get();
        Optional<ReviewItem> item = model.selectedProperty().get();
        setShown(fires, rule.isPresent() && model.stateProperty().get() instanceof RulesState.Ready);
        if (rule.isPresent() && item.isPresent()) {
            double score = item.get().scored().score();
            boolean agrees = words.agrees(rule.get(), score);
            fires.setText(words.firing(rule.get(), score));
            fires.getStyleClass().removeAll("accent", "bad");
            fires.getStyleClass().add(agrees ? "accent" : "bad");
        }
    }

    private static void setShown(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private void showChosen() {
        Optional<RuleReport> report = model.stateProperty().get() instanceof RulesState.Ready(RuleReport now)
                ? Optional.of(now)
                : Optional.empty();
        details.show(report, Optional.ofNullable(table.getSelectionModel().getSelectedItem()));
    }

    void export() {
        SaveDialog.ask(this, "Export rules", "rules.txt", List.of("txt", "csv", "json"))
                .ifPresent(model::export);
    }

    /// Puts the keyboard into the filter.
    void focusFilter() {
        filter.requestFocus();
    }

    /// Puts the keyboard into the table.
    void focusTable() {
        table.requestFocus();
    }
}
