package aidg.engine.marketplace.generator;

import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Money;

/// Expected sales of a deal from everything hidden and known on the day it is proposed. Logarithmic effects add
/// up to traffic (who looks) and conversion (who of them buys); the data card writes out the equations.
final class SalesModel {

    /// Days over which gross profit is measured.
    static final int MEASURED_DAYS = 30;

    static final double QUALITY_SD = 0.12;
    static final double MOMENTUM_RHO = 0.992;

    /// Share of ordinary business that the deal replaces.
    static final double FOREGONE = 0.60;

    /// Level of the best terms in ordinary conditions: logarithm of earned over foregone profit.
    static final double LEVEL = 1.44;

    static final double MOMENTUM = 0.22;
    static final double TREND = 0.22;
    static final double SEASON = 0.8;
    static final double DEMAND = 0.006;
    static final double DENSITY = 0.04;
    static final double SKILL = 0.30;
    static final double PRICE_CURVATURE = 1.6;
    static final double DURATION_CURVATURE = 0.28;
    static final double FATIGUE = 0.45;
    static final double RIVALS = 0.45;
    static final double OFF_CATEGORY = 0.35;
    static final double BASE_RATE = 0.04;
    static final double HIGHEST_RATE = 0.7;
    static final double ORDINARY_SD = 0.20;

    private final Market market;

    SalesModel(Market market) {
        this.market = market;
    }

    /// What a deal of these terms would bring.
    ///
    /// @param asked    day of the proposal, on which hidden states are read
    /// @param start    first day of the run
    /// @param baseline gross profit of the same 30 days without it
    Forecast forecast(MerchantState state, DealTerms terms, int asked, int start, Money baseline) {
        MerchantNature nature = state.nature;
        double best =
                DiscountAnswer.profit(nature.bestDiscount(), nature.response(), nature.appetite(), nature.costShare());
        double ordinaryViews = FOREGONE * nature.monthlySales() * (1 - nature.costShare()) / (BASE_RATE * best);
        double views = ordinaryViews * StrictMath.exp(LEVEL + traffic(state, terms, asked, start));
        double rate = Math.min(HIGHEST_RATE, BASE_RATE * StrictMath.exp(conversion(state, terms, start)));
        double listPrice = terms.listPrice().amount();
        double unitMargin = terms.price().amount() * (1 - DiscountAnswer.COMMISSION) - nature.costShare() * listPrice;
        return new Forecast(
                views,
                rate,
                (int) Math.max(1, Math.round(state.capacity(asked, start))),
                unitMargin,
                (1 - FOREGONE) * baseline.amount(),
                ORDINARY_SD * baseline.amount(),
                baseline.amount());
    }

    private double traffic(MerchantState state, DealTerms terms, int asked, int start) {
        MerchantNature nature = state.nature;
        return nature.quality()
                + MOMENTUM * state.momentum.on(asked)
                + TREND * market.trend(nature.area(), terms.category(), asked)
                + (1 + SEASON) * nature.traits().season(start + MEASURED_DAYS / 2)
                + DEMAND * (nature.area().city().demand() - 50)
                - DENSITY * StrictMath.log1p(market.density(nature))
                + SKILL * state.skill(asked)
                + state.eventEffect(asked, start);
    }

    private double conversion(MerchantState state, DealTerms terms, int start) {
        MerchantNature nature = state.nature;
        double discount = terms.discount().fraction();
        double price = priceGap(nature, terms);
        double length = durationGap(nature, terms);
        boolean own = terms.category().equals(nature.traits().category());
        int end = start + terms.durationDays() - 1;
        return DiscountAnswer.lift(discount, nature.response(), nature.appetite())
                - nature.elasticity() * price
                - PRICE_CURVATURE * price * price
                - DURATION_CURVATURE * length * length
                - FATIGUE * state.fatigue(start, terms.category(), discount)
                - RIVALS * StrictMath.log1p(market.rivals(nature, terms.category(), discount, start, end))
                - (own ? 0 : OFF_CATEGORY);
    }

    /// List price against the right one, logarithmic.
    static double priceGap(MerchantNature nature, DealTerms terms) {
        return StrictMath.log(terms.listPrice().amount() / nature.rightPrice());
    }

    /// Length of the run against the best one, logarithmic.
    static double durationGap(MerchantNature nature, DealTerms terms) {
        return StrictMath.log(terms.durationDays() / nature.bestDays());
    }
}
