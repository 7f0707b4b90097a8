package aidg.ui.portfolio;

import aidg.engine.whatif.Policy;
import aidg.engine.whatif.Term;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.Function;

/// The rules that a policy can be, as a form asks for them: each takes one positive number in its unit.
enum PolicyRule {
    DEEPER(
            Term.DISCOUNT,
            "Raise by",
            "points",
            5,
            by -> new Policy.Shift(Term.DISCOUNT, by / 100),
            raised(Term.DISCOUNT, 100)),
    SHALLOWER(
            Term.DISCOUNT,
            "Lower by",
            "points",
            5,
            by -> new Policy.Shift(Term.DISCOUNT, -by / 100),
            lowered(Term.DISCOUNT, 100)),
    SET_DISCOUNT(
            Term.DISCOUNT,
            "Set all to",
            "%",
            30,
            to -> new Policy.Fix(Term.DISCOUNT, to / 100),
            set(Term.DISCOUNT, 100)),
    MOST_DISCOUNT(
            Term.DISCOUNT,
            "At most",
            "%",
            40,
            most -> new Policy.AtMost(Term.DISCOUNT, most / 100),
            most(Term.DISCOUNT, 100)),
    LEAST_DISCOUNT(
            Term.DISCOUNT,
            "At least",
            "%",
            15,
            least -> new Policy.AtLeast(Term.DISCOUNT, least / 100),
            least(Term.DISCOUNT, 100)),
    DEARER_SHARE(
            Term.PRICE,
            "Raise by",
            "%",
            10,
            by -> new Policy.Scale(1 + by / 100),
            policy -> policy instanceof Policy.Scale(double factor) && factor >= 1
                    ? Optional.of(100 * (factor - 1))
                    : Optional.empty()),
    CHEAPER_SHARE(
            Term.PRICE,
            "Lower by",
            "%",
            10,
            by -> new Policy.Scale(1 - by / 100),
            policy -> policy instanceof Policy.Scale(double factor) && factor < 1
                    ? Optional.of(100 * (1 - factor))
                    : Optional.empty()),
    DEARER(Term.PRICE, "Raise by", "dollars", 5, by -> new Policy.Shift(Term.PRICE, by), raised(Term.PRICE, 1)),
    CHEAPER(Term.PRICE, "Lower by", "dollars", 5, by -> new Policy.Shift(Term.PRICE, -by), lowered(Term.PRICE, 1)),
    SET_PRICE(Term.PRICE, "Set all to", "dollars", 30, to -> new Policy.Fix(Term.PRICE, to), set(Term.PRICE, 1)),
    MOST_PRICE(Term.PRICE, "At most", "dollars", 40, most -> new Policy.AtMost(Term.PRICE, most), most(Term.PRICE, 1)),
    LEAST_PRICE(
            Term.PRICE,
            "At least",
            "dollars",
            10,
            least -> new Policy.AtLeast(Term.PRICE, least),
            least(Term.PRICE, 1));

    private final Term term;
    private final String verb;
    private final String unit;
    private final double usual;
    private final DoubleFunction<Policy> policy;
    private final Function<Policy, Optional<Double>> number;

    /// @param usual  what the form begins with, in the unit
    /// @param policy makes the policy of a number in the unit
    /// @param number the other way; empty for a policy of another rule
    PolicyRule(
            Term term,
            String verb,
            String unit,
            double usual,
            DoubleFunction<Policy> policy,
            Function<Policy, Optional<Double>> number) {
        this.term = term;
        this.verb = verb;
        this.unit = unit;
        this.usual = usual;
        this.policy = policy;
        this.number = number;
    }

    /// @param units how many of the rule's units one of the term's is
    private static Function<Policy, Optional<Double>> raised(Term about, double units) {
        return policy -> policy instanceof Policy.Shift(Term term, double by) && term == about && by >= 0
                ? Optional.of(units * by)
                : Optional.empty();
    }

    private static Function<Policy, Optional<Double>> lowered(Term about, double units) {
        return policy -> policy instanceof Policy.Shift(Term term, double by) && term == about && by < 0
                ? Optional.of(-units * by)
                : Optional.empty();
    }

    private static Function<Policy, Optional<Double>> set(Term about, double units) {
        return policy -> policy instanceof Policy.Fix(Term term, double to) && term == about
                ? Optional.of(units * to)
                : Optional.empty();
    }

    private static Function<Policy, Optional<Double>> most(Term about, double units) {
        return policy -> policy instanceof Policy.AtMost(Term term, double most) && term == about
                ? Optional.of(units * most)
                : Optional.empty();
    }

    private static Function<Policy, Optional<Double>> least(Term about, double units) {
        return policy -> policy instanceof Policy.AtLeast(Term term, double least) && term == about
                ? Optional.of(units * least)
                : Optional.empty();
    }

    /// Rules about a term.
    static List<PolicyRule> of(Term term) {
        return Arrays.stream(values()).filter(rule -> rule.term == term).toList();
    }

    /// Which rule a policy is.
    static PolicyRule of(Policy policy) {
        return Arrays.stream(values())
                .filter(rule -> rule.number(policy).isPresent())
                .findFirst()
                .orElseThrow();
    }

    /// The policy.
    ///
    /// @param number in the rule's unit
    /// @throws IllegalArgumentException saying why there can be no such policy
    Policy of(double number) {
        return policy.apply(number);
    }

    /// The number of a policy that this rule is; empty for another rule.
    Optional<Double> number(Policy of) {
        return number.apply(of);
    }

    Term term() {
        return term;
    }

    /// `points`, `%` or `dollars`.
    String unit() {
        return unit;
    }

    /// What the form begins with.
    double usual() {
        return usual;
    }

    /// `Raise by so many points`.
    String words() {
        return "%s … %s".formatted(verb, unit);
    }
}
