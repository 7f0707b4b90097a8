package aidg.engine.encoder.geo;

import aidg.engine.domain.Category;
import aidg.engine.domain.Deal;
import aidg.engine.domain.DealOutcome;
import aidg.engine.features.Gp30Ratio;
import aidg.engine.marketplace.Marketplace;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How a category fares over the year, as 16 numbers for a date: success, gross profit over baseline and
/// traffic, each a curve through all deals whose fate was known by then, pulled to the marketplace's curve.
/// [PER-9] [B2]
///
/// Numbers: per measure the swing on the date, its change over the next 30 days, and its strength over the year
/// (9); the marketplace's swing per measure (3); log of the evidence; the category's success less the
/// marketplace's; cosine and sine of the date. Days are replayed forwards; asking for an earlier day than
/// before starts over, which takes as long as the first time. Not for two threads at once.
final class Seasonality {

    static final int WIDTH = 16;

    private static final int HALF_A_RUN = 15;
    private static final int AHEAD = 30;
    private static final double MEAN_WEIGHT = 10;
    private static final double SEASON_WEIGHT = 60;

    /// Success 0..1; gross profit over baseline; log views less log of the sales that the baseline needs.
    private static final int MEASURES = 3;

    private static final class Year {
        final YearlyCurve.Points[] points = {
            new YearlyCurve.Points(), new YearlyCurve.Points(), new YearlyCurve.Points()
        };
        YearlyCurve[] curves = {YearlyCurve.FLAT, YearlyCurve.FLAT, YearlyCurve.FLAT};
        long fittedAt = -1;

        void add(double day, double... values) {
            for (int k = 0; k < MEASURES; k++) {
                if (!Double.isNaN(values[k])) {
                    points[k].add(day, values[k]);
                }
            }
        }

        /// Fits the curves unless they are of this time already.
        void fit(YearlyCurve[] priors, double meanWeight, long time) {
            if (fittedAt != time) {
                for (int k = 0; k < MEASURES; k++) {
                    curves[k] = points[k].fit(priors[k], meanWeight, SEASON_WEIGHT);
                }
                fittedAt = time;
            }
        }
    }

    private final List<Deal> deals;
    private final Map<Category, Year> years = new HashMap<>();
    private Year market = new Year();
    private int next;
    private LocalDate replayed = LocalDate.MIN;

    Seasonality(Marketplace marketplace) {
        deals = marketplace.deals().stream()
                .sorted(Comparator.comparing(Deal::knownOn).thenComparing(Deal::id))
                .toList();
    }

    /// @param day   of the look: only what was known before it counts
    /// @param start first day of the run
    float[] of(Category category, LocalDate day, LocalDate start) {
        replayBefore(day);
        market.fit(new YearlyCurve[] {YearlyCurve.FLAT, YearlyCurve.FLAT, YearlyCurve.FLAT}, 1e-3, next);
        Year year = years.computeIfAbsent(category, ignored -> new Year());
        year.fit(market.curves, MEAN_WEIGHT, next);
        double middle = start.toEpochDay() + HALF_A_RUN;
        float[] numbers = new float[WIDTH];
        for (int k = 0; k < MEASURES; k++) {
            YearlyCurve curve = year.curves[k];
            numbers[3 * k] = (float) curve.swingAt(middle);
            numbers[3 * k + 1] = (float) (curve.swingAt(middle + AHEAD) - curve.swingAt(middle));
            numbers[3 * k + 2] = (float) curve.strength();
            numbers[9 + k] = (float) market.curves[k].swingAt(middle);
        }
        numbers[12] = (float) (Math.log1p(year.points[0].count()) / 5);
        numbers[13] = (float) (year.curves[0].mean() - market.curves[0].mean());
        numbers[14] = (float) Math.cos(YearlyCurve.angle(middle));
        numbers[15] = (float) Math.sin(YearlyCurve.angle(middle));
        return numbers;
    }

    private void replayBefore(LocalDate day) {
        if (day.isBefore(replayed)) {
            years.clear();
            market = new Year();
            next = 0;
        }
        replayed = day;
        while (next < deals.size() && deals.get(next).knownOn().isBefore(day)) {
            add(deals.get(next++));
        }
    }

    private void add(Deal deal) {
        Boolean success = deal.succeededOn(deal.knownOn());
        if (success == null) {
            return;
        }
        DealOutcome outcome = deal.outcomeOn(deal.knownOn());
        double traffic = outcome == null || !deal.baselineGp30().isPositive()
                ? Double.NaN
                : Math.log1p(outcome.views())
                        - Math.log(deal.baselineGp30().amount()
                                / deal.terms().listPrice().amount());
        double middle = deal.startsOn().toEpochDay() + HALF_A_RUN;
        double[] values = {success ? 1 : 0, Gp30Ratio.of(deal, outcome), traffic};
        market.add(middle, values);
        years.computeIfAbsent(deal.terms().category(), ignored -> new Year()).add(middle, values);
    }
}
