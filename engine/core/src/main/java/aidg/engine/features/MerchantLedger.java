package aidg.engine.features;

import aidg.engine.domain.Category;
import aidg.engine.domain.Deal;
import aidg.engine.domain.DealOutcome;
import aidg.engine.domain.DealOverride;
import aidg.engine.domain.DealTerms;
import aidg.engine.domain.OverrideReason;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// What is known of one merchant's past at the moment up to which the timeline was replayed.
final class MerchantLedger {

    /// Deals that the history token looks back on. [PER-3]
    static final int DEALS_KEPT = 50;

    private static final int RUNS_KEPT = 8;

    /// Ratios of gross profit to baseline are clipped here, so that one freak deal does not drown the rest.
    static final double RATIO_LOW = -2;

    static final double RATIO_HIGH = 6;

    /// A past deal whose fate is known.
    ///
    /// @param ratio gross profit over baseline, clipped; NaN if it did not run
    /// @param conversion log of redemptions per view; NaN if it did not run
    record Known(long day, long startDay, Deal deal, boolean success, double ratio, double conversion) {}

    /// A deal that went out, as proposed or changed, whether or not its outcome is known.
    record Run(long startDay, long endDay, Category category, double discount) {}

    final Deque<Known> known = new ArrayDeque<>();
    final Deque<Run> runs = new ArrayDeque<>();
    final Running success = new Running();
    final Running reach = new Running();
    final Running ratio = new Running();
    final Decaying recentSuccess = new Decaying(90);
    final Decaying recentReach = new Decaying(60);
    final Decaying recentRatio = new Decaying(60);
    final Decaying recentApproval = new Decaying(180);
    final Running approval = new Running();
    final Running traffic = new Running();
    final Decaying recentTraffic = new Decaying(40);
    final Decaying conversion = new Decaying(240);
    final Running unitProfit = new Running();
    final Running discount = new Running();
    final Running logPrice = new Running();
    final Running logList = new Running();
    final Running logDays = new Running();
    final Running goodDiscount = new Running();
    final Running goodLogPrice = new Running();
    final Running goodLogList = new Running();
    final Running goodLogDays = new Running();
    final Running correctedDiscount = new Running();
    final Running correctedLogList = new Running();
    final Running correctedLogDays = new Running();
    final Running[] successByQuarter = {new Running(), new Running(), new Running(), new Running()};
    final Decaying recentOverrides = new Decaying(180);
    final Running severity = new Running();
    final Decaying[] reasons = new Decaying[OverrideReason.values().length];
    final Decaying outlook = new Decaying(45);
    double lastOutlook = Double.NaN;
    long lastNoteDay = Long.MIN_VALUE;
    long lastProposedDay = Long.MIN_VALUE;
    int notes;
    int overrides;

    MerchantLedger() {
        for (int i = 0; i < reasons.length; i++) {
            reasons[i] = new Decaying(365);
        }
    }

    /// A deal was proposed and decided.
    void decided(Deal deal) {
        long day = deal.proposedOn().toEpochDay();
        approval.add(deal.approved() ? 1 : 0);
        recentApproval.add(day, deal.approved() ? 1 : 0);
        recentOverrides.add(day, deal.approved() ? 0 : 1);
        discount.add(deal.terms().discount().fraction());
        logPrice.add(Math.log(deal.terms().price().amount()));
        logList.add(Math.log(deal.terms().listPrice().amount()));
        logDays.add(Math.log(deal.terms().durationDays()));
        lastProposedDay = day;
        if (deal.approved()) {
            long start = deal.startsOn().toEpochDay();
            went(start, deal.terms());
        }
    }

    private void went(long start, DealTerms terms) {
        runs.addLast(new Run(
                start,
                start + terms.durationDays(),
                terms.category(),
                terms.discount().fraction()));
        if (runs.size() > RUNS_KEPT) {
            runs.removeFirst();
        }
    }

    /// The fate of a deal became known on `day`. [B2]
    void became(long day, Deal deal, boolean succeeded, @Nullable DealOutcome outcome) {
        double gain = Double.NaN;
        double bought = Double.NaN;
        success.add(succeeded ? 1 : 0);
        recentSuccess.add(day, succeeded ? 1 : 0);
        successByQuarter[quarter(deal)].add(succeeded ? 1 : 0);
        if (outcome != null) {
            reach.add(succeeded ? 1 : 0);
            recentReach.add(day, succeeded ? 1 : 0);
            bought = sold(day, deal, outcome);
            gain = ratio(outcome, deal);
            if (!Double.isNaN(gain)) {
                ratio.add(gain);
                recentRatio.add(day, gain);
            }
        }
        if (succeeded) {
            goodDiscount.add(deal.terms().discount().fraction());
            goodLogPrice.add(Math.log(deal.terms().price().amount()));
            goodLogList.add(Math.log(deal.terms().listPrice().amount()));
            goodLogDays.add(Math.log(deal.terms().durationDays()));
        }
        known.addLast(new Known(day, deal.startsOn().toEpochDay(), deal, succeeded, gain, bought));
        if (known.size() > DEALS_KEPT) {
            known.removeFirst();
        }
    }

    /// Takes the sales of a deal apart into traffic, conversion and profit per sale, each against what the merchant
    /// needs, so that deals of different size can be compared.
    ///
    /// @return log of redemptions per view
    private double sold(long day, Deal deal, DealOutcome outcome) {
        double bought = Math.log((outcome.redemptions() + 0.5) / (outcome.views() + 1.0));
        conversion.add(day, bought);
        if (deal.baselineGp30().isPositive()) {
            double needed = Math.log(
                    deal.baselineGp30().amount() / deal.terms().listPrice().amount());
            traffic.add(Math.log1p(outcome.views()) - needed);
            recentTraffic.add(day, Math.log1p(outcome.views()) - needed);
        }
        if (outcome.redemptions() > 2) {
            double share = outcome.gp30().amount()
                    / (outcome.redemptions() * deal.terms().listPrice().amount());
            unitProfit.add(Math.clamp(share, -1, 2));
        }
        return bought;
    }

    /// A merchant manager changed or stopped a deal; `size` is how much of it changed, 0..1, and `start` the first day
    /// of what went out instead, if anything did.
    void overridden(long day, DealOverride override, double size, long start) {
        overrides++;
        DealTerms terms = override.newTerms();
        if (terms != null) {
            went(start, terms);
            correctedDiscount.add(terms.discount().fraction());
            correctedLogList.add(Math.log(terms.listPrice().amount()));
            correctedLogDays.add(Math.log(terms.durationDays()));
        }
        severity.add(size);
        for (OverrideReason reason : OverrideReason.values()) {
            reasons[reason.ordinal()].add(day, reason == override.reason() ? 1 : 0);
        }
    }

    /// A manager wrote a note whose words read as `value` for the weeks to come.
    void noted(long day, double value) {
        notes++;
        outlook.add(day, value);
        lastOutlook = value;
        lastNoteDay = day;
    }

    static int quarter(Deal deal) {
        return (deal.startsOn().getMonthValue() - 1) / 3;
    }

    /// Gross profit over baseline, clipped; NaN without a positive baseline. [B9]
    static double ratio(DealOutcome outcome, Deal deal) {
        double baseline = deal.baselineGp30().amount();
        return baseline <= 0 ? Double.NaN : Math.clamp(outcome.gp30().amount() / baseline, RATIO_LOW, RATIO_HIGH);
    }
}
