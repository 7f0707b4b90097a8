package aidg.ui.portfolio;

import aidg.engine.whatif.Policy;
import aidg.engine.whatif.Term;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The rules that a policy can be, as a form asks for them: each takes one positive number in its unit.
enum PolicyRule {
    DEEPER(Term.DISCOUNT, "Raise by", "points", 5) {
        @Override
        Policy of(double number) {
            return new Policy.Shift(Term.DISCOUNT, number / 100);
        }

        @Override
        Optional<Double> number(Policy policy) {
            return policy instanceof Policy.Shift(Term term, double by) && term == term() && by >= 0
                    ? Optional.of(100 * by)
                    : Optional.empty();
        }
    },
    SHALLOWER(Term.DISCOUNT, "Lower by", "points", 5) {
        @Override
        Policy of(double number) {
            return new Policy.Shift(Term.DISCOUNT, -number / 100);
        }

        @Override
        Optional<Double> number(Policy policy) {
            return policy instanceof Policy.Shift(Term term, double by) && term == term() && by < 0
                    ? Optional.of(-100 * by)
                    : Optional.empty();
        }
    },
    SET_DISCOUNT(Term.DISCOUNT, "Set all to", "%", 30) {
        @Override
        Policy of(double number) {
            return new Policy.Fix(Term.DISCOUNT, number / 100);
        }

        @Override
        Optional<Double> number(Policy policy) {
            return policy instanceof Policy.Fix(Term term, double to) && term == term()
                    ? Optional.of(100 * to)
                    : Optional.empty();
        }
    },
    MOST_DISCOUNT(Term.DISCOUNT, "At most", "%", 40) {
        @Override
        Policy of(double number) {
            return new Policy.AtMost(Term.DISCOUNT, number / 100);
        }

        @Override
        Optional<Double> number(Policy policy) {
            return policy instanceof Policy.AtMost(Term term, double most) && term == term()
                    ? Optional.of(100 * most)
                    : Optional.empty();
        }
    },
    LEAST_DISCOUNT(Term.DISCOUNT, "At least", "%", 15) {
        @Override
        Policy of(double number) {
            return new Policy.AtLeast(Term.DISCOUNT, number / 100);
        }

        @Override
        Optional<Double> number(Policy policy) {
            return policy instanceof Policy.AtLeast(Term term, double least) && term == term()
                    ? Optional.of(100 * least)
                    : Optional.empty();
        }
    },
    DEARER_SHARE(Term.PRICE, "Raise by", "%", 10) {
        @Override
        Policy of(double number) {
            return new Policy.Scale(1 + number / 100);
        }

        @Override
        Optional<Double> number(Policy policy) {
            return policy instanceof Policy.Scale(double factor) && factor >= 1
                    ? Optional.of(100 * (factor - 1))
                    : Optional.empty();
        }
    },
    CHEAPER_SHARE(Term.PRICE, "Lower by", "%", 10) {
        @Override
        Policy of(double number) {
            return new Policy.Scale(1 - number / 100);
        }

        @Override
        Optional<Double> number(Policy policy) {
            return policy instanceof Policy.Scale(double factor) && factor < 1
                    ? Optional.of(100 * (1 - factor))
                    : Optional.empty();
        }
    },
    DEARER(Term.PRICE, "Raise by", "dollars", 5) {
        @Override
        Policy of(double number) {
            return new Policy.Shift(Term.PRICE, number);
        }

        @Override
        Optional<Double> number(Policy policy) {
            return policy instanceof Policy.Shift(Term term, double by) && term == term() && by >= 0
                    ? Optional.of(by)
                    : Optional.empty();
        }
    },
    CHEAPER(Term.PRICE, "Lower by", "dollars", 5) {
        @Override
        Policy of(double number) {
            return new Policy.Shift(Term.PRICE, -number);
        }

        @Override
        Optional<Double> number(Policy policy) {
            return policy instanceof Policy.Shift(Term term, double by) && term == term() && by < 0
                    ? Optional.of(-by)
                    : Optional.empty();
        }
    },
    SET_PRICE(Term.PRICE, "Set all to", "dollars", 30) {
        @Override
        Policy of(double number) {
            return new Policy.Fix(Term.PRICE, number);
        }

        @Override
        Optional<Double> number(Policy policy) {
            return policy instanceof Policy.Fix(Term term, double to) && term == term()
                    ? Optional.of(to)
                    : Optional.empty();
        }
    },
    MOST_PRICE(Term.PRICE, "At most", "dollars", 40) {
        @Override
        Policy of(double number) {
            return new Policy.AtMost(Term.PRICE, number);
        }

        @Override
        Optional<Double> number(Policy policy) {
            return policy instanceof Policy.AtMost(Term term, double most) && term == term()
                    ? Optional.of(most)
                    : Optional.empty();
        }
    },
    LEAST_PRICE(Term.PRICE, "At least", "dollars", 10) {
        @Override
        Policy of(double number) {
            return new Policy.AtLeast(Term.PRICE, number);
        }

        @Override
        Optional<Double> number(Policy policy) {
            return policy instanceof Policy.AtLeast(Term term, double least) && term == term()
                    ? Optional.of(least)
                    : Optional.empty();
        }
    };

    private final Term term;
    private final String verb;
    private final String unit;
    private final double usual;

    PolicyRule(Term term, String verb, String unit, double usual) {
        this.term = term;
        this.verb = verb;
        this.unit = unit;
        this.usual = usual;
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
    abstract Policy of(double number);

    /// The number of a policy that this rule is; empty for another rule.
    abstract Optional<Double> number(Policy policy);

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
