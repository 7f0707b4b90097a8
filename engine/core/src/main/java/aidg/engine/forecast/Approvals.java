package aidg.engine.forecast;

import java.util.List;

/// How likely offers at one discount are to go out, the list price and so the expected buyers being different: what
/// does not depend on them is added up once, per reason. Used by one thread.
final class Approvals {

    private final Hazards hazards;
    private final Held held;
    private final double discount;
    private final double[] rest;
    private final double[] common;
    private final double[] sums;
    private final double[] besides;
    private double best = Double.NaN;

    /// @param deal one of the offers
    /// @param expected what it would bring
    Approvals(Hazards hazards, SalesForecastFit fit, Circumstances deal, Expected expected) {
        this.hazards = hazards;
        held = deal.held();
        discount = deal.situation().offer().discount();
        double[][] faults = ApprovalFaults.of(fit, deal, expected);
        common = faults[0].clone();
        List<Hazard> reasons = hazards.reasons();
        rest = new double[reasons.size()];
        sums = new double[reasons.size()];
        besides = new double[reasons.size()];
        for (int r = 0; r < rest.length; r++) {
            Hazard hazard = reasons.get(r);
            rest[r] = hazard.part(faults[r], 0, ApprovalFaults.PRICE)
                    + hazard.part(faults[r], ApprovalFaults.PRICE + ApprovalFaults.GAP, ApprovalFaults.BEST)
                    + hazard.part(faults[r], ApprovalFaults.BEST + ApprovalFaults.GAP, ApprovalFaults.PRESSURE)
                    + hazard.part(faults[r], ApprovalFaults.PRESSURE + ApprovalFaults.PRESSURES, faults[r].length);
        }
    }

    /// Probability, 0..1, that an offer goes out.
    ///
    /// @param bestDiscount see `Circumstances`
    double of(double logList, double bestDiscount, Expected expected) {
        List<Hazard> reasons = hazards.reasons();
        if (bestDiscount != best) {
            best = bestDiscount;
            ApprovalFaults.putBestGap(discount, best, common);
            for (int r = 0; r < rest.length; r++) {
                besides[r] = rest[r]
                        + reasons.get(r).part(common, ApprovalFaults.BEST, ApprovalFaults.BEST + ApprovalFaults.GAP);
            }
        }
        ApprovalFaults.putPriceGap(held, logList, common);
        ApprovalFaults.putPressure(held, expected, common);
        for (int r = 0; r < rest.length; r++) {
            Hazard hazard = reasons.get(r);
            sums[r] = besides[r]
                    + hazard.part(common, ApprovalFaults.PRICE, ApprovalFaults.PRICE + ApprovalFaults.GAP)
                    + hazard.part(common, ApprovalFaults.PRESSURE, ApprovalFaults.PRESSURE + ApprovalFaults.PRESSURES);
        }
        return hazards.approvalOfParts(sums);
    }
}
