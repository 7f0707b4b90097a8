package aidg.engine.features;

import static aidg.engine.features.FeatureFamily.token;

import aidg.engine.domain.OverrideReason;
import aidg.engine.features.FeatureSchema.Side;
import aidg.engine.features.FeatureSchema.Token;
import java.util.ArrayList;
import java.util.List;

/// What merchant managers did and wrote: habits in terms, overrides with their reasons, notes. [PER-6] [PER-8]
final class ManagerFeatures implements FeatureFamily {

    @Override
    public List<Token> tokens() {
        List<String> reasons = new ArrayList<>();
        for (OverrideReason reason : OverrideReason.values()) {
            reasons.add(reason.code());
            reasons.add("share");
        }
        return List.of(
                token(
                        Side.MERCHANT,
                        "discount_habit",
                        "Usual discount",
                        "usual",
                        "share",
                        "spread",
                        "share",
                        "good",
                        "share",
                        "corrected",
                        "share"),
                token(
                        Side.MERCHANT,
                        "price_habit",
                        "Usual price",
                        "usual",
                        "log $",
                        "spread",
                        "log ratio",
                        "good",
                        "log $",
                        "corrected_over_usual_list",
                        "log ratio"),
                token(Side.MERCHANT, "duration_habit", "Usual duration", "usual", "log days", "good", "log days"),
                token(Side.MERCHANT, "approvals", "Approvals", "approved", "share", "recently_approved", "share"),
                token(
                        Side.MERCHANT,
                        "overrides",
                        "Overrides",
                        "recent_rate",
                        "share",
                        "overrides",
                        "log count",
                        "severity",
                        "share",
                        "risk",
                        "share"),
                token(Side.MERCHANT, "override_reasons", "Reasons of overrides", reasons.toArray(String[]::new)),
                token(
                        Side.MERCHANT,
                        "notes",
                        "Managers' notes",
                        "outlook",
                        "score",
                        "last_outlook",
                        "score",
                        "last_note",
                        "log1p days",
                        "notes",
                        "log count"));
    }

    @Override
    public void write(Moment moment, Row row) {
        MerchantLedger ledger = moment.ledger();
        long today = moment.today();
        row.put(
                ledger.discount.mean(),
                ledger.discount.deviation(),
                ledger.successfulDiscount.mean(),
                ledger.correctedDiscount.mean());
        row.put(
                ledger.logPrice.mean(),
                ledger.logPrice.deviation(),
                ledger.successfulLogPrice.mean(),
                ledger.correctedLogList.mean() - ledger.logList.mean());
        row.put(ledger.logDays.mean(), ledger.successfulLogDays.mean());
        row.put(ledger.approval.mean(0.88, 4), ledger.recentApproval.mean(today, 0.88, 2));
        OverrideRisk risk = OverrideRisk.of(ledger, today);
        row.put(risk.frequency(), Math.log1p(ledger.overrideCount), risk.severity(), risk.risk());
        for (Decaying share : ledger.reasonShares.values()) {
            row.put(share.mean(today, 0, 1));
        }
        row.put(
                ledger.outlook.mean(today, 0, 0.5),
                ledger.lastOutlook,
                ledger.lastNoteDay == Long.MIN_VALUE ? Double.NaN : Math.log1p((double) today - ledger.lastNoteDay),
                Math.log1p(ledger.noteCount));
    }
}
