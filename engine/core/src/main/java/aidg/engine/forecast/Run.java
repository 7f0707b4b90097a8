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

    /// How much an earlier run wears customers out for an offer that starts on `day`, 0..1.
    ///
    /// @param scale days after which 37 % are left
    double fatigue(long day, Offer offer, double scale) {
        double alike = (category.equals(offer.category()) ? 1 : OTHER_CATEGORY)
                * (Math.abs(discount - offer.discount()) < FAR_DISCOUNT ? 1 : OTHER_DISCOUNT);
        return alike * Math.exp(-Math.abs(day - start) / scale);
    }
}
