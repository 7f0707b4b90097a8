package aidg.engine.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import aidg.engine.audit.AuditChain;
import aidg.engine.audit.AuditKind;
import aidg.engine.audit.AuditLine;
import aidg.engine.domain.Category;
import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Discount;
import aidg.engine.domain.Money;
import aidg.engine.domain.OverrideReason;
import aidg.engine.review.Decision.Approved;
import aidg.engine.review.Decision.Overridden;
import aidg.engine.review.Decision.Verdict;
import aidg.engine.review.Decision.Withdrawn;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SessionReportTest {

    private static final Instant NINE = Instant.parse("2026-11-21T09:00:00Z");
    private static final ReviewSession SESSION =
            new ReviewSession(2, "Ana", NINE, NINE.plusSeconds(3600), Duration.ofMinutes(50), false);

    private final List<AuditLine> audit = new ArrayList<>();
    private final List<Decision> decisions = new ArrayList<>();

    private void line(long session, long second, AuditKind kind, String subject, Map<String, String> facts) {
        audit.add(AuditChain.next(
                audit.size(),
                audit.isEmpty() ? AuditChain.START : audit.getLast().hash(),
                NINE.plusSeconds(second),
                "Ana",
                session,
                kind,
                subject,
                facts));
    }

    private void decide(long session, long second, String deal, Verdict verdict) {
        decide(session, second, deal, verdict, 0.5);
    }

    private void decide(long session, long second, String deal, Verdict verdict, double score) {
        Decision decision =
                new Decision(decisions.size() + 1L, deal, verdict, NINE.plusSeconds(second), score, "model");
        decisions.add(decision);
        AuditKind kind = switch (verdict) {
            case Approved a -> AuditKind.APPROVED;
            case Overridden o -> AuditKind.OVERRIDDEN;
            case Withdrawn w -> AuditKind.WITHDRAWN;
        };
        line(session, second, kind, deal, Map.of("decision", Long.toString(decision.sequence())));
    }

    private void work() {
        decide(1, 0, "D0", new Approved());
        decide(2, 10, "D1", new Approved());
        decide(2, 30, "D2", new Overridden(OverrideReason.BAD_TIMING, null, "closed"));
        decide(2, 40, "D1", new Withdrawn(2));
        line(2, 50, AuditKind.SNOOZED, "D1", Map.of("until", "2026-12-01"));
        line(2, 55, AuditKind.SNOOZED, "D3", Map.of("until", "2026-12-02"));
        line(2, 60, AuditKind.WOKEN, "D3", Map.of());
        line(2, 70, AuditKind.NOTE_WRITTEN, "M1", Map.of("note", "1", "text", "Closed in March"));
        decide(2, 100, "D4", new Approved());
        decide(2, 2000, "D5", new Approved());
    }

    @Test
    void aReportTellsWhatWasDoneInItsSessionAndWhatStands() {
        work();
        SessionReport report = SessionReport.of(SESSION, audit, decisions);
        assertThat(report.lines())
                .extracting(SessionReport.Line::sequence)
                .containsExactly(2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
        assertThat(report.count(AuditKind.APPROVED)).isEqualTo(2);
        assertThat(report.count(AuditKind.OVERRIDDEN)).isEqualTo(1);
        assertThat(report.count(AuditKind.SNOOZED)).isEqualTo(1);
        assertThat(report.count(AuditKind.NOTE_WRITTEN)).isEqualTo(1);
        assertThat(report.reasons()).isEqualTo(Map.of(OverrideReason.BAD_TIMING, 1));
        assertThat(report.lines().get(1).words()).isEqualTo("closed");
        assertThat(report.lines().get(3).words()).isEqualTo("2026-12-01");
        assertThat(report.median()).as("of 20 and 70 seconds").isEqualTo(Duration.ofSeconds(45));
    }

    @Test
    void whatIsDecidedAtOnceTakesNoTimeOfItsOwn() {
        decide(2, 0, "D1", new Approved());
        decide(2, 30, "D2", new Approved());
        for (int i = 3; i < 20; i++) {
            decide(2, 90, "D" + i, new Approved());
        }
        assertThat(SessionReport.of(SESSION, audit, decisions).median()).isEqualTo(Duration.ofSeconds(45));
    }

    @Test
    void aDecisionAgreesWithTheModelFromAChanceOfOneHalfOn() {
        decide(2, 0, "D1", new Approved(), 0.5);
        decide(2, 1, "D2", new Approved(), 0.49);
        decide(2, 2, "D3", new Overridden(OverrideReason.OTHER, null, ""), 0.8);
        decide(2, 3, "D4", new Overridden(OverrideReason.OTHER, null, ""), 0.2);
        decide(2, 4, "D5", new Approved(), 0.9);
        decide(2, 5, "D5", new Withdrawn(5), 0.9);
        ModelAgreement agreement = SessionReport.of(SESSION, audit, decisions).agreement();
        assertThat(agreement).isEqualTo(new ModelAgreement(1, 1, 1, 1));
        assertThat(agreement.agreed()).isEqualTo(2);
        assertThat(agreement.share()).isEqualTo(0.5);
        assertThat(agreement.range().low()).isLessThan(0.5).isGreaterThan(0.1);
        assertThat(new ModelAgreement(0, 0, 0, 0).share()).isNaN();
    }

    @Test
    void whatStandsGoesOutOnItsLastTerms() {
        DealTerms calmer = new DealTerms(new Discount(0.2), Money.of(40), 14, new Category("spa"));
        decide(2, 0, "D1", new Approved(), 0.5);
        decide(2, 1, "D2", new Overridden(OverrideReason.OTHER, calmer, ""), 0.5);
        decide(2, 2, "D3", new Overridden(OverrideReason.OTHER, null, ""), 0.5);
        decide(2, 3, "D4", new Approved(), 0.5);
        decide(2, 4, "D4", new Withdrawn(4), 0.5);
        assertThat(SentOut.terms(SessionReport.of(SESSION, audit, decisions)))
                .isEqualTo(Map.of("D1", Optional.empty(), "D2", Optional.of(calmer)));
    }

    @Test
    void logsThatDoNotAgreeAreNotReported() {
        work();
        decisions.set(2, new Decision(3, "D2", new Approved(), NINE, 0.5, "model"));
        assertThatIllegalStateException()
                .isThrownBy(() -> SessionReport.of(SESSION, audit, decisions))
                .withMessageContaining("line 3 of the audit log and decision 3");
        decisions.remove(2);
        assertThatIllegalStateException()
                .isThrownBy(() -> SessionReport.of(SESSION, audit, decisions))
                .withMessageContaining("decision 3, which the decision log has not");
    }
}
