package aidg.engine.forecast;

import java.util.List;

/// Turns a situation into the numbers that sales are linear in. Units are chosen so that an ordinary difference is
/// about 1: ten points of discount, 20 % of price, half a logarithm of length.
///
/// @param terms       what is usual and right
/// @param usualNeeded mean log of the sales that a baseline amounts to
/// @param newsScale   standard deviation of the changes that notes announce, more than 0
/// @param seasonal    whether more than a year was seen, so that seasons can be told from the passage of time
record Basis(RightTermsFit terms, double usualNeeded, double newsScale, boolean seasonal) {

    /// Names of the pooled coefficients, in order.
    static final List<String> NAMES = List.of(
            "level",
            "discount",
            "discount squared",
            "discount cubed",
            "list price",
            "list price squared",
            "length",
            "length squared",
            "fresh fatigue",
            "long fatigue",
            "rivals",
            "deeper rivals",
            "other category",
            "usual list price",
            "usual length",
            "usual discount",
            "discount by usual discount",
            "lessons",
            "declined",
            "announced change",
            "crowding",
            "demand",
            "sales needed",
            "unusual baseline",
            "season cos",
            "season sin",
            "half season cos",
            "half season sin");

    static final int FIXED = NAMES.size();

    /// Coefficients of a category's own: level, discount, list price, length and the four of the season.
    static final int OF_CATEGORY = 8;

    /// The first of them, which are about the offer; the others about the merchant's trade.
    static final int OF_OFFER = 4;

    /// Coefficients of a merchant's own: level, discount and its square, list price, length.
    static final int OF_MERCHANT = 5;

    /// The list price among the coefficients of a category, and among those of a merchant.
    static final int PRICE_OF_CATEGORY = 2;

    static final int PRICE_OF_MERCHANT = 3;

    /// Logarithms of the list price that count as 1.
    static final double PRICE_UNIT = 0.2;

    static final double WIDEST = 4;

    /// @param pooled     one per name
    /// @param ofCategory one per coefficient of a category
    /// @param ofMerchant one per coefficient of a merchant
    record Row(double[] pooled, double[] ofCategory, double[] ofMerchant) {}

    Row of(Situation situation, RightTerms right) {
        Offer offer = situation.offer();
        Backdrop backdrop = situation.backdrop();
        double[] overall = terms.usual().getOrDefault("", new double[TermHistory.KINDS]);
        double[] usual = terms.usualOf(backdrop.ownCategory());
        double discount = bounded((offer.discount() - overall[0]) / 0.1);
        double price = price(offer.logList(), right);
        double length = bounded((offer.logDays() - right.mean()[2]) / 0.5);
        double usualDiscount = bounded((right.mean()[0] - usual[0]) / 0.1);
        double angle = 2 * Math.PI * situation.yearPart();
        double[] season = seasonal
                ? new double[] {Math.cos(angle), Math.sin(angle), Math.cos(2 * angle), Math.sin(2 * angle)}
                : new double[4];
        double[] pooled = {
            1,
            discount,
            discount * discount,
            discount * discount * discount / 10,
            price,
            price * price,
            length,
            length * length,
            situation.freshFatigue(),
            situation.longFatigue(),
            situation.rivals(),
            situation.deeper() / 0.1,
            situation.offCategory() ? 1 : 0,
            bounded((right.mean()[1] - usual[1]) / 0.3),
            bounded((right.mean()[2] - usual[2]) / 0.3),
            usualDiscount,
            discount * usualDiscount,
            1 - Math.exp(-backdrop.lessons() / 3),
            backdrop.declined(),
            bounded(situation.change() / newsScale),
            backdrop.crowding(),
            backdrop.demand(),
            needed(situation.logNeeded()),
            bounded(situation.unusual() / 0.25),
            season[0],
            season[1],
            season[2],
            season[3]
        };
        return new Row(
                pooled,
                new double[] {1, discount, price, length, season[0], season[1], season[2], season[3]},
                new double[] {1, discount, discount * discount / 3, price, length});
    }

    /// The list price as sales answer to it.
    static double price(double logList, RightTerms right) {
        return bounded((logList - right.mean()[1]) / PRICE_UNIT);
    }

    /// The sales that a baseline amounts to as sales answer to them.
    double needed(double logNeeded) {
        return bounded(logNeeded - usualNeeded);
    }

    /// Whether a pooled coefficient bends a curve, which deserves more doubt than a slope.
    static boolean isCurve(int column) {
        return NAMES.get(column).endsWith("squared") || NAMES.get(column).endsWith("cubed");
    }

    private static double bounded(double value) {
        return Math.clamp(value, -WIDEST, WIDEST);
    }
}
