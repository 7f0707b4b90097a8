package aidg.ui.portfolio;

import static aidg.ui.control.Style.BAD;
import static aidg.ui.control.Style.CONTENT;
import static aidg.ui.control.Style.DETAIL;
import static aidg.ui.control.Style.GAP_12;
import static aidg.ui.control.Style.GAP_4;
import static aidg.ui.control.Style.GAP_8;
import static aidg.ui.control.Style.MUTED;
import static aidg.ui.control.Style.STRONG;

import aidg.engine.domain.Category;
import aidg.engine.whatif.Policy;
import aidg.engine.whatif.Term;
import aidg.ui.control.ChoiceWords;
import aidg.ui.control.Parts;
import aidg.ui.format.Figures;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Which proposals, and what policy: as a rule with a number and, beside it, as text.
final class FormPane extends VBox {

    private final PolicyForm policy;
    private final ScopeForm scope;
    private final Figures figures;
    private final Label count = Parts.wrapping("", DETAIL, MUTED);
    private final Label words = Parts.wrapping("", DETAIL);
    private final Label wrongNumber = Parts.wrapping("", DETAIL, BAD);
    private final Label wrongText = Parts.wrapping("", DETAIL, BAD);
    private final ComboBox<PolicyRule> rule = new ComboBox<>();
    private final TextField number = new TextField();
    private final TextField text = new TextField();
    private boolean showing;

    FormPane(PortfolioViewModel model, Figures figures) {
        policy = model.policy();
        scope = model.scope();
        this.figures = figures;
        getStyleClass().addAll("portfolio-form", GAP_12);
        Button run = Parts.button("Work out", List.of("Ctrl", "Enter"), model::run, "accent");
        run.disableProperty().bind(model.canRunProperty().not());
        run.setMaxWidth(Double.MAX_VALUE);
        getChildren().addAll(Parts.whole("Proposals", CONTENT, STRONG), scope(), Parts.hairline());
        getChildren().addAll(Parts.whole("Policy", CONTENT, STRONG), policy(), run);
        scope.chosenProperty().subscribe(this::show);
        policy.policyProperty().subscribe(now -> showPolicy());
        policy.wrongProperty().subscribe(this::show);
    }

    private Node scope() {
        ComboBox<Optional<ScopeForm.Place>> city = choice(
                "City",
                new ChoiceWords<>(
                        "All cities", one -> one.map(ScopeForm.Place::name).orElse("All cities")));
        city.setItems(scope.cities());
        city.valueProperty().bindBidirectional(scope.cityProperty());
        ComboBox<Optional<Category>> category = choice(
                "Category",
                new ChoiceWords<>(
                        "All categories", one -> one.map(Category::words).orElse("All categories")));
        category.setItems(scope.categories());
        category.valueProperty().bindBidirectional(scope.categoryProperty());
        ComboBox<Among> among = choice("Among which proposals", new ChoiceWords<>("", Among::words));
        among.getItems().setAll(Among.values());
        among.valueProperty().bindBidirectional(scope.amongProperty());
        return Parts.column(GAP_8, among, city, category, count);
    }

    private static <T> ComboBox<T> choice(String name, ChoiceWords<T> words) {
        ComboBox<T> choice = new ComboBox<>();
        choice.setAccessibleText(name);
        choice.setConverter(words);
        choice.setMaxWidth(Double.MAX_VALUE);
        return choice;
    }

    private Node policy() {
        ToggleGroup terms = new ToggleGroup();
        HBox about = Parts.row(GAP_4, term(Term.DISCOUNT, "Discount", terms), term(Term.PRICE, "Price", terms));
        rule.setAccessibleText("Rule");
        rule.setId("policy-rule");
        rule.setMaxWidth(Double.MAX_VALUE);
        rule.setConverter(new ChoiceWords<>("", PolicyRule::words));
        rule.valueProperty().subscribe(chosen -> {
            if (chosen != null && !showing) {
                policy.choose(chosen);
            }
        });
        number.setId("policy-number");
        number.setAccessibleText("Number of the rule");
        number.getStyleClass().add("figures");
        number.setPrefColumnCount(6);
        number.textProperty().bindBidirectional(policy.numberProperty());
        number.addEventFilter(KeyEvent.KEY_PRESSED, pressed -> {
            if (pressed.getCode() == KeyCode.UP || pressed.getCode() == KeyCode.DOWN) {
                policy.step(pressed.getCode() == KeyCode.UP ? 1 : -1);
                pressed.consume();
            }
        });
        text.setId("policy-text");
        text.setAccessibleText("The policy as text");
        text.textProperty().bindBidirectional(policy.textProperty());
        HBox.setHgrow(text, Priority.ALWAYS);
        Label unit = Parts.whole("", DETAIL, MUTED);
        policy.ruleProperty().subscribe(now -> {
            unit.setText(now.unit());
            showing = true;
            rule.getItems().setAll(PolicyRule.of(now.term()));
            rule.setValue(now);
            showing = false;
        });
        return Parts.column(
                GAP_8,
                about,
                rule,
                Parts.row(
                        GAP_8,
                        step("\u2212", "Policy a unit less", -1),
                        number,
                        step("+", "Policy a unit more", 1),
                        unit),
                wrongNumber,
                Parts.row(GAP_8, Parts.whole("As text", DETAIL, MUTED), text),
                wrongText,
                words);
    }

    private Node term(Term term, String name, ToggleGroup group) {
        ToggleButton choice = Parts.doing("Policy about the " + term.word(), new ToggleButton(name));
        choice.getStyleClass().add("choice");
        choice.setToggleGroup(group);
        choice.setOnAction(pressed -> {
            choice.setSelected(true);
            policy.about(term);
        });
        policy.ruleProperty().subscribe(now -> choice.setSelected(now.term() == term));
        return choice;
    }

    private Button step(String sign, String does, int by) {
        Button button = Parts.doing(does, Parts.button(sign, List.of(), () -> policy.step(by), "small"));
        button.setAccessibleText(does);
        return button;
    }

    private void show(ScopeForm.Chosen chosen) {
        count.setText(
                chosen.count() == 0
                        ? scope.amongProperty().get() == Among.MARKED
                                ? "None is marked: mark some in Review with X."
                                : "No open proposal is there: choose a wider scope."
                        : figures.count(chosen.count(), "open proposal", "open proposals"));
    }

    private void showPolicy() {
        words.setText(policy.policyProperty().get().map(FormPane::sentence).orElse(""));
        setShown(words, policy.policyProperty().get().isPresent());
    }

    /// `Discount +5 points. The list price stays, so customers pay another price.`
    private static String sentence(Policy policy) {
        String words = policy.words();
        return "%s%s. %s"
                .formatted(
                        Character.toUpperCase(words.charAt(0)),
                        words.substring(1),
                        policy.term() == Term.DISCOUNT
                                ? "The list price stays, so customers pay another price. Discounts stay within 2 and 80%."
                                : "The discount stays, so the list price follows.");
    }

    private void show(PolicyForm.Wrong wrong) {
        show(wrongNumber, number, wrong.number());
        show(wrongText, text, wrong.text());
    }

    private static void show(Label label, TextField field, String problem) {
        label.setText(problem);
        setShown(label, !problem.isEmpty());
        field.getStyleClass().remove("wrong");
        if (!problem.isEmpty()) {
            field.getStyleClass().add("wrong");
        }
    }

    private static void setShown(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    /// Puts the keyboard on the number.
    void focusNumber() {
        number.requestFocus();
        number.selectAll();
    }
}
