package aidg.engine.features;

import aidg.engine.domain.Deal;
import aidg.engine.domain.DealOverride;
import aidg.engine.domain.DealTerms;

/// How much a merchant's override history speaks against letting a deal out unchanged. [PER-14]
///
/// @param frequency how often deals were overridden lately, 0..1, half-life 180 days, as if 4 deals with 12 %
///                  overridden had been seen
/// @param severity  how much of a deal an override changes, 0..1, as if 2 overrides of 0.5 had been seen
record OverrideRisk(double frequency, double severity) {

    /// 0..1.
    double risk() {
        return frequency * severity;
    }

    static OverrideRisk of(MerchantLedger ledger, long today) {
        return new OverrideRisk(ledger.recentOverrides.mean(today, 0.12, 4), ledger.severity.mean(0.5, 2));
    }

    /// How much of a deal one override changed: 1 if nothing went out instead, else the largest change of a
    /// term, where 25 points of discount, half the price or a doubled length count as a full change; never
    /// under 0.1.
    static double size(Deal proposed, DealOverride override) {
        DealTerms now = override.newTerms();
        if (now == null) {
            return 1;
        }
        DealTerms then = proposed.terms();
        double discount = Math.abs(now.discount().fraction() - then.discount().fraction()) / 0.25;
        double price = Math.abs(now.price().amount() / then.price().amount() - 1) / 0.5;
        double days = Math.abs(Math.log((double) now.durationDays() / then.durationDays())) / Math.log(2);
        double category = now.category().equals(then.category()) ? 0 : 1;
        return Math.clamp(Math.max(Math.max(discount, price), Math.max(days, category)), 0.1, 1);
    }
}
