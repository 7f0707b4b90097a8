package aidg.engine.review;

import aidg.engine.audit.AuditKind;
import aidg.engine.domain.Interval;
import aidg.engine.review.SessionReport.Line;
import java.util.List;

/// How often a manager decided as the model would have: approved what it recommends, overrode what it does not.
///
/// @param approvedRecommended    approved, recommended
/// @param approvedAgainst        approved, not recommended
/// @param overriddenRecommended  overridden, recommended
/// @param overriddenAgainst      overridden, not recommended
public record ModelAgreement(
        int approvedRecommended, int approvedAgainst, int overriddenRecommended, int overriddenAgainst) {

    /// Over the decisions among these lines that stand.
    static ModelAgreement of(List<Line> lines) {
        return new ModelAgreement(
                count(lines, AuditKind.APPROVED, true),
                count(lines, AuditKind.APPROVED, false),
                count(lines, AuditKind.OVERRIDDEN, true),
                count(lines, AuditKind.OVERRIDDEN, false));
    }

    private static int count(List<Line> lines, AuditKind kind, boolean recommended) {
        return (int) lines.stream()
                .filter(line -> line.kind() == kind && line.stands())
                .filter(line -> line.score() >= CallSheets.USUAL_TARGET == recommended)
                .count();
    }

    /// How often they agreed.
    public int agreed() {
        return approvedRecommended + overriddenAgainst;
    }

    public int decided() {
        return approvedRecommended + approvedAgainst + overriddenRecommended + overriddenAgainst;
    }

    /// Share of decisions in which they agreed, 0..1; NaN where nothing was decided.
    public double share() {
        return decided() == 0 ? Double.NaN : (double) agreed() / decided();
    }

    /// 90 % interval of that share for decisions of this kind, of which a session is a sample; 0..1 where nothing
    /// was decided.
    public Interval range() {
        return Shares.wilson(agreed(), decided());
    }
}
