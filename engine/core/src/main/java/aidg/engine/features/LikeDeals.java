package aidg.engine.features;

import aidg.engine.domain.Deal;
import aidg.engine.domain.DealTerms;
import aidg.engine.features.FeatureFamily.Row;
import java.util.Arrays;
import java.util.List;

/// What a merchant's past deals in one category tell of an offer, the more the more they are like it: 1 for the
/// same terms, falling to 0 with the distance in discount, list price and length. Any number of offers is cheap
/// to ask; used by one thread.
final class LikeDeals implements FeatureFamily.Joints {

    private static final double DISCOUNT_WIDTH = 0.08;
    private static final double PRICE_WIDTH = 0.2;
    private static final double LENGTH_WIDTH = 0.7;
    private static final double LEAST_PROFIT = 0.02;

    private final MerchantLedger ledger;
    private final double categoryRate;
    private final double usualTraffic;
    private final double recentTraffic;
    private final double usualConversion;
    private final double usualProfit;
    private final List<MerchantLedger.PastDeal> past;
    private final double[] discounts;
    private final double[] lists;
    private final double[] runDiscounts;
    private final double[] wear;
    private final double[] length;
    private int days;

    private final double[] logLists;
    private final boolean quick;

    /// @param moment whose category counts and whose other terms do not
    /// @param quick  whether likeness may be off by a billionth
    LikeDeals(Moment moment, boolean quick) {
        this.quick = quick;
        ledger = moment.ledger();
        categoryRate = moment.market().rate(moment.terms().category());
        usualTraffic = ledger.traffic.mean();
        recentTraffic = ledger.recentTraffic.mean(moment.today(), usualTraffic, 1);
        usualConversion = ledger.conversion.mean();
        usualProfit = ledger.unitProfit.mean();
        past = ledger.pastDeals.stream()
                .filter(one ->
                        one.deal().terms().category().equals(moment.terms().category()))
                .toList();
        discounts = past.stream()
                .mapToDouble(one -> one.deal().terms().discount().fraction())
                .toArray();
        lists = past.stream()
                .mapToDouble(one -> one.deal().terms().listPrice().amount())
                .toArray();
        logLists = Arrays.stream(lists).map(Math::log).toArray();
        length = new double[past.size()];
        runDiscounts =
                ledger.runs.stream().mapToDouble(MerchantLedger.Run::discount).toArray();
        wear = ledger.runs.stream()
                .mapToDouble(run -> RhythmFeatures.wear(run, moment))
                .toArray();
    }

    /// Writes what happened to the deals like this one, then what views, redemptions and profit per sale of the
    /// past would make of these terms: the conversion of the deals most like it, lately usual traffic, and the
    /// profit per sale less what this discount gives away on top.
    @Override
    public void write(DealTerms terms, Row row) {
        measureLength(terms.durationDays());
        double discount = terms.discount().fraction();
        double list = terms.listPrice().amount();
        double logList = Math.log(list);
        double deals = 0;
        double successes = 0;
        double withRatio = 0;
        double ratios = 0;
        double weight = 0.5;
        double conversions = 0.5 * usualConversion;
        for (int i = 0; i < lists.length; i++) {
            MerchantLedger.PastDeal one = past.get(i);
            double likeness = quick ? quickLikeness(i, discount, logList) : likeness(i, discount, list);
            deals += likeness;
            successes += one.success() ? likeness : 0;
            if (!Double.isNaN(one.ratio())) {
                ratios += likeness * one.ratio();
                withRatio += likeness;
            }
            if (!Double.isNaN(one.conversion())) {
                weight += likeness;
                conversions += likeness * one.conversion();
            }
        }
        row.put(
                Math.log1p(deals),
                (successes + categoryRate * 2) / (deals + 2),
                (ratios + 2) / (withRatio + 2),
                likeFatigue(discount));
        double conversion = conversions / weight;
        double profitPerSale = usualProfit + ledger.discount.mean() - discount;
        double logProfitPerView = conversion + Math.log(Math.max(profitPerSale, LEAST_PROFIT));
        row.put(
                conversion,
                logProfitPerView + recentTraffic,
                logProfitPerView + usualTraffic,
                terms.price().amount() / list - 1 + usualProfit);
    }

    private double likeFatigue(double discount) {
        double fatigue = 0;
        for (int i = 0; i < wear.length; i++) {
            double likeDiscount = Math.abs(runDiscounts[i] - discount) < 0.1 ? 1 : 0.7;
            fatigue += likeDiscount * wear[i];
        }
        return fatigue;
    }

    private double likeness(int i, double discount, double list) {
        double d = (discounts[i] - discount) / DISCOUNT_WIDTH;
        double p = Math.log(lists[i] / list) / PRICE_WIDTH;
        return Math.exp(-0.5 * (d * d + p * p + length[i] * length[i]));
    }

    private double quickLikeness(int i, double discount, double logList) {
        double d = (discounts[i] - discount) * (1 / DISCOUNT_WIDTH);
        double p = (logLists[i] - logList) * (1 / PRICE_WIDTH);
        return Fall.of(0.5 * (d * d + p * p + length[i] * length[i]));
    }

    /// Distances in length, which stays the same for most offers asked one after the other.
    private void measureLength(int offered) {
        if (offered != days) {
            days = offered;
            for (int i = 0; i < length.length; i++) {
                Deal deal = past.get(i).deal();
                length[i] = Math.log((double) deal.terms().durationDays() / offered) / LENGTH_WIDTH;
            }
        }
    }
}
