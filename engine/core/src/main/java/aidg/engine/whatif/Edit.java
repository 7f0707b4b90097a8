package aidg.engine.whatif;

import aidg.engine.domain.DealTerms;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// An offer on other terms, with what it would bring.
///
/// @param original the terms as proposed
/// @param score    probability, 0..1, that it is approved and reaches the baseline
/// @param gp30     expected gross profit of 30 days, dollars
/// @param allowed  whether the safety guard lets it out
public record Edit(DealTerms original, DealTerms terms, double score, double gp30, boolean allowed) {

    private static final double CATEGORY_STRIDES = 3;
    private static final double EACH = 0.5;

    /// By less of itself a list price moves where a price is rounded.
    private static final double LIST_PRICE_MOVES = 0.01;

    /// Whether the category changes.
    boolean movesCategory() {
        return !terms.category().equals(original.category());
    }

    /// The terms that change.
    List<Term> moved() {
        List<Term> moved = new ArrayList<>();
        for (Term term : Term.values()) {
            if (term.of(terms) != term.of(original)) {
                moved.add(term);
            }
        }
        return moved;
    }

    /// How much it asks of a merchant: noticeable changes of each term, and a half for each term that changes
    /// at all. Another category counts as three.
    double size() {
        double size = movesCategory() ? CATEGORY_STRIDES + EACH : 0;
        for (Term term : moved()) {
            size += EACH + term.strides(term.of(original), term.of(terms));
        }
        return size;
    }

    /// What changes: `Discount 35% to 32%, price $78 to $82 (list price $120 to $121), sold as Spa instead of Gym`;
    /// `Nothing changes` of the original.
    public String words() {
        List<String> parts = new ArrayList<>();
        for (Term term : moved()) {
            parts.add("%s %s to %s%s"
                    .formatted(
                            term.word(),
                            term.said(term.of(original)),
                            term.said(term.of(terms)),
                            term == Term.PRICE ? listPrice() : ""));
        }
        if (movesCategory()) {
            parts.add("sold as %s instead of %s"
                    .formatted(terms.category().words(), original.category().words()));
        }
        String words = parts.isEmpty() ? "nothing changes" : String.join(", ", parts);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /// A price at the same discount means another list price, which a merchant has to agree to as well.
    private String listPrice() {
        double was = original.listPrice().amount();
        double is = terms.listPrice().amount();
        return Math.abs(is - was) < LIST_PRICE_MOVES * was
                ? ""
                : " (list price %s to %s)".formatted(Term.PRICE.said(was), Term.PRICE.said(is));
    }

    /// What it changes and what that brings, for people.
    ///
    /// @param before the original, as it is forecast
    public String sentence(Edit before) {
        if (terms.equals(original)) {
            return String.format(Locale.ROOT, "Score %.0f%%, expected GP30 %s.", 100 * score, dollars(gp30));
        }
        double change = gp30 - before.gp30;
        return String.format(
                Locale.ROOT,
                "%s: score %.0f%% to %.0f%%, expected GP30 %s to %s (%s%s)%s.",
                words(),
                100 * before.score,
                100 * score,
                dollars(before.gp30),
                dollars(gp30),
                change < 0 ? "" : "+",
                dollars(change),
                allowed ? "" : "; the guard rejects it");
    }

    private static String dollars(double amount) {
        return String.format(Locale.ROOT, amount < 0 ? "\u2212$%,.0f" : "$%,.0f", Math.abs(amount));
    }
}
