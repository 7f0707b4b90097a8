package aidg.engine.forecast;

import aidg.engine.domain.Category;
import aidg.engine.domain.DealTerms;

/// A deal that went out, as proposed or changed.
///
/// @param end last day of the run, as epoch day
record Run(long start, long end, Category category, double discount) {

    private static final double OTHER_CATEGORY = 0.5;
    private static final double FAR_DISCOUNT = 0.1;
    private static final double OTHER_DISCOUNT = 0.7;

    static Run of(DealTerms terms, long start) {
        return new Run(
                start,
                start + terms.durationDays() - 1,
                terms.category(),
                terms.discount().fraction());
    }

    boolean overlaps(long from, long to) {
        return start <= to && end >= from;
    }

    /// How much of an earlier run counts for an offer at another discount, 0..1.
    double alike(double offered) {
        return Math.abs(discount - offered) < FAR_DISCOUNT ? 1 : OTHER_DISCOUNT;
    }

    /// How much of an earlier run wears customers out on a day for an offer of a category, 0..1.
    ///
    /// @param scale days after which 37 % are left
    double remembered(long day, Category offered, double scale) {
        return (category.equals(offered) ? 1 : OTHER_CATEGORY) * Math.exp(-Math.abs(day - start) / scale);
    }
}
