package aidg.engine.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class AuditExportTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00.123456Z");
    private static final SigningKey KEY = SigningKey.create();

    private static List<AuditLine> log(int lines) {
        List<AuditLine> log = new ArrayList<>();
        String head = AuditChain.START;
        for (int i = 0; i < lines; i++) {
            AuditLine line = AuditChain.next(
                    i, head, NOON.plusSeconds(i), "Ana", 1, AuditKind.APPROVED, "D" + i, Map.of("score", "0." + i));
            log.add(line);
            head = line.hash();
        }
        return log;
    }

    private static String written() {
        return AuditExport.written(log(5), "the-log", NOON, "Ana", KEY);
    }

    private static List<ProofStep> steps(String file) {
        AuditExport.Reading reading = AuditExport.read(file.getBytes(UTF_8));
        assertThat(reading).isInstanceOf(AuditExport.Read.class);
        return AuditExport.check((AuditExport.Read) reading, KEY.signer()::equals);
    }

    private static List<String> failed(String file) {
        return steps(file).stream()
                .filter(step -> step.outcome() == ProofStep.Outcome.FAILED)
                .map(step -> step.name() + ": " + step.words())
                .toList();
    }

    @Test
    void anExportReadsBackAndHolds() {
        AuditExport.Read read = (AuditExport.Read) AuditExport.read(written().getBytes(UTF_8));
        assertThat(read.lines()).isEqualTo(log(5));
        assertThat(read.log()).isEqualTo("the-log");
        assertThat(failed(written())).isEmpty();
        assertThat(failed(AuditExport.written(List.of(), "l", NOON, "Ana", KEY)))
                .isEmpty();
    }

    @Test
    void aChangedLineIsNamed() {
        assertThat(failed(written().replace("0.2", "0.9")))
                .containsExactly("chain: line 3 was changed after it was written");
    }

    @Test
    void aLineTakenOutIsNamed() {
        String without = written().replaceAll("(?m)^\\{\"sequence\":2,.*\\n", "");
        assertThat(failed(without))
                .first()
                .asString()
                .isEqualTo("chain: line 3 stands where line 2 should be: a line was taken out or moved");
    }

    @Test
    void linesTakenOffTheEndDoNotFitTheLastRow() {
        String without = written().replaceAll("(?m)^\\{\"sequence\":5,.*\\n", "");
        assertThat(failed(without)).singleElement().asString().startsWith("complete: the last row tells of 5 lines");
        String forged = without.replace("\"lines\":5", "\"lines\":4")
                .replace(log(5).getLast().hash(), log(4).getLast().hash());
        assertThat(failed(forged)).singleElement().asString().startsWith("signature: the signature does not fit");
    }

    @Test
    void anotherSignerIsUnknown() {
        String forged = AuditExport.written(log(5), "the-log", NOON, "Ana", SigningKey.create());
        assertThat(failed(forged)).singleElement().asString().startsWith("signer: signed by unknown key ");
    }

    @Test
    void whatWasCutOffOrIsSomethingElseIsToldApart() {
        String cut = written().substring(0, written().lastIndexOf("{\"format\""));
        assertThat(AuditExport.read(cut.getBytes(UTF_8)))
                .isEqualTo(new AuditExport.Damaged(
                        "the last row, with the signature, is missing: the file was cut off after row 5"));
        assertThat(AuditExport.read("dear diary".getBytes(UTF_8))).isInstanceOf(AuditExport.Foreign.class);
        assertThat(AuditExport.read(new byte[0])).isEqualTo(new AuditExport.Foreign("it is empty"));
        assertThat(AuditExport.read((written() + log(1)).getBytes(UTF_8))).isInstanceOf(AuditExport.Damaged.class);
    }
}
