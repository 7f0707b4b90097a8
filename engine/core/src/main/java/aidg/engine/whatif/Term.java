package aidg.engine.whatif;

import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Discount;
import aidg.engine.domain.Money;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// A term of an offer that can be moved; the others stay.
public enum Term {
    /// A fraction, 0 to under 1. What the customer pays stays, so the list price follows; `DealTerms.withDiscount`
    /// keeps the list price instead.
    DISCOUNT("discount", 0.05) {
        @Override
        public double of(DealTerms terms) {
            return terms.discount().fraction();
        }

        @Override
        public DealTerms with(DealTerms terms, double value) {
            return new DealTerms(new Discount(value), terms.price(), terms.durationDays(), terms.category());
        }
    },
    /// Dollars that the customer pays, more than 0. The discount stays, so the list price follows.
    PRICE("price", 0.1) {
        @Override
        public double of(DealTerms terms) {
            return terms.price().amount();
        }

        @Override
        public DealTerms with(DealTerms terms, double value) {
            return new DealTerms(terms.discount(), Money.of(value), terms.durationDays(), terms.category());
        }

        @Override
        double distance(double one, double other) {
            return Math.abs(Math.log(one / other));
        }
    },
    /// Whole days, 1 to 365.
    DURATION("duration", 0.35) {
        @Override
        public double of(DealTerms terms) {
            return terms.durationDays();
        }

        @Override
        public DealTerms with(DealTerms terms, double value) {
            return new DealTerms(terms.discount(), terms.price(), Math.toIntExact(Math.round(value)), terms.category());
        }

        @Override
        double distance(double one, double other) {
            return Math.abs(Math.log(one / other));
        }
    };

    private static final double DEAR = 100;

    private final String word;
    private final double stride;

    /// @param stride the distance that counts as one, about what a person would call a noticeable change
    Term(String word, double stride) {
        this.word = word;
        this.stride = stride;
    }

    /// The term that a word names, in upper or lower case; empty if none.
    public static Optional<Term> named(String word) {
        String plain = word.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(term -> term.word.equals(plain)).findFirst();
    }

    /// As settings name it: `discount`.
    public String word() {
        return word;
    }

    /// The term's value, in its unit.
    public abstract double of(DealTerms terms);

    /// The offer with this term at another value.
    ///
    /// @throws IllegalArgumentException naming the term, if the value is out of its range
    public abstract DealTerms with(DealTerms terms, double value);

    /// A value as people write it: `35%`, `$82`, `$24.99`, `21 days`.
    public String said(double value) {
        return switch (this) {
            case DISCOUNT -> String.format(Locale.ROOT, "%.1f", 100 * value).replaceAll("\\.0$", "") + "%";
            case PRICE ->
                "$" + String.format(Locale.ROOT, value >= DEAR || value == Math.rint(value) ? "%,.0f" : "%,.2f", value);
            case DURATION -> String.format(Locale.ROOT, value == 1 ? "%.0f day" : "%.0f days", value);
        };
    }

    double distance(double one, double other) {
        return Math.abs(one - other);
    }

    /// How far two values lie apart, in noticeable changes: 5 points of discount, a tenth of a price, a third
    /// of a duration.
    double strides(double one, double other) {
        return distance(one, other) / stride;
    }
}
