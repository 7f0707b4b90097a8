package aidg.engine.whatif;

import aidg.engine.domain.DealTerms;
import aidg.engine.whatif.Limits.Range;

/// From where to where a term is drawn: what can be asked of the merchant and somewhat more, so that one sees what
/// lies beyond.
///
/// @param low  where it begins, in the term's unit: a fraction, dollars or days
/// @param high where it ends, likewise
public record WideRange(Term term, double low, double high) {

    private static final double DEEPEST = 0.8;
    private static final double SHALLOWEST = 0.02;
    private static final double HALF = 0.5;
    private static final double LONGEST = 90;

    /// Around the value that an offer has.
    public static WideRange of(Term term, DealTerms terms) {
        double now = term.of(terms);
        return of(term, terms, new Range(now, now, 1, 0));
    }

    /// Around the value that an offer has and a range.
    public static WideRange of(Term term, DealTerms terms, Range range) {
        double now = term.of(terms);
        double low = Math.min(now, range.low());
        double high = Math.max(now, range.high());
        double more = HALF * (high - low);
        return switch (term) {
            case DISCOUNT ->
                new WideRange(
                        term,
                        Math.min(low, Math.max(SHALLOWEST, low - Math.max(more, 0.1))),
                        Math.max(high, Math.min(DEEPEST, high + Math.max(more, 0.1))));
            case PRICE ->
                new WideRange(
                        term,
                        cents(Math.max(0.4 * low, low - Math.max(more, 0.3 * low))),
                        cents(high + Math.max(more, 0.3 * high)));
            case DURATION ->
                new WideRange(
                        term,
                        Math.max(1, Math.floor(low - Math.max(more, 7))),
                        Math.max(high, Math.min(LONGEST, Math.ceil(high + Math.max(more, 7)))));
        };
    }

    private static double cents(double amount) {
        return Math.max(0.01, Math.rint(100 * amount) / 100);
    }

    /// So many values from end to end.
    public Axis axis(int count) {
        return Axis.spread(term, low, high, count);
    }
}
