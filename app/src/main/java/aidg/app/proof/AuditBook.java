package aidg.app.proof;

import aidg.app.Failure;
import aidg.app.Session;
import aidg.engine.audit.AuditExport;
import aidg.engine.audit.AuditLine;
import aidg.engine.audit.ProofStep;
import aidg.engine.audit.SigningKey;
import aidg.engine.marketplace.SpreadsheetCell;
import aidg.engine.packet.LogAgreement;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The audit log: verified, and taken out as files.
public final class AuditBook {

    private static final String HEADER = "sequence,at,actor,session,kind,subject,facts,previous_hash,hash";

    private AuditBook() {}

    /// Verifies a workspace's own log, and that the decisions are those that it tells of.
    public static List<ProofStep> own(Session session) {
        List<AuditLine> lines = session.workspace().audit();
        int decisions = session.workspace().decisions().size();
        return List.of(
                AuditExport.chain(lines),
                LogAgreement.disagreement(session.workspace().decisions(), lines)
                        .map(wrong -> ProofStep.failed("decisions", wrong))
                        .orElseGet(() -> ProofStep.passed(
                                "decisions",
                                "the decision log (%,d) and the audit log agree line by line".formatted(decisions))));
    }

    /// Reads an export.
    ///
    /// @throws Failure if the file is none, or not a whole one
    public static AuditExport.Read read(Path file) throws IOException {
        return switch (AuditExport.read(PacketVerification.bytes(file))) {
            case AuditExport.Read read -> read;
            case AuditExport.Damaged damaged ->
                throw Failure.failed(
                        "%s was tampered with or damaged: %s.".formatted(file, damaged.what()),
                        file.toString(),
                        "Ask for the file again.");
            case AuditExport.Foreign foreign ->
                throw Failure.badInput(
                        "%s is no export of an audit log: %s.".formatted(file, foreign.what()),
                        file.toString(),
                        "Name a file that `workbench audit export --out FILE.jsonl` wrote.");
        };
    }

    /// Verifies an export by itself.
    public static List<ProofStep> check(AuditExport.Read export, Signers signers) {
        return AuditExport.check(export, signers::trust);
    }

    /// Verifies that a workspace's log still holds what it held when an export was written: so a log that was cut
    /// off at its end, or written anew, is found.
    public static ProofStep continued(AuditExport.Read export, Session session) {
        if (session.knownAuditLog().filter(export.log()::equals).isEmpty()) {
            return ProofStep.failed("continued", "the export is of another workspace's log");
        }
        List<AuditLine> own = session.workspace().audit();
        for (int i = 0; i < export.lines().size(); i++) {
            if (i >= own.size()) {
                return ProofStep.failed(
                        "continued",
                        "the export has %d lines and the workspace %d: lines were lost"
                                .formatted(export.lines().size(), own.size()));
            }
            if (!own.get(i).equals(export.lines().get(i))) {
                return ProofStep.failed(
                        "continued", "line %d of the workspace is another than in the export".formatted(i + 1));
            }
        }
        return ProofStep.passed(
                "continued",
                "the workspace holds the export (%,d) and goes on from there (%,d more)"
                        .formatted(
                                export.lines().size(),
                                own.size() - export.lines().size()));
    }

    /// The log as a signed file.
    public static String signed(Session session, SigningKey key, Clock clock) {
        return AuditExport.written(
                session.workspace().audit(),
                session.auditLog(),
                clock.instant(),
                session.workspace().actor(),
                key);
    }

    /// The log for a spreadsheet, unsigned; no cell can work as a formula.
    public static String table(List<AuditLine> lines) {
        return Stream.concat(Stream.of(HEADER), lines.stream().map(AuditBook::row))
                .map(row -> row + "\r\n")
                .collect(Collectors.joining());
    }

    private static String row(AuditLine line) {
        List<String> cells = new ArrayList<>();
        cells.add(Long.toString(line.sequence()));
        cells.add(line.at().toString());
        cells.add(SpreadsheetCell.of(line.actor()));
        cells.add(Long.toString(line.session()));
        cells.add(line.kind().code());
        cells.add(SpreadsheetCell.of(line.subject()));
        cells.add(SpreadsheetCell.of(facts(line)));
        cells.add(line.previousHash());
        cells.add(line.hash());
        return String.join(",", cells);
    }

    /// `score=0.7; model=ee70455ba8d6aeb9`.
    public static String facts(AuditLine line) {
        return line.facts().entrySet().stream()
                .map(fact -> fact.getKey() + "=" + fact.getValue())
                .collect(Collectors.joining("; "));
    }
}
