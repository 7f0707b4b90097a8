package aidg.engine.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class AuditChainTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private static List<AuditLine> log() {
        List<AuditLine> log = new ArrayList<>();
        String head = AuditChain.START;
        for (int i = 0; i < 5; i++) {
            AuditLine line = AuditChain.next(
                    i, head, NOON.plusSeconds(i), "Ana", 1, AuditKind.APPROVED, "D" + i, Map.of("score", "0." + i));
            log.add(line);
            head = line.hash();
        }
        return log;
    }

    private static AuditLine with(AuditLine line, long session, String subject, Map<String, String> facts) {
        return new AuditLine(
                line.sequence(),
                line.at(),
                line.actor(),
                session,
                line.kind(),
                subject,
                facts,
                line.previousHash(),
                line.hash());
    }

    @Test
    void anUntouchedLogIsIntact() {
        List<AuditLine> log = log();
        assertThat(AuditChain.check(log))
                .isEqualTo(new AuditChain.Intact(5, log.get(4).hash()));
        assertThat(AuditChain.check(List.of())).isEqualTo(new AuditChain.Intact(0, AuditChain.START));
    }

    @Test
    void aChangedFactSubjectOrSessionBreaksItsOwnLine() {
        List<AuditLine> lines = log();
        AuditLine third = lines.get(2);
        for (AuditLine forged : List.of(
                with(third, 1, third.subject(), Map.of("score", "0.9")),
                with(third, 1, "D9", third.facts()),
                with(third, 2, third.subject(), third.facts()),
                with(third, 1, third.subject(), Map.of("scor", "e0.2")))) {
            List<AuditLine> log = log();
            log.set(2, forged);
            assertThat(AuditChain.check(log))
                    .isEqualTo(new AuditChain.Broken(3, "line 3 was changed after it was written"));
        }
    }

    @Test
    void aLineTakenOutIsNamed() {
        List<AuditLine> log = log();
        log.remove(1);
        assertThat(AuditChain.check(log))
                .isInstanceOfSatisfying(
                        AuditChain.Broken.class,
                        broken -> assertThat(broken.what()).contains("line 3 stands where line 2 should be"));
    }

    @Test
    void aLineRehashedByAForgerDoesNotContinue() {
        List<AuditLine> log = log();
        AuditLine second = log.get(1);
        log.set(
                1,
                AuditChain.next(
                        1,
                        second.previousHash(),
                        second.at(),
                        "Eve",
                        second.session(),
                        second.kind(),
                        second.subject(),
                        second.facts()));
        assertThat(AuditChain.check(log))
                .isInstanceOfSatisfying(
                        AuditChain.Broken.class,
                        broken -> assertThat(broken.sequence()).isEqualTo(3));
    }

    @Test
    void linesThatChangedPlacesAreFound() {
        List<AuditLine> log = log();
        log.add(2, log.remove(3));
        assertThat(AuditChain.check(log)).isInstanceOf(AuditChain.Broken.class);
    }
}
