package aidg.engine.packet;

import static org.assertj.core.api.Assertions.assertThat;

import aidg.engine.audit.AuditChain;
import aidg.engine.audit.AuditKind;
import aidg.engine.audit.AuditLine;
import aidg.engine.domain.OverrideReason;
import aidg.engine.review.Decision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class LogAgreementTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private static final List<Decision> DECISIONS = List.of(
            new Decision(1, "D1", new Decision.Approved(), NOON, 0.7, "m"),
            new Decision(2, "D1", new Decision.Withdrawn(1), NOON.plusSeconds(1), 0.7, "m"),
            new Decision(
                    3,
                    "D1",
                    new Decision.Overridden(OverrideReason.PRICE_TOO_HIGH, null, "too dear"),
                    NOON.plusSeconds(2),
                    0.7,
                    "m"));

    private static List<AuditLine> lines(List<Decision> decisions) {
        List<AuditLine> lines = new ArrayList<>();
        for (Decision one : decisions) {
            lines.add(AuditChain.next(
                    lines.size(),
                    lines.isEmpty() ? AuditChain.START : lines.getLast().hash(),
                    one.at(),
                    "Ana",
                    0,
                    AuditKind.of(one.verdict().code()),
                    one.dealId(),
                    one.facts()));
        }
        return lines;
    }

    private static List<Decision> with(int index, Decision other) {
        List<Decision> changed = new ArrayList<>(DECISIONS);
        changed.set(index, other);
        return changed;
    }

    @Test
    void logsOfTheSameDecisionsAgree() {
        assertThat(LogAgreement.disagreement(DECISIONS, lines(DECISIONS))).isEmpty();
        List<AuditLine> more = lines(DECISIONS);
        more.add(AuditChain.next(3, more.getLast().hash(), NOON, "Ana", 0, AuditKind.PACKET_WRITTEN, "D1", Map.of()));
        assertThat(LogAgreement.disagreement(DECISIONS, more)).isEmpty();
    }

    @Test
    void theFirstDisagreementIsNamed() {
        Decision last = DECISIONS.getLast();
        assertThat(LogAgreement.disagreement(
                        with(2, new Decision(3, "D1", new Decision.Approved(), last.at(), 0.7, "m")), lines(DECISIONS)))
                .contains("decision 3 and audit line 3 differ in what was decided: approved and overridden");
        assertThat(LogAgreement.disagreement(
                        with(0, new Decision(1, "D1", new Decision.Approved(), NOON, 0.9, "m")), lines(DECISIONS)))
                .contains("decision 1 and audit line 1 differ in `score`");
        assertThat(LogAgreement.disagreement(
                        with(
                                2,
                                new Decision(
                                        3,
                                        "D1",
                                        new Decision.Overridden(OverrideReason.PRICE_TOO_HIGH, null, "fine"),
                                        last.at(),
                                        0.7,
                                        "m")),
                        lines(DECISIONS)))
                .contains("decision 3 and audit line 3 differ in `comment`");
        assertThat(LogAgreement.disagreement(DECISIONS.subList(0, 2), lines(DECISIONS)))
                .contains("audit line 3 tells of a decision on D1 that the decision log has not");
        assertThat(LogAgreement.disagreement(DECISIONS, lines(DECISIONS.subList(0, 2))))
                .contains("decision 3 has no line in the audit log");
    }
}
