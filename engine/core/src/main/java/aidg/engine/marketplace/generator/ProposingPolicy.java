package aidg.engine.marketplace.generator;

import aidg.engine.domain.Category;
import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Discount;
import java.util.random.RandomGenerator;

/// The imperfect policy that proposed the deals of the past: it knows each merchant roughly, errs in a way of
/// its own for each, and explores.
final class ProposingPolicy {

    static final double DISCOUNT_BIAS_SD = 0.07;
    static final double PRICE_BIAS_SD = 0.10;
    private static final double DISCOUNT_NOISE_SD = 0.10;
    private static final double DARING_SHARE = 0.03;
    private static final double DARING_DEPTH = 0.25;
    private static final double PRICE_NOISE_SD = 0.18;
    private static final double OFF_CATEGORY_SHARE = 0.06;
    private static final int[] LENGTHS = {5, 7, 10, 14, 21, 28, 30, 45, 60};

    private ProposingPolicy() {}

    static DealTerms propose(MerchantState state) {
        RandomGenerator random = state.terms;
        MerchantNature nature = state.nature;
        double wanted = nature.bestDiscount() + state.discountBias() + DISCOUNT_NOISE_SD * random.nextGaussian();
        if (random.nextDouble() < DARING_SHARE) {
            wanted += DARING_DEPTH;
        }
        double step = random.nextDouble() < 0.8 ? 0.05 : 0.01;
        double discount = rounded(Math.clamp(wanted, 0.05, 0.75), step);
        double listPrice =
                nature.rightPrice() * StrictMath.exp(state.priceBias() + PRICE_NOISE_SD * random.nextGaussian());
        double days = nature.bestDays() * Draws.logNormal(random, 0.5);
        Category category = random.nextDouble() < OFF_CATEGORY_SHARE
                ? nature.traits().neighbour()
                : nature.traits().category();
        return new DealTerms(
                new Discount(discount), PriceTag.near(listPrice * (1 - discount)), usualLength(days), category);
    }

    /// Rounded to a step of 0.05 or 0.01, without binary dust.
    static double rounded(double discount, double step) {
        return Math.round(Math.round(discount / step) * step * 100) / 100.0;
    }

    /// The length in use that is nearest on a logarithmic scale, in days.
    static int usualLength(double days) {
        int best = LENGTHS[0];
        for (int length : LENGTHS) {
            if (Math.abs(StrictMath.log(length / days)) < Math.abs(StrictMath.log(best / days))) {
                best = length;
            }
        }
        return best;
    }
}
