package aidg.engine.encoder.graph;

import aidg.engine.encoder.geo.YearlyCurve;

/// What was usual on a day, by all that was known before it, so that what a deal brought can be told as a surprise:
/// traffic against the category's season, conversion against the category's at such a discount and price. [B2]
///
/// Traffic is told per unit of business: log views less log baseline plus the merchant's usual log list price,
/// so that a large merchant of cheap things and a small one of dear things compare.
final class Usual {

    private static final int HALF_A_RUN = 15;
    private static final double MEAN_WEIGHT = 3;
    private static final double SEASON_WEIGHT = 40;
    private static final double SLOPE_WEIGHT = 20;

    /// Sums over the deals of a category.
    private static final class Sums {
        double proposed;
        double logList;
        double discount;
        double logDays;
        double baselines;
        double logBaseline;
        double conversions;
        double conversion;
        double ratios;
        double ratio;
        double known;
        double success;
        final YearlyCurve.Points traffic = new YearlyCurve.Points();
    }

    private final DealFacts facts;
    private final Sums[] categories;
    private final Sums all = new Sums();
    private final double[] listDeviation;
    private final double[] listCount;
    private final YearlyCurve[] traffic;
    private double discountSlope;
    private double listSlope;

    Usual(DealFacts facts, int merchants, int day) {
        this.facts = facts;
        categories = new Sums[facts.categories()];
        for (int c = 0; c < categories.length; c++) {
            categories[c] = new Sums();
        }
        listDeviation = new double[merchants];
        listCount = new double[merchants];
        traffic = new YearlyCurve[categories.length];
        addProposals(day);
        addListPrices(day);
        addOutcomes(day);
        fitConversion(day);
    }

    private void addProposals(int day) {
        for (int i = 0; i < facts.count && facts.proposed[i] < day; i++) {
            for (Sums sums : new Sums[] {categories[facts.category[i]], all}) {
                sums.proposed++;
                sums.logList += facts.logList[i];
                sums.discount += facts.discount[i];
                sums.logDays += facts.logDays[i];
                if (!Float.isNaN(facts.logBaseline[i])) {
                    sums.baselines++;
                    sums.logBaseline += facts.logBaseline[i];
                }
            }
        }
    }

    private void addListPrices(int day) {
        for (int i = 0; i < facts.count && facts.proposed[i] < day; i++) {
            listDeviation[facts.merchant[i]] += facts.logList[i] - logList(facts.category[i]);
            listCount[facts.merchant[i]]++;
        }
    }

    private void addOutcomes(int day) {
        for (int i = 0; i < facts.count && facts.proposed[i] < day; i++) {
            if (!facts.knownBefore(i, day)) {
                continue;
            }
            double level = level(i);
            for (Sums sums : new Sums[] {categories[facts.category[i]], all}) {
                sums.known++;
                sums.success += facts.success[i];
                if (!Double.isNaN(level)) {
                    sums.traffic.add(facts.started[i] + HALF_A_RUN, level);
                }
                if (!Float.isNaN(facts.logConversion[i])) {
                    sums.conversions++;
                    sums.conversion += facts.logConversion[i];
                }
                if (!Float.isNaN(facts.logRatio[i])) {
                    sums.ratios++;
                    sums.ratio += facts.logRatio[i];
                }
            }
        }
        YearlyCurve market = all.traffic.fit(YearlyCurve.FLAT, 1e-3, SEASON_WEIGHT);
        for (int c = 0; c < categories.length; c++) {
            traffic[c] = categories[c].traffic.fit(market, MEAN_WEIGHT, SEASON_WEIGHT);
        }
    }

    /// Least squares of conversion on discount and list price, both against what is usual, over all categories.
    private void fitConversion(int day) {
        double xx = SLOPE_WEIGHT * 0.01;
        double zz = SLOPE_WEIGHT * 0.03;
        double xz = 0;
        double xy = 0;
        double zy = 0;
        for (int i = 0; i < facts.count && facts.proposed[i] < day; i++) {
            if (facts.knownBefore(i, day) && !Float.isNaN(facts.logConversion[i])) {
                double x = discountDeviation(i);
                double z = listPriceDeviation(i);
                double y = facts.logConversion[i] - conversion(facts.category[i]);
                xx += x * x;
                zz += z * z;
                xz += x * z;
                xy += x * y;
                zy += z * y;
            }
        }
        double determinant = xx * zz - xz * xz;
        discountSlope = (xy * zz - zy * xz) / determinant;
        listSlope = (zy * xx - xy * xz) / determinant;
    }

    /// Log traffic per unit of business, NaN if it is not known.
    private double level(int deal) {
        return facts.logViews[deal] - facts.logBaseline[deal] + usualLogList(deal);
    }

    /// The list price that the merchant usually asks in this category; the deal's own has a say while little is
    /// known.
    private double usualLogList(int deal) {
        int m = facts.merchant[deal];
        double usual = logList(facts.category[deal]);
        return usual + (listDeviation[m] + facts.logList[deal] - usual) / (listCount[m] + 1);
    }

    double listPriceDeviation(int deal) {
        return facts.logList[deal] - usualLogList(deal);
    }

    double discountDeviation(int deal) {
        return facts.discount[deal] - discount(facts.category[deal]);
    }

    double logList(int category) {
        return mean(categories[category].logList, categories[category].proposed, all.logList, all.proposed, 3.5);
    }

    double discount(int category) {
        return mean(categories[category].discount, categories[category].proposed, all.discount, all.proposed, 0.3);
    }

    double logDays(int category) {
        return mean(categories[category].logDays, categories[category].proposed, all.logDays, all.proposed, 2.8);
    }

    double logBaseline(int category) {
        return mean(
                categories[category].logBaseline, categories[category].baselines, all.logBaseline, all.baselines, 7);
    }

    private double conversion(int category) {
        return mean(
                categories[category].conversion, categories[category].conversions, all.conversion, all.conversions, -3);
    }

    private double ratio(int category) {
        return mean(categories[category].ratio, categories[category].ratios, all.ratio, all.ratios, 0);
    }

    double success(int category) {
        return mean(categories[category].success, categories[category].known, all.success, all.known, 0.5);
    }

    /// A category's mean, pulled to the marketplace's, which is pulled to `prior`.
    private static double mean(double sum, double count, double allSum, double allCount, double prior) {
        double market = (allSum + prior) / (allCount + 1);
        return (sum + market * MEAN_WEIGHT) / (count + MEAN_WEIGHT);
    }

    /// How the category's season moves traffic on a day, logarithmic.
    double swing(int category, int day) {
        return traffic[category].swingAt(day);
    }

    /// Log traffic over what the category and the season would bring; NaN if it is not measured.
    double trafficSurprise(int deal) {
        return level(deal) - traffic[facts.category[deal]].at(facts.started[deal] + HALF_A_RUN);
    }

    /// Log conversion over what the category brings at such a discount and price; NaN if it is not measured.
    double conversionSurprise(int deal) {
        return facts.logConversion[deal]
                - conversion(facts.category[deal])
                - discountSlope * discountDeviation(deal)
                - listSlope * listPriceDeviation(deal);
    }

    /// Log of gross profit over baseline, over what the category brings; NaN if it is not measured.
    double ratioSurprise(int deal) {
        return facts.logRatio[deal] - ratio(facts.category[deal]);
    }
}
