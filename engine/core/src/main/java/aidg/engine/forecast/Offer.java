package aidg.engine.forecast;

import aidg.engine.domain.Category;
import aidg.engine.domain.DealTerms;

/// The terms of a deal on the scales on which customers feel them.
///
/// @param discount fraction of the list price, 0..1
/// @param logList  natural logarithm of the list price in dollars
/// @param logDays  natural logarithm of the length in days
record Offer(double discount, double logList, double logDays, Category category) {

    static Offer of(DealTerms terms) {
        return new Offer(
                terms.discount().fraction(),
                Math.log(terms.price().amount()) - Math.log(1 - terms.discount().fraction()),
                Math.log(terms.durationDays()),
                terms.category());
    }
}
