package aidg.engine.packet;

import aidg.engine.DealEngine;
import aidg.engine.audit.AuditChain;
import aidg.engine.audit.AuditJson;
import aidg.engine.audit.AuditLine;
import aidg.engine.audit.ProofStep;
import aidg.engine.audit.PublicSigner;
import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Proposal;
import aidg.engine.models.ModelRecord;
import aidg.engine.packet.Difference.Kind;
import aidg.engine.review.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Verifies a packet, step by step. Each step can be asked for alone and none trusts what another found, because a
/// packet may come from anybody and say anything.
public final class PacketCheck {

    /// The score that a person decided on came from a batch, that of the packet from the deal alone.
    private static final double SAME_SCORE = 1e-4;

    private static final int NAMED = 3;

    private final PacketFile packet;

    public PacketCheck(PacketFile packet) {
        this.packet = packet;
    }

    /// What came of working a packet out anew.
    ///
    /// @param differences everything that is not the same to the bit
    public record Recomputed(ProofStep step, List<Difference> differences) {

        public Recomputed {
            differences = List.copyOf(differences);
        }
    }

    /// Are the sections those that were signed, and who signed?
    ///
    /// @param known whether a signer is trusted
    public List<ProofStep> seal(Predicate<PublicSigner> known) {
        return packet.seal(known);
    }

    public String modelHash() {
        return packet.section(PacketContent.MODEL).path("hash").asString("");
    }

    public String dataHash() {
        return packet.section(PacketContent.DATA).path("dataHash").asString("");
    }

    /// Do the sections tell of one deal, one model and one score?
    public ProofStep agreement() {
        try {
            List<String> wrong = disagreements();
            return ProofStep.of(
                    "agreement",
                    wrong.isEmpty(),
                    "its sections tell of one deal, one model, one score and one course of decisions",
                    String.join("; ", wrong));
        } catch (IllegalArgumentException e) {
            return ProofStep.failed("agreement", String.valueOf(e.getMessage()));
        }
    }

    private List<String> disagreements() {
        List<String> wrong = new ArrayList<>();
        String deal = packet.dealId();
        same(wrong, "`packet` and `proposal` tell of different deals", deal, text(PacketContent.PROPOSAL, "id"));
        String model = modelHash();
        same(wrong, "`model` and `score` tell of different models", model, text(PacketContent.SCORE, "modelHash"));
        same(wrong, "`model` and `trace` tell of different models", model, text(PacketContent.TRACE, "modelHash"));
        same(
                wrong,
                "`seed` and `trace` tell of different seeds",
                packet.section(PacketContent.SEED).path("seed").toString(),
                packet.section(PacketContent.TRACE).path("seed").toString());
        List<Decision> decisions = decisions();
        decisions.forEach(one -> same(wrong, "`decisions` tells of other deals", deal, one.dealId()));
        LogAgreement.disagreement(decisions, lines()).ifPresent(what -> wrong.add("`decisions` and `audit`: " + what));
        double score = packet.section(PacketContent.SCORE).path("score").asDouble(-1);
        DecisionPacket.inForce(decisions, deal).ifPresent(decision -> {
            same(wrong, "the decision was made with another model than `model`", model, decision.modelHash());
            if (!(Math.abs(decision.score() - score) <= SAME_SCORE)) {
                wrong.add(
                        "the decision was made on a score of %s, and `score` says %s: the data are not those of the decision, or one was changed"
                                .formatted(decision.score(), score));
            }
        });
        return wrong;
    }

    private static void same(List<String> wrong, String otherwise, String one, String other) {
        if (!one.equals(other)) {
            wrong.add(otherwise);
        }
    }

    private String text(String section, String name) {
        return packet.section(section).path(name).asString("");
    }

    private List<Decision> decisions() {
        return elements(packet.section(PacketContent.DECISIONS)).stream()
                .map(PacketJson::decision)
                .toList();
    }

    private List<AuditLine> lines() {
        return elements(packet.section(PacketContent.AUDIT).path("lines")).stream()
                .map(AuditJson::line)
                .toList();
    }

    private static List<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    /// Works everything out anew that follows from data and model, and compares.
    ///
    /// @param engine over the packet's data, with its model
    /// @param model  the same
    public Recomputed recomputed(DealEngine engine, ModelRecord model) {
        Optional<Proposal> proposal = engine.marketplace().proposals().stream()
                .filter(one -> one.id().equals(packet.dealId()))
                .findFirst();
        if (proposal.isEmpty()) {
            return new Recomputed(
                    ProofStep.failed("recomputed", "the data hold no proposal '%s'".formatted(packet.dealId())),
                    List.of());
        }
        DealTerms newTerms;
        try {
            newTerms = DecisionPacket.newTerms(decisions(), packet.dealId()).orElse(null);
        } catch (IllegalArgumentException e) {
            return new Recomputed(
                    ProofStep.failed("recomputed", "`decisions` cannot be read: %s".formatted(e.getMessage())),
                    List.of());
        }
        List<Difference> differences = new ArrayList<>();
        Map<String, JsonNode> here = PacketContent.workedOut(engine, model, proposal.get(), newTerms);
        here.forEach((name, section) -> differences.addAll(Difference.between(name, told(name, section), section)));
        return new Recomputed(step(differences), differences);
    }

    /// A packet says more of data and model than decides a score, of which nothing can be worked out.
    private JsonNode told(String name, JsonNode here) {
        JsonNode section = packet.section(name);
        boolean partly = name.equals(PacketContent.DATA) || name.equals(PacketContent.MODEL);
        return partly && section instanceof ObjectNode object
                ? object.deepCopy().retain(here.propertyNames())
                : section;
    }

    private static ProofStep step(List<Difference> differences) {
        boolean noisy = differences.stream().anyMatch(one -> one.kind() == Kind.NOISE);
        List<Difference> real = differences.stream()
                .filter(one -> one.kind() == Kind.OTHER || one.kind() == Kind.ROUNDING && !noisy)
                .toList();
        if (real.isEmpty()) {
            return ProofStep.passed(
                    "recomputed",
                    noisy
                            ? "worked out here, every number is the same but for rounding (%d places; this machine adds up in another order)"
                                    .formatted(differences.size())
                            : "worked out here, every number and word is the same to the last bit");
        }
        String sections = real.stream()
                .map(one -> one.path().replaceAll("[.\\[].*", ""))
                .collect(Collectors.toCollection(TreeSet::new))
                .toString();
        String named = real.stream()
                .limit(NAMED)
                .map(one -> "%s is %s and worked out here %s".formatted(one.path(), one.packet(), one.here()))
                .collect(Collectors.joining("; "));
        return ProofStep.failed(
                "recomputed",
                "%s%s (%d differences, in %s)"
                        .formatted(named, real.size() > NAMED ? "; …" : "", real.size(), sections));
    }

    /// Are the audit lines as they were written, and in order?
    public ProofStep audit() {
        try {
            return ProofStep.passed("audit", inOrder());
        } catch (IllegalArgumentException e) {
            return ProofStep.failed("audit", String.valueOf(e.getMessage()));
        }
    }

    private String inOrder() {
        List<AuditLine> lines = lines();
        JsonNode head = packet.section(PacketContent.AUDIT).path("head");
        long last = head.path("sequence").asLong(0);
        AuditLine before = null;
        for (AuditLine line : lines) {
            String which = "audit line %d ".formatted(line.sequence());
            require(line.subject().equals(packet.dealId()), which + "is about " + line.subject());
            require(AuditChain.isIntact(line), which + "was changed after it was written");
            require(line.sequence() <= last, which + "stands behind the head of the log");
            if (before != null) {
                require(line.sequence() > before.sequence(), which + "is out of order");
                require(
                        line.sequence() > before.sequence() + 1
                                || line.previousHash().equals(before.hash()),
                        which + "does not continue the line before it");
            }
            require(
                    line.sequence() < last
                            || line.hash().equals(head.path("hash").asString("")),
                    which + "is the last of the log and not its head");
            before = line;
        }
        return "the deal's lines of the audit log (%d of %d) are as they were written".formatted(lines.size(), last);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    /// Are the audit lines those of this workspace, if they are from it?
    ///
    /// @param log id of this workspace's audit log, empty if it has none yet
    /// @param own that log, whole
    public ProofStep origin(String log, List<AuditLine> own) {
        JsonNode audit = packet.section(PacketContent.AUDIT);
        if (log.isEmpty() || !audit.path("log").asString("").equals(log)) {
            return ProofStep.notChecked(
                    "origin", "the packet is from another workspace, whose audit log is not here to compare with");
        }
        try {
            for (AuditLine line : lines()) {
                require(
                        line.sequence() >= 1
                                && line.sequence() <= own.size()
                                && own.get((int) line.sequence() - 1).equals(line),
                        "audit line %d is not in this workspace's log, from which the packet says it is"
                                .formatted(line.sequence()));
            }
            long last = audit.path("head").path("sequence").asLong(-1);
            require(
                    last >= 0 && last <= own.size(),
                    "the packet knows %d audit lines and this workspace %d: lines were lost here"
                            .formatted(last, own.size()));
            String hash = last == 0 ? AuditChain.START : own.get((int) last - 1).hash();
            require(
                    hash.equals(audit.path("head").path("hash").asString("")),
                    "the log stood otherwise at line %d when the packet was written".formatted(last));
            return missing(own, last);
        } catch (IllegalArgumentException e) {
            return ProofStep.failed("origin", String.valueOf(e.getMessage()));
        }
    }

    /// A forger with the right key could leave a line of the deal out.
    private ProofStep missing(List<AuditLine> own, long last) {
        long here = own.stream()
                .limit(last)
                .filter(line -> line.subject().equals(packet.dealId()))
                .count();
        return ProofStep.of(
                "origin",
                here == lines().size(),
                "this workspace wrote it: its audit log holds every line",
                "this workspace's audit log has %d lines of the deal and the packet %d"
                        .formatted(here, lines().size()));
    }
}
