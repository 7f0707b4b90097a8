package aidg.engine.features;

import static aidg.engine.features.FeatureFamily.token;

import aidg.engine.domain.Category;
import aidg.engine.features.FeatureSchema.Side;
import aidg.engine.features.FeatureSchema.Token;
import java.util.Iterator;
import java.util.List;

/// How this merchant's deals went, all of them and the ones like this one; matured outcomes only. [PER-3] [B2]
final class HistoryFeatures implements FeatureFamily {

    @Override
    public List<Token> tokens() {
        return List.of(
                token(
                        Side.DEAL,
                        "history_match",
                        "Rhythm of deals",
                        "last_run_ended",
                        "days/30",
                        "runs_60_days",
                        "count",
                        "fatigue",
                        "weight"),
                token(
                        Side.JOINT,
                        "similar_deals",
                        "Past deals like this",
                        "count",
                        "log count",
                        "success",
                        "share",
                        "ratio",
                        "ratio",
                        "fatigue",
                        "weight"),
                token(
                        Side.JOINT,
                        "sales_forecast",
                        "Sales at this pace",
                        "conversion",
                        "log share",
                        "implied_ratio",
                        "log ratio",
                        "implied_ratio_long_run",
                        "log ratio",
                        "margin",
                        "share"),
                token(
                        Side.MERCHANT,
                        "track_record",
                        "Track record",
                        "success",
                        "share",
                        "deals",
                        "log count",
                        "reach",
                        "share",
                        "ratio",
                        "ratio",
                        "spread",
                        "ratio"),
                token(
                        Side.MERCHANT,
                        "recent_form",
                        "Recent form",
                        "success",
                        "share",
                        "reach",
                        "share",
                        "ratio",
                        "ratio",
                        "evidence",
                        "weight"),
                token(
                        Side.MERCHANT,
                        "last_deals",
                        "Last deals",
                        "ratio_1",
                        "ratio",
                        "ratio_2",
                        "ratio",
                        "ratio_3",
                        "ratio",
                        "age_1",
                        "log1p days"),
                token(Side.MERCHANT, "trend", "Trend", "reach_change", "share", "ratio_change", "ratio"),
                token(
                        Side.MERCHANT,
                        "traffic",
                        "Traffic",
                        "usual",
                        "log ratio",
                        "change",
                        "log ratio",
                        "conversion",
                        "log share",
                        "unit_profit",
                        "share"),
                token(
                        Side.MERCHANT,
                        "standing",
                        "Standing",
                        "tenure",
                        "log1p days",
                        "baseline",
                        "log $",
                        "since_last",
                        "log1p days"));
    }

    @Override
    public void write(Moment moment, Row row) {
        MerchantLedger ledger = moment.ledger();
        long today = moment.today();
        double categoryRate = rate(moment, moment.merchant().category());
        writeMatch(moment, rate(moment, moment.terms().category()), row);
        writeForecast(moment, row);

        double success = ledger.success.mean(categoryRate, 4);
        double reach = ledger.reach.mean(categoryRate, 4);
        double ratio = ledger.ratio.mean(1, 4);
        row.put(success, Math.log1p((double) ledger.success.count()), reach, ratio, ledger.ratio.deviation());
        double recentReach = ledger.recentReach.mean(today, reach, 1);
        double recentRatio = ledger.recentRatio.mean(today, ratio, 1);
        row.put(
                ledger.recentSuccess.mean(today, success, 1),
                recentReach,
                recentRatio,
                ledger.recentReach.weight(today));
        writeLast(moment, row);
        row.put(recentReach - reach, recentRatio - ratio);
        double usualTraffic = ledger.traffic.mean();
        row.put(
                usualTraffic,
                ledger.recentTraffic.mean(today, usualTraffic, 1) - usualTraffic,
                ledger.conversion.mean(),
                ledger.unitProfit.mean());
        row.put(
                Math.log1p((double)
                        Math.max(0, today - moment.merchant().joinedOn().toEpochDay())),
                moment.merchant().baselineGp30().isPositive()
                        ? Math.log(moment.merchant().baselineGp30().amount())
                        : Double.NaN,
                ledger.lastProposedDay == Long.MIN_VALUE
                        ? Double.NaN
                        : Math.log1p((double) today - ledger.lastProposedDay));
    }

    /// Share of a category's matured deals that succeeded, shrunk towards the marketplace's.
    private static double rate(Moment moment, Category category) {
        return moment.market().category(category).success.mean(moment.market().baseRate(), 20);
    }

    /// How the deals most like this one went, and how worn out the merchant's customers are.
    private static void writeMatch(Moment moment, double categoryRate, Row row) {
        double similarDeals = 0;
        double similarSuccesses = 0;
        double similarWithRatio = 0;
        double ratioSum = 0;
        for (MerchantLedger.PastDeal past : moment.ledger().pastDeals) {
            double likeness = likeness(past, moment);
            similarDeals += likeness;
            similarSuccesses += past.success() ? likeness : 0;
            if (!Double.isNaN(past.ratio())) {
                ratioSum += likeness * past.ratio();
                similarWithRatio += likeness;
            }
        }
        double daysSinceRun = Double.NaN;
        int recentRuns = 0;
        double fatigue = 0;
        double likeFatigue = 0;
        for (MerchantLedger.Run run : moment.ledger().runs) {
            double daysBetween = Math.max(0, moment.startDay() - run.endDay());
            daysSinceRun = Double.isNaN(daysSinceRun) ? daysBetween : Math.min(daysSinceRun, daysBetween);
            recentRuns += daysBetween < 60 ? 1 : 0;
            double likeDiscount =
                    Math.abs(run.discount() - moment.terms().discount().fraction()) < 0.1 ? 1 : 0.7;
            double weight = (run.category().equals(moment.terms().category()) ? 1 : 0.5) * Math.exp(-daysBetween / 30);
            fatigue += weight;
            likeFatigue += likeDiscount * weight;
        }
        row.put(Math.min(daysSinceRun, 365) / 30, recentRuns, fatigue);
        row.put(
                Math.log1p(similarDeals),
                (similarSuccesses + categoryRate * 2) / (similarDeals + 2),
                (ratioSum + 2) / (similarWithRatio + 2),
                likeFatigue);
    }

    /// What views, redemptions and profit per sale of the past would make of these terms: the conversion of the
    /// deals most like it, lately usual traffic, and the profit per sale less what this discount gives away on
    /// top.
    private static void writeForecast(Moment moment, Row row) {
        MerchantLedger ledger = moment.ledger();
        double usualConversion = ledger.conversion.mean();
        double weight = 0.5;
        double sum = 0.5 * usualConversion;
        for (MerchantLedger.PastDeal past : ledger.pastDeals) {
            if (!Double.isNaN(past.conversion())) {
                double likeness = likeness(past, moment);
                weight += likeness;
                sum += likeness * past.conversion();
            }
        }
        double conversion = sum / weight;
        double listPrice = moment.terms().listPrice().amount();
        double profitPerSale = ledger.unitProfit.mean()
                + ledger.discount.mean()
                - moment.terms().discount().fraction();
        double logProfitPerView = conversion + Math.log(Math.max(profitPerSale, 0.02));
        double recentTraffic = ledger.recentTraffic.mean(moment.today(), ledger.traffic.mean(), 1);
        row.put(
                conversion,
                logProfitPerView + recentTraffic,
                logProfitPerView + ledger.traffic.mean(),
                moment.terms().price().amount() / listPrice - 1 + ledger.unitProfit.mean());
    }

    /// 1 for the same terms, falling to 0 with the distance in discount, price and length; 0 in another category.
    private static double likeness(MerchantLedger.PastDeal past, Moment moment) {
        if (!past.deal().terms().category().equals(moment.terms().category())) {
            return 0;
        }
        double discount = (past.deal().terms().discount().fraction()
                        - moment.terms().discount().fraction())
                / 0.08;
        double price = Math.log(past.deal().terms().listPrice().amount()
                        / moment.terms().listPrice().amount())
                / 0.2;
        double days = Math.log((double) past.deal().terms().durationDays()
                        / moment.terms().durationDays())
                / 0.7;
        return Math.exp(-0.5 * (discount * discount + price * price + days * days));
    }

    private static void writeLast(Moment moment, Row row) {
        double[] lastRatios = {Double.NaN, Double.NaN, Double.NaN};
        double logAge = Double.NaN;
        int found = 0;
        for (Iterator<MerchantLedger.PastDeal> back = moment.ledger().pastDeals.descendingIterator();
                back.hasNext() && found < lastRatios.length; ) {
            MerchantLedger.PastDeal past = back.next();
            if (!Double.isNaN(past.ratio())) {
                if (found == 0) {
                    logAge = Math.log1p((double) moment.today() - past.startDay());
                }
                lastRatios[found++] = past.ratio();
            }
        }
        row.put(lastRatios[0], lastRatios[1], lastRatios[2], logAge);
    }
}
