package aidg.engine.features;

import static aidg.engine.features.FeatureFamily.token;

import aidg.engine.features.FeatureSchema.Side;
import aidg.engine.features.FeatureSchema.Token;
import java.util.Iterator;
import java.util.List;

/// How this merchant's deals went, all of them and the last ones; matured outcomes only. [PER-3] [B2]
final class HistoryFeatures implements FeatureFamily {

    @Override
    public List<Token> tokens() {
        return List.of(
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
        double categoryRate = moment.market().rate(moment.merchant().category());
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
