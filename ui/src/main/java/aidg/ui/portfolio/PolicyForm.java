package aidg.ui.portfolio;

import aidg.engine.whatif.Policy;
import aidg.engine.whatif.PolicyText;
import aidg.engine.whatif.Term;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// A policy being written, twice: as a rule with a number, and as the text that `workbench portfolio` takes. Each
/// follows the other; while one of them cannot be read there is no policy and a word of what is wrong.
final class PolicyForm {

    private final ReadOnlyObjectWrapper<PolicyRule> rule = new ReadOnlyObjectWrapper<>(PolicyRule.DEEPER);
    private final StringProperty number = new SimpleStringProperty("");
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Optional<Policy>> policy = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Wrong> wrong = new ReadOnlyObjectWrapper<>(Wrong.NOTHING);
    private boolean following;

    /// What is wrong with the number or with the text; empty where nothing is.
    record Wrong(String number, String text) {
        static final Wrong NOTHING = new Wrong("", "");
    }

    PolicyForm() {
        choose(PolicyRule.DEEPER);
        number.subscribe((before, now) -> {
            if (!following) {
                readNumber();
            }
        });
        text.subscribe((before, now) -> {
            if (!following) {
                readText();
            }
        });
    }

    /// Another rule, with the number it begins with.
    void choose(PolicyRule chosen) {
        rule.set(chosen);
        follow(() -> number.set(plain(chosen.usual())));
        readNumber();
    }

    /// The first rule about a term, unless the rule is about it already.
    void about(Term term) {
        if (rule.get().term() != term) {
            choose(PolicyRule.of(term).getFirst());
        }
    }

    /// So many units more or less.
    void step(int by) {
        read().ifPresent(now -> number.set(plain(Math.max(0, now + by))));
    }

    private Optional<Double> read() {
        String written = number.get().strip().replace(',', '.');
        return written.matches("\\d{1,7}(\\.\\d{0,4})?") ? Optional.of(Double.parseDouble(written)) : Optional.empty();
    }

    private void readNumber() {
        Optional<Double> now = read();
        if (now.isEmpty()) {
            refuse(new Wrong(
                    "Write a number of %s, such as %s."
                            .formatted(unit(), plain(rule.get().usual())),
                    ""));
            return;
        }
        try {
            Policy made = rule.get().of(now.get());
            follow(() -> text.set(PolicyText.write(made)));
            accept(made);
        } catch (IllegalArgumentException e) {
            refuse(new Wrong(sentence(e), ""));
        }
    }

    private String unit() {
        return rule.get().unit().equals("%") ? "percent" : rule.get().unit();
    }

    private void readText() {
        try {
            Policy made = PolicyText.read(rule.get().term(), text.get());
            PolicyRule is = PolicyRule.of(made);
            follow(() -> {
                rule.set(is);
                number.set(plain(is.number(made).orElseThrow()));
            });
            accept(made);
        } catch (IllegalArgumentException e) {
            refuse(new Wrong(
                    "",
                    sentence(e)
                            + (rule.get().term() == Term.DISCOUNT
                                    ? " Write +5pt, -5pt, =30%, max:40% or min:10%."
                                    : " Write -10%, +$5, =$30, max:$40 or min:$10.")));
        }
    }

    private static String sentence(IllegalArgumentException e) {
        String words = String.valueOf(e.getMessage());
        return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
    }

    private void accept(Policy made) {
        wrong.set(Wrong.NOTHING);
        policy.set(Optional.of(made));
    }

    private void refuse(Wrong why) {
        policy.set(Optional.empty());
        wrong.set(why);
    }

    private void follow(Runnable change) {
        following = true;
        change.run();
        following = false;
    }

    private static String plain(double value) {
        return BigDecimal.valueOf(value)
                .setScale(4, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }

    ReadOnlyObjectProperty<PolicyRule> ruleProperty() {
        return rule.getReadOnlyProperty();
    }

    /// In the rule's unit.
    StringProperty numberProperty() {
        return number;
    }

    /// As `workbench portfolio` takes it: `+5pt`.
    StringProperty textProperty() {
        return text;
    }

    /// Empty while something is wrong.
    ReadOnlyObjectProperty<Optional<Policy>> policyProperty() {
        return policy.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Wrong> wrongProperty() {
        return wrong.getReadOnlyProperty();
    }
}
