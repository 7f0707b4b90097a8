package aidg.engine.audit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// An audit log as a file: one JSON object per row, and a last row with the number of lines, the head of the chain
/// and a signature.
public final class AuditExport {

    /// The `format` of the last row, and what its signature is for.
    public static final String FORMAT = "aidg-audit-export";

    private static final int VERSION = 1;

    private AuditExport() {}

    /// What came of reading a file.
    public sealed interface Reading {}

    /// Every row could be read.
    ///
    /// @param lines   all but the last row, as they stand
    /// @param trailer the last row
    public record Read(List<AuditLine> lines, ObjectNode trailer) implements Reading {

        public Read {
            lines = List.copyOf(lines);
        }

        /// The id of the log, by which exports of one workspace are known.
        public String log() {
            return trailer.path("log").asString("");
        }
    }

    /// It is such a file, but not a whole one.
    ///
    /// @param what which row, and what is wrong with it
    public record Damaged(String what) implements Reading {}

    /// It is something else.
    public record Foreign(String what) implements Reading {}

    /// The whole file.
    ///
    /// @param lines the whole log
    /// @param log   id of the log
    /// @param by    who writes it
    public static String written(List<AuditLine> lines, String log, Instant at, String by, SigningKey key) {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(AuditJson.of(line)).append('\n'));
        ObjectNode trailer = JsonNodeFactory.instance.objectNode();
        trailer.put("format", FORMAT);
        trailer.put("version", VERSION);
        trailer.put("log", log);
        trailer.put("lines", lines.size());
        trailer.put("head", lines.isEmpty() ? AuditChain.START : lines.getLast().hash());
        trailer.put("writtenAt", at.toString());
        trailer.put("writtenBy", by);
        return text.append(Seal.on(trailer, FORMAT, key)).append('\n').toString();
    }

    /// Reads a file.
    public static Reading read(byte[] bytes) {
        List<String> rows = new String(bytes, StandardCharsets.UTF_8)
                .lines()
                .filter(row -> !row.isBlank())
                .toList();
        List<AuditLine> lines = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            try {
                JsonNode row = CanonicalJson.read(rows.get(i).getBytes(StandardCharsets.UTF_8));
                if (row instanceof ObjectNode trailer && trailer.has("format")) {
                    return ended(lines, trailer, i + 1 == rows.size());
                }
                lines.add(AuditJson.line(row));
            } catch (JacksonException | IllegalArgumentException e) {
                return i == 0
                        ? new Foreign("it does not begin with a line of an audit log")
                        : new Damaged("row %d cannot be read: %s".formatted(i + 1, firstLine(e)));
            }
        }
        return rows.isEmpty()
                ? new Foreign("it is empty")
                : new Damaged("the last row, with the signature, is missing: the file was cut off after row %d"
                        .formatted(rows.size()));
    }

    private static Reading ended(List<AuditLine> lines, ObjectNode trailer, boolean last) {
        if (!trailer.path("format").asString("").equals(FORMAT)) {
            return new Foreign("its format is %s, not %s".formatted(trailer.get("format"), FORMAT));
        }
        if (trailer.path("version").asInt(0) != VERSION) {
            return new Foreign(
                    "its version is %s, and this program reads %d".formatted(trailer.path("version"), VERSION));
        }
        return last ? new Read(lines, trailer) : new Damaged("rows follow the one with the signature");
    }

    /// Verifies what was read.
    ///
    /// @param known whether a signer is trusted
    public static List<ProofStep> check(Read export, Predicate<PublicSigner> known) {
        List<ProofStep> steps = new ArrayList<>();
        steps.add(chain(export.lines()));
        String head = export.lines().isEmpty()
                ? AuditChain.START
                : export.lines().getLast().hash();
        JsonNode trailer = export.trailer();
        steps.add(ProofStep.of(
                "complete",
                trailer.path("lines").asLong(-1) == export.lines().size()
                        && trailer.path("head").asString("").equals(head),
                "the last row tells of the same lines and the same head",
                "the last row tells of %s lines, and %d are there: lines were taken off or added at the end"
                        .formatted(trailer.path("lines"), export.lines().size())));
        steps.addAll(seal(export.trailer(), FORMAT, known));
        return steps;
    }

    /// Verifies a chain from its first line.
    public static ProofStep chain(List<AuditLine> lines) {
        return switch (AuditChain.check(lines)) {
            case AuditChain.Intact(long count, String head) ->
                ProofStep.passed(
                        "chain",
                        count == 0
                                ? "the log is empty"
                                : "lines 1 to %d follow from each other; the head is %.16s…".formatted(count, head));
            case AuditChain.Broken broken -> ProofStep.failed("chain", broken.what());
        };
    }

    /// Verifies a signature and whose it is.
    public static List<ProofStep> seal(ObjectNode sealed, String purpose, Predicate<PublicSigner> known) {
        try {
            Seal seal = Seal.of(sealed, purpose);
            String name = seal.signer().fingerprint();
            return List.of(
                    ProofStep.of(
                            "signature",
                            seal.holds(),
                            "it bears the signature of %s".formatted(name),
                            "the signature does not fit: it, the signer or what was signed was exchanged"),
                    ProofStep.of(
                            ProofStep.SIGNER,
                            known.test(seal.signer()),
                            "%s is trusted".formatted(name),
                            "signed by unknown key %s: compare the fingerprint with the sender's, then give it as --signer \"%s\""
                                    .formatted(name, name)));
        } catch (IllegalArgumentException e) {
            return List.of(
                    ProofStep.failed("signature", "%s".formatted(firstLine(e))),
                    ProofStep.notChecked("signer", "there is no signature to know somebody by"));
        }
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
