package aidg.engine.marketplace.generator;

import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Discount;
import aidg.engine.domain.OverrideReason;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// How a merchant manager decides. Every kind of fault has a hazard `SCALE * strictness * weight * fault^1.5`;
/// the deal goes out with probability `exp(-sum of hazards)`, and the reason of an override is drawn in
/// proportion.
///
/// @param hazards per override reason, in the order of the enum
record Review(double[] hazards) {

    private static final double SCALE = 0.05;
    private static final double ODD_CASES = 0.006;
    private static final double WENT_OUT_CHANGED = 0.82;
    private static final double CORRECTED = 0.75;

    static Review of(
            ManagerTaste taste, MerchantState state, DealTerms terms, Forecast forecast, int asked, int start) {
        MerchantNature nature = state.nature;
        double depth = terms.discount().fraction() - nature.bestDiscount();
        double price = SalesModel.priceGap(nature, terms);
        double length = SalesModel.durationGap(nature, terms);
        double[] hazards = new double[OverrideReason.values().length];
        for (OverrideReason reason : OverrideReason.values()) {
            double fault = switch (reason) {
                case DISCOUNT_TOO_DEEP -> (depth - 0.04) / 0.08;
                case DISCOUNT_TOO_SHALLOW -> (-depth - 0.06) / 0.09;
                case PRICE_TOO_HIGH -> (price - 0.10) / 0.17;
                case PRICE_TOO_LOW -> (-price - 0.15) / 0.20;
                case RUN_TOO_LONG -> (length - 0.5) / 0.5;
                case RUN_TOO_SHORT -> (-length - 0.6) / 0.5;
                case WRONG_CATEGORY -> terms.category().equals(nature.traits().category()) ? 0 : 2;
                case BAD_TIMING ->
                    Math.max(
                                    0,
                                    state.fatigue(
                                                    start,
                                                    terms.category(),
                                                    terms.discount().fraction())
                                            - 1.7)
                            + Math.max(0, -2 * state.eventEffect(asked, start) - 0.5);
                case NO_CAPACITY -> forecast.expectedBuyers() / forecast.capacity() - 1.1;
                case MERCHANT_DECLINED -> -2 * (state.momentum.on(asked) + 0.7);
                case OTHER -> 0;
            };
            double hazard = fault <= 0 ? 0 : SCALE * taste.weights()[reason.ordinal()] * fault * StrictMath.sqrt(fault);
            hazards[reason.ordinal()] = taste.strictness() * Math.min(hazard, 1);
        }
        hazards[OverrideReason.OTHER.ordinal()] = ODD_CASES;
        return new Review(hazards);
    }

    /// Probability, 0..1, that the deal goes out as proposed.
    double approval() {
        double sum = 0;
        for (double hazard : hazards) {
            sum += hazard;
        }
        return StrictMath.exp(-sum);
    }

    OverrideReason reason(RandomGenerator random) {
        return OverrideReason.values()[Draws.weighted(random, hazards)];
    }

    /// The terms that go out instead, three quarters of the way to the right ones; empty if nothing goes out.
    static Optional<DealTerms> corrected(
            OverrideReason reason, MerchantNature nature, DealTerms terms, RandomGenerator random) {
        if (random.nextDouble() > WENT_OUT_CHANGED) {
            return Optional.empty();
        }
        DealTerms changed = switch (reason) {
            case DISCOUNT_TOO_DEEP, DISCOUNT_TOO_SHALLOW -> {
                double now = terms.discount().fraction();
                double aim = now + CORRECTED * (nature.bestDiscount() - now);
                yield withDiscount(terms, aim);
            }
            case PRICE_TOO_HIGH, PRICE_TOO_LOW -> {
                double factor = StrictMath.exp(-CORRECTED * SalesModel.priceGap(nature, terms));
                yield new DealTerms(
                        terms.discount(),
                        PriceTag.near(terms.price().amount() * factor),
                        terms.durationDays(),
                        terms.category());
            }
            case RUN_TOO_LONG, RUN_TOO_SHORT -> withDays(terms, ProposingPolicy.usualLength(nature.bestDays()));
            case WRONG_CATEGORY ->
                new DealTerms(
                        terms.discount(),
                        terms.price(),
                        terms.durationDays(),
                        nature.traits().category());
            case BAD_TIMING -> withDays(terms, ProposingPolicy.usualLength(terms.durationDays() * 0.5));
            case NO_CAPACITY -> withDiscount(terms, terms.discount().fraction() - 0.10);
            case MERCHANT_DECLINED -> terms;
            case OTHER -> withDiscount(terms, terms.discount().fraction() + (random.nextBoolean() ? 0.05 : -0.05));
        };
        return changed.equals(terms) ? Optional.empty() : Optional.of(changed);
    }

    private static DealTerms withDiscount(DealTerms terms, double aim) {
        double discount = ProposingPolicy.rounded(Math.clamp(aim, 0.05, 0.75), 0.05);
        return new DealTerms(
                new Discount(discount),
                PriceTag.near(terms.listPrice().amount() * (1 - discount)),
                terms.durationDays(),
                terms.category());
    }

    private static DealTerms withDays(DealTerms terms, int days) {
        return new DealTerms(terms.discount(), terms.price(), days, terms.category());
    }
}
