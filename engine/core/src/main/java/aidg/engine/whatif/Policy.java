package aidg.engine.whatif;

import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Discount;
import aidg.engine.domain.Money;
import java.util.Locale;

/// A rule for one term, the discount or the price, of every offer that it is put on. A new discount keeps the list
/// price, so the customer pays more or less; a new price keeps the discount, so the list price follows. Discounts
/// stay within 2 and 80 %, prices are a cent at least; what lies beyond already may stay there.
public sealed interface Policy {

    /// Lowest discount that a policy sets, a fraction.
    double SHALLOWEST = 0.02;

    /// Highest discount that a policy sets, a fraction.
    double DEEPEST = 0.8;

    /// `DISCOUNT` or `PRICE`.
    Term term();

    /// What the rule asks for where the term has a value now, whether or not that can be.
    double wanted(double now);

    /// The rule for people: `discount +5 points`.
    String words();

    /// An offer under the rule; the very same terms where it asks for nothing else.
    default DealTerms apply(DealTerms terms) {
        double now = term().of(terms);
        double wanted = inside(now);
        if (term() == Term.DISCOUNT) {
            double rounded = Math.rint(1e6 * wanted) / 1e6;
            return Math.abs(rounded - now) < 1e-6 ? terms : terms.withDiscount(new Discount(rounded));
        }
        return Money.of(wanted).equals(terms.price()) ? terms : Term.PRICE.with(terms, wanted);
    }

    /// Whether the rule asks for more than may be, so that the offer is held at the end of the range.
    default boolean isHeld(DealTerms terms) {
        double now = term().of(terms);
        return Math.abs(wanted(now) - inside(now)) > 1e-9;
    }

    private double inside(double now) {
        return term() == Term.DISCOUNT
                ? Math.clamp(wanted(now), Math.min(now, SHALLOWEST), Math.max(now, DEEPEST))
                : Math.max(0.01, wanted(now));
    }

    /// So many points of discount, or dollars, more or less.
    ///
    /// @param by fraction or dollars; 0 changes nothing
    record Shift(Term term, double by) implements Policy {

        public Shift {
            check(term, Math.abs(by), 0, 1);
        }

        @Override
        public double wanted(double now) {
            return now + by;
        }

        @Override
        public String words() {
            String sign = by < 0 ? "\u2212" : "+";
            return term == Term.DISCOUNT
                    ? "discount %s%s points".formatted(sign, number(100 * Math.abs(by)))
                    : "price %s%s".formatted(sign, term.said(Math.abs(by)));
        }
    }

    /// Prices up or down by a share.
    ///
    /// @param factor more than 0; 1 changes nothing
    record Scale(double factor) implements Policy {

        public Scale {
            if (!(factor > 0) || factor > 100) {
                throw new IllegalArgumentException("prices cannot be multiplied by %s".formatted(factor));
            }
        }

        @Override
        public Term term() {
            return Term.PRICE;
        }

        @Override
        public double wanted(double now) {
            return now * factor;
        }

        @Override
        public String words() {
            return "price %s%s%%".formatted(factor < 1 ? "\u2212" : "+", number(100 * Math.abs(factor - 1)));
        }
    }

    /// One value for all.
    record Fix(Term term, double to) implements Policy {

        public Fix {
            check(term, to, SHALLOWEST, DEEPEST);
        }

        @Override
        public double wanted(double now) {
            return to;
        }

        @Override
        public String words() {
            return "%s %s".formatted(term.word(), term.said(to));
        }
    }

    /// A ceiling.
    record AtMost(Term term, double most) implements Policy {

        public AtMost {
            check(term, most, SHALLOWEST, DEEPEST);
        }

        @Override
        public double wanted(double now) {
            return Math.min(now, most);
        }

        @Override
        public String words() {
            return "%s at most %s".formatted(term.word(), term.said(most));
        }
    }

    /// A floor.
    record AtLeast(Term term, double least) implements Policy {

        public AtLeast {
            check(term, least, SHALLOWEST, DEEPEST);
        }

        @Override
        public double wanted(double now) {
            return Math.max(now, least);
        }

        @Override
        public String words() {
            return "%s at least %s".formatted(term.word(), term.said(least));
        }
    }

    private static void check(Term term, double value, double low, double high) {
        switch (term) {
            case DISCOUNT -> {
                if (!(value >= low && value <= high)) {
                    throw new IllegalArgumentException("a discount of %s%% is not in %s..%s%%"
                            .formatted(number(100 * value), number(100 * low), number(100 * high)));
                }
            }
            case PRICE -> {
                if (!(value >= (low > 0 ? 0.01 : 0) && value <= 1e6)) {
                    throw new IllegalArgumentException("a price of $%s cannot be".formatted(number(value)));
                }
            }
            case DURATION -> throw new IllegalArgumentException("a policy is about the discount or the price");
        }
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value).replaceAll("\\.?0+$", "");
    }
}
