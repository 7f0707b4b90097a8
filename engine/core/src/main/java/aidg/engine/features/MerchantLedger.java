package aidg.engine.features;

import aidg.engine.domain.Category;
import aidg.engine.domain.Deal;
import aidg.engine.domain.DealOutcome;
import aidg.engine.domain.DealOverride;
import aidg.engine.domain.DealTerms;
import aidg.engine.domain.OverrideReason;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is known of one merchant's past at the moment up to which the timeline was replayed.
final class MerchantLedger {

    /// Deals that the history token looks back on. [PER-3]
    static final int DEALS_KEPT = 50;

    private static final int RUNS_KEPT = 8;

    /// A past deal whose fate is known.
    ///
    /// @param ratio see `Gp30Ratio`; NaN if it did not run or has no positive baseline
    /// @param conversion log of redemptions per view; NaN if it did not run
    record PastDeal(long day, long startDay, Deal deal, boolean success, double ratio, double conversion) {}

    /// A deal that went out, as proposed or changed, whether or not its outcome is known.
    record Run(long startDay, long endDay, Category category, double discount) {

        static Run of(long start, DealTerms terms) {
            return new Run(
                    start,
                    start + terms.durationDays(),
                    terms.category(),
                    terms.discount().fraction());
        }
    }

    final Deque<PastDeal> pastDeals = new ArrayDeque<>();
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
    final Running successfulDiscount = new Running();
    final Running successfulLogPrice = new Running();
    final Running successfulLogList = new Running();
    final Running successfulLogDays = new Running();
    final Running correctedDiscount = new Running();
    final Running correctedLogList = new Running();
    final Running correctedLogDays = new Running();
    final Running[] successByQuarter = {new Running(), new Running(), new Running(), new Running()};
    final Decaying recentOverrides = new Decaying(180);
    final Running severity = new Running();
    final Map<OverrideReason, Decaying> reasonShares = new EnumMap<>(OverrideReason.class);
    final Decaying outlook = new Decaying(45);
    double lastOutlook = Double.NaN;
    long lastNoteDay = Long.MIN_VALUE;
    long lastProposedDay = Long.MIN_VALUE;
    int noteCount;
    int overrideCount;

    MerchantLedger() {
        for (OverrideReason reason : OverrideReason.values()) {
            reasonShares.put(reason, new Decaying(365));
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
            addRun(start, deal.terms());
        }
    }

    private void addRun(long start, DealTerms terms) {
        runs.addLast(Run.of(start, terms));
        if (runs.size() > RUNS_KEPT) {
            runs.removeFirst();
        }
    }

    /// Whether a deal succeeded is known from `day` on. [B2]
    void resolved(long day, Deal deal, boolean succeeded, @Nullable DealOutcome outcome) {
        double gp30Ratio = Gp30Ratio.of(deal, outcome);
        double logConversion = Double.NaN;
        success.add(succeeded ? 1 : 0);
        recentSuccess.add(day, succeeded ? 1 : 0);
        successByQuarter[quarter(deal.startsOn())].add(succeeded ? 1 : 0);
        if (outcome != null) {
            reach.add(succeeded ? 1 : 0);
            recentReach.add(day, succeeded ? 1 : 0);
            logConversion = addSales(day, deal, outcome);
            if (!Double.isNaN(gp30Ratio)) {
                ratio.add(gp30Ratio);
                recentRatio.add(day, gp30Ratio);
            }
        }
        if (succeeded) {
            successfulDiscount.add(deal.terms().discount().fraction());
            successfulLogPrice.add(Math.log(deal.terms().price().amount()));
            successfulLogList.add(Math.log(deal.terms().listPrice().amount()));
            successfulLogDays.add(Math.log(deal.terms().durationDays()));
        }
        pastDeals.addLast(new PastDeal(day, deal.startsOn().toEpochDay(), deal, succeeded, gp30Ratio, logConversion));
        if (pastDeals.size() > DEALS_KEPT) {
            pastDeals.removeFirst();
        }
    }

    /// Takes the sales of a deal apart so that deals of different size can be compared: views per sale that its
    /// baseline needs, redemptions per view, and profit of a sale per list price.
    ///
    /// @return log of redemptions per view
    private double addSales(long day, Deal deal, DealOutcome outcome) {
        double logConversion = Math.log((outcome.redemptions() + 0.5) / (outcome.views() + 1.0));
        conversion.add(day, logConversion);
        if (deal.baselineGp30().isPositive()) {
            double logSalesNeeded = Math.log(
                    deal.baselineGp30().amount() / deal.terms().listPrice().amount());
            double logViewsPerSaleNeeded = Math.log1p(outcome.views()) - logSalesNeeded;
            traffic.add(logViewsPerSaleNeeded);
            recentTraffic.add(day, logViewsPerSaleNeeded);
        }
        if (outcome.redemptions() > 2) {
            double profitShare = outcome.gp30().amount()
                    / (outcome.redemptions() * deal.terms().listPrice().amount());
            unitProfit.add(Math.clamp(profitShare, -1, 2));
        }
        return logConversion;
    }

    /// A merchant manager changed or stopped a deal; `size` is how much of it changed, 0..1, and `start` the
    /// first day of what went out instead, if anything did.
    void overridden(long day, DealOverride override, double size, long start) {
        overrideCount++;
        DealTerms terms = override.newTerms();
        if (terms != null) {
            addRun(start, terms);
            correctedDiscount.add(terms.discount().fraction());
            correctedLogList.add(Math.log(terms.listPrice().amount()));
            correctedLogDays.add(Math.log(terms.durationDays()));
        }
        severity.add(size);
        reasonShares.forEach((reason, share) -> share.add(day, reason == override.reason() ? 1 : 0));
    }

    /// A manager wrote a note.
    ///
    /// @param noteOutlook how its words read for the weeks to come, see `NoteOutlook`
    void noteWritten(long day, double noteOutlook) {
        noteCount++;
        outlook.add(day, noteOutlook);
        lastOutlook = noteOutlook;
        lastNoteDay = day;
    }

    /// Quarter of the year, 0..3.
    static int quarter(LocalDate day) {
        return (day.getMonthValue() - 1) / 3;
    }
}
