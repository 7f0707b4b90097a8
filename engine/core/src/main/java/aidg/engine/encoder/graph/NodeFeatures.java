package aidg.engine.encoder.graph;

import aidg.engine.domain.City;
import aidg.engine.domain.Merchant;
import aidg.engine.encoder.graph.MerchantPasts.Measure;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/// What a node says of itself: merchants fill the first part of a row, deals the second, the rest stays 0, which is
/// also what an unknown number is. All are logs, shares and surprises brought to a spread of about 1 and clipped.
final class NodeFeatures {

    private static final int MERCHANT_WIDTH = 28;
    private static final int DEAL_WIDTH = 14;

    /// Numbers per node.
    static final int WIDTH = MERCHANT_WIDTH + DEAL_WIDTH;

    private static final double LIMIT = 4;
    private static final int THREE_WEEKS = 22;

    private final DealFacts facts;
    private final Usual usual;
    private final MerchantPasts pasts;
    private final NearMerchants near;
    private final LocalDate day;
    private final int today;
    private final double[] categoryTraffic;

    NodeFeatures(DealFacts facts, Usual usual, MerchantPasts pasts, NearMerchants near, LocalDate day) {
        this.facts = facts;
        this.usual = usual;
        this.pasts = pasts;
        this.near = near;
        this.day = day;
        today = (int) day.toEpochDay();
        categoryTraffic = categoryTraffic();
    }

    /// Surprises of traffic in a category over the last months, by category.
    private double[] categoryTraffic() {
        double[] sums = new double[facts.categories()];
        double[] weights = new double[sums.length];
        for (int i = 0; i < facts.count && facts.proposed[i] < today; i++) {
            double surprise = facts.knownBefore(i, today) ? usual.trafficSurprise(i) : Double.NaN;
            if (!Double.isNaN(surprise)) {
                double weight = Math.exp(-(today - facts.started[i]) / 60.0);
                sums[facts.category[i]] += weight * surprise;
                weights[facts.category[i]] += weight;
            }
        }
        for (int c = 0; c < sums.length; c++) {
            sums[c] /= weights[c] + 3;
        }
        return sums;
    }

    /// Fills the row that begins at `at`.
    void writeMerchant(int m, Merchant merchant, City city, float[] row, int at) {
        int category = facts.categoryOf(merchant.category());
        double baseline = merchant.baselineGp30().isPositive()
                ? Math.log(merchant.baselineGp30().amount()) - usual.logBaseline(category)
                : 0;
        double years = Math.max(0, ChronoUnit.DAYS.between(merchant.joinedOn(), day)) / 365.0;
        boolean proposedBefore = pasts.lastProposed[m] > Integer.MIN_VALUE;
        double angle = 2 * Math.PI * day.getDayOfYear() / 365.25;
        write(
                row,
                at,
                1,
                baseline,
                Math.log1p(years),
                Math.log1p(pasts.known[m]) / 2,
                pasts.known[m] == 0 ? 1 : 0,
                proposedBefore ? 0 : 1,
                proposedBefore ? Math.log1p(today - pasts.lastProposed[m]) / 4 : 0,
                Math.log1p(pasts.evidence(m, Measure.TRAFFIC, MerchantPasts.SHORT)),
                Math.log1p(pasts.evidence(m, Measure.TRAFFIC, MerchantPasts.MIDDLE)),
                Math.log1p(pasts.evidence(m, Measure.TRAFFIC, MerchantPasts.LONG)),
                3 * pasts.mean(m, Measure.TRAFFIC, MerchantPasts.SHORT),
                3 * pasts.mean(m, Measure.TRAFFIC, MerchantPasts.MIDDLE),
                3 * pasts.mean(m, Measure.TRAFFIC, MerchantPasts.LONG),
                3 * pasts.mean(m, Measure.CONVERSION, MerchantPasts.MIDDLE),
                3 * pasts.mean(m, Measure.CONVERSION, MerchantPasts.LONG),
                2 * pasts.mean(m, Measure.RATIO, MerchantPasts.MIDDLE),
                2 * pasts.mean(m, Measure.RATIO, MerchantPasts.LONG),
                3 * pasts.mean(m, Measure.SUCCESS, MerchantPasts.MIDDLE),
                3 * pasts.mean(m, Measure.SUCCESS, MerchantPasts.LONG),
                3 * pasts.mean(m, Measure.APPROVAL, MerchantPasts.MIDDLE),
                3 * (usual.success(category) - 0.5),
                3 * categoryTraffic[category],
                2 * usual.swing(category, today + THREE_WEEKS),
                Math.log1p(near.rivals(m, today)),
                Math.log1p(near.sameArea(m, today)) / 2,
                (city.demand() - 50) / 20,
                Math.cos(angle),
                Math.sin(angle));
    }

    /// Fills the row that begins at `at`.
    void writeDeal(int deal, Merchant merchant, float[] row, int at) {
        int m = facts.merchant[deal];
        double traffic = usual.trafficSurprise(deal);
        int age = Math.max(0, today - facts.started[deal]);
        write(
                row,
                at + MERCHANT_WIDTH,
                facts.category[deal] == facts.categoryOf(merchant.category()) ? 1 : 0,
                4 * usual.discountDeviation(deal),
                2 * usual.listPriceDeviation(deal),
                facts.logDays[deal] - usual.logDays(facts.category[deal]),
                Double.isNaN(traffic) ? 0 : 1,
                2 * traffic,
                2 * (traffic - pasts.mean(m, Measure.TRAFFIC, MerchantPasts.LONG)),
                2 * usual.conversionSurprise(deal),
                usual.ratioSurprise(deal),
                2 * facts.success[deal] - 1,
                facts.approved[deal] ? 1 : 0,
                age / 365.0,
                2 * Math.exp(-age / 90.0),
                Math.log1p(pasts.evidence(m, Measure.TRAFFIC, MerchantPasts.LONG)) / 2);
    }

    private static void write(float[] row, int at, double... values) {
        for (int k = 0; k < values.length; k++) {
            row[at + k] = Double.isNaN(values[k]) ? 0 : (float) Math.clamp(values[k], -LIMIT, LIMIT);
        }
    }
}
