package aidg.engine.marketplace.generator;

import aidg.engine.domain.Category;
import java.util.List;

/// What is usual in a category.
///
/// @param share        share of merchants
/// @param typicalPrice usual list price in dollars
/// @param costShare    cost of one sale as a share of the list price
/// @param monthlySales usual number of ordinary sales in 30 days
/// @param swing        amplitude of the season on a logarithmic scale
/// @param peakMonth    1..12
/// @param usualDays    usual best length of a run
/// @param kind         word group for notes: `food`, `wellness`, …
/// @param neighbour    what its deals are sometimes sold as instead
record CategoryTraits(
        Category category,
        double share,
        double typicalPrice,
        double costShare,
        double monthlySales,
        double swing,
        int peakMonth,
        double usualDays,
        String kind,
        Category neighbour) {

    static List<CategoryTraits> all() {
        return Vocabulary.table("categories.txt").stream()
                .map(CategoryTraits::of)
                .toList();
    }

    private static CategoryTraits of(List<String> cells) {
        return new CategoryTraits(
                new Category(cells.get(0)),
                Double.parseDouble(cells.get(1)),
                Double.parseDouble(cells.get(2)),
                Double.parseDouble(cells.get(3)),
                Double.parseDouble(cells.get(4)),
                Double.parseDouble(cells.get(5)),
                Integer.parseInt(cells.get(6)),
                Double.parseDouble(cells.get(7)),
                cells.get(8),
                new Category(cells.get(9)));
    }

    /// Season on a logarithmic scale, `swing * cos(2 pi (t - peak))`.
    double season(int day) {
        double peak = (peakMonth - 0.5) / 12;
        return swing * StrictMath.cos(2 * Math.PI * (Timeline.yearFraction(day) - peak));
    }
}
