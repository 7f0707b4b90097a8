package aidg.engine.encoder.graph;

import aidg.engine.domain.Category;
import aidg.engine.domain.Deal;
import aidg.engine.domain.DealOutcome;
import aidg.engine.marketplace.Marketplace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// All deals of a marketplace as columns, in the order of their proposals. Whoever reads what a deal brought must
/// look at `known` first. [B2]
final class DealFacts {

    private static final double LEAST_RATIO = 0.1;
    private static final double MOST_RATIO = 6;

    final int count;

    /// Place of the merchant in the marketplace's list.
    final int[] merchant;

    final int[] category;

    /// Epoch days: of the proposal, the start, and the first on which the fate is known.
    final int[] proposed;

    final int[] started;
    final int[] known;
    final float[] discount;
    final float[] logList;
    final float[] logDays;

    /// Log of the deal's baseline, NaN if it is not positive.
    final float[] logBaseline;

    /// Log of one and the views, NaN if it did not run or is not measured.
    final float[] logViews;

    /// Log of redemptions per view, likewise.
    final float[] logConversion;

    /// Log of gross profit over baseline, clipped to 0.1..6 first; NaN without a positive baseline too.
    final float[] logRatio;

    /// 1, 0, or NaN if it will never be known.
    final float[] success;

    final boolean[] approved;

    /// Categories in the order of their first appearance.
    private final Map<Category, Integer> categories = new HashMap<>();

    DealFacts(Marketplace marketplace, Map<String, Integer> merchants) {
        List<Deal> deals = marketplace.deals();
        count = deals.size();
        merchant = new int[count];
        category = new int[count];
        proposed = new int[count];
        started = new int[count];
        known = new int[count];
        discount = new float[count];
        logList = new float[count];
        logDays = new float[count];
        logBaseline = new float[count];
        logViews = new float[count];
        logConversion = new float[count];
        logRatio = new float[count];
        success = new float[count];
        approved = new boolean[count];
        marketplace.merchants().forEach(m -> categoryOf(m.category()));
        for (int i = 0; i < count; i++) {
            Deal deal = deals.get(i);
            merchant[i] = merchants.getOrDefault(deal.merchantId(), -1);
            if (merchant[i] < 0) {
                throw new IllegalArgumentException("deal %s is of no merchant".formatted(deal.id()));
            }
            terms(i, deal);
            outcome(i, deal);
        }
    }

    private void terms(int i, Deal deal) {
        category[i] = categoryOf(deal.terms().category());
        proposed[i] = (int) deal.proposedOn().toEpochDay();
        started[i] = (int) deal.startsOn().toEpochDay();
        known[i] = (int) deal.knownOn().toEpochDay();
        discount[i] = (float) deal.terms().discount().fraction();
        logList[i] = (float) Math.log(deal.terms().listPrice().amount());
        logDays[i] = (float) Math.log(deal.terms().durationDays());
        approved[i] = deal.approved();
        logBaseline[i] = deal.baselineGp30().isPositive()
                ? (float) Math.log(deal.baselineGp30().amount())
                : Float.NaN;
    }

    private void outcome(int i, Deal deal) {
        DealOutcome outcome = deal.outcomeOn(deal.knownOn());
        Boolean succeeded = deal.succeededOn(deal.knownOn());
        success[i] = succeeded == null ? Float.NaN : succeeded ? 1 : 0;
        logViews[i] = outcome == null ? Float.NaN : (float) Math.log1p(outcome.views());
        logConversion[i] =
                outcome == null ? Float.NaN : (float) Math.log((outcome.redemptions() + 0.5) / (outcome.views() + 1.0));
        logRatio[i] = outcome == null || Float.isNaN(logBaseline[i])
                ? Float.NaN
                : (float) Math.log(
                        Math.clamp(outcome.gp30().amount() / deal.baselineGp30().amount(), LEAST_RATIO, MOST_RATIO));
    }

    /// Number of a category; one not seen before gets the next.
    final int categoryOf(Category name) {
        return categories.computeIfAbsent(name, ignored -> categories.size());
    }

    int categories() {
        return categories.size();
    }

    /// Whether the fate of a deal was known before `day`.
    boolean knownBefore(int deal, int day) {
        return known[deal] < day && !Float.isNaN(success[deal]);
    }
}
