package aidg.ui.whatif;

import aidg.engine.domain.DealTerms;
import aidg.engine.whatif.Term;

/// The steps in which people move terms: a point of discount, a dollar (half a one under $20), a day.
final class Steps {

    private static final double DEAR = 20;

    private Steps() {}

    private static double step(Term term, double at) {
        return switch (term) {
            case DISCOUNT -> 0.01;
            case PRICE -> at < DEAR ? 0.5 : 1;
            case DURATION -> 1;
        };
    }

    /// The nearest value of whole steps.
    static double rounded(Term term, double value) {
        double step = step(term, value);
        double whole = Math.rint(value / step) * step;
        return Math.rint(1e6 * Math.max(whole, term == Term.DISCOUNT ? 0 : step)) / 1e6;
    }

    /// The value so many steps up, or down if negative; where it is if none.
    static double moved(Term term, DealTerms from, int steps) {
        double now = term.of(from);
        return steps == 0 ? now : rounded(term, now + steps * step(term, now));
    }
}
