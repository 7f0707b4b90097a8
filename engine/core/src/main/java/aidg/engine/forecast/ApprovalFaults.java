package aidg.engine.forecast;

import aidg.engine.domain.OverrideReason;
import java.util.Arrays;

/// What a manager may find wrong with a deal, as numbers: distances from the inferred right terms and from the
/// terms that would earn most, weariness, bad news, room for the expected buyers; how often this merchant and
/// this manager were overridden for that reason before.
final class ApprovalFaults {

    private static final double[] UNITS = {0.1, 0.2, 0.5};
    private static final double WIDEST = 4;

    private ApprovalFaults() {}

    /// Numbers of a hazard's inputs that are the same for every reason.
    private static final int COMMON = 29;

    /// Where those begin that are about the list price, the best discount and the pressure, and how many they are.
    static final int PRICE = 4;

    static final int BEST = 12;
    static final int GAP = 4;
    static final int PRESSURE = 25;
    static final int PRESSURES = 2;

    /// Per reason the inputs of its hazard.
    ///
    /// @param expected what the deal would bring
    static double[][] of(SalesForecastFit fit, Circumstances deal, Expected expected) {
        OverrideLeanings leanings = deal.held().leanings();
        double[] common = common(fit, deal, expected);
        double[][] faults = new double[OverrideReason.values().length][];
        for (int r = 0; r < faults.length; r++) {
            faults[r] = Arrays.copyOf(common, COMMON + 2);
            faults[r][COMMON] = leanings.own()[r];
            faults[r][COMMON + 1] = leanings.manager()[r];
        }
        return faults;
    }

    private static double[] common(SalesForecastFit fit, Circumstances deal, Expected expected) {
        Situation situation = deal.situation();
        Held held = deal.held();
        Offer offer = situation.offer();
        double[] right = held.right().mean();
        Backdrop backdrop = situation.backdrop();
        double change = bounded(situation.change() / fit.newsScale());
        double[] common = new double[COMMON];
        putGap(bounded((offer.discount() - right[0]) / UNITS[0]), common, 0);
        putPriceGap(held, offer.logList(), common);
        putGap(bounded((offer.logDays() - right[2]) / UNITS[2]), common, PRICE + GAP);
        putBestGap(offer.discount(), deal.best(), common);
        common[16] = situation.offCategory() ? 1 : 0;
        common[17] = situation.freshFatigue();
        common[18] = situation.longFatigue();
        common[19] = situation.longFatigue() * situation.longFatigue() / 10;
        common[20] = held.state(fit);
        common[21] = backdrop.declined();
        common[22] = backdrop.lessons();
        common[23] = Math.max(0, change);
        common[24] = Math.max(0, -change);
        putPressure(held, expected, common);
        common[27] = held.leanings().ownRate();
        common[28] = held.leanings().managerRate();
        return common;
    }

    static void putPriceGap(Held held, double logList, double[] common) {
        putGap(bounded((logList - held.right().mean()[1]) / UNITS[1]), common, PRICE);
    }

    static void putBestGap(double discount, double best, double[] common) {
        putGap(bounded((discount - best) / UNITS[0]), common, BEST);
    }

    static void putPressure(Held held, Expected expected, double[] common) {
        double pressure = bounded(held.pressure(expected));
        common[PRESSURE] = pressure;
        common[PRESSURE + 1] = Math.max(0, pressure + 0.3);
    }

    private static void putGap(double gap, double[] numbers, int at) {
        numbers[at] = Math.max(0, gap);
        numbers[at + 1] = Math.max(0, gap) * Math.max(0, gap);
        numbers[at + 2] = Math.max(0, -gap);
        numbers[at + 3] = Math.max(0, -gap) * Math.max(0, -gap);
    }

    private static double bounded(double value) {
        return Double.isFinite(value) ? Math.clamp(value, -WIDEST, WIDEST) : 0;
    }
}
