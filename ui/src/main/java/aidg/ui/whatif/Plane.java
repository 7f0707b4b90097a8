package aidg.ui.whatif;

import aidg.engine.domain.Proposal;
import aidg.engine.whatif.Term;

/// Which two terms the corridor shows.
enum Plane {
    DISCOUNT_PRICE(Term.DISCOUNT, Term.PRICE, Term.DURATION),
    DISCOUNT_DURATION(Term.DISCOUNT, Term.DURATION, Term.PRICE),
    PRICE_DURATION(Term.PRICE, Term.DURATION, Term.DISCOUNT);

    private final Term x;
    private final Term y;
    private final Term third;

    Plane(Term x, Term y, Term third) {
        this.x = x;
        this.y = y;
        this.third = third;
    }

    Term x() {
        return x;
    }

    Term y() {
        return y;
    }

    /// The term that stays.
    Term third() {
        return third;
    }

    /// `Discount and price`.
    String words() {
        return Character.toUpperCase(x.word().charAt(0)) + x.word().substring(1) + " and " + y.word();
    }

    /// Whether both offers lie in one such plane.
    boolean holds(Proposal one, Proposal other) {
        return third.of(one.terms()) == third.of(other.terms())
                && one.terms().category().equals(other.terms().category())
                && one.startsOn().equals(other.startsOn());
    }
}
