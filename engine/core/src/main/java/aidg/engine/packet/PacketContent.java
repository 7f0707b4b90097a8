package aidg.engine.packet;

import aidg.engine.DealEngine;
import aidg.engine.Explanation;
import aidg.engine.ScoreTrace;
import aidg.engine.ScoredDeal;
import aidg.engine.audit.AuditChain;
import aidg.engine.audit.AuditJson;
import aidg.engine.audit.AuditLine;
import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Proposal;
import aidg.engine.models.ModelRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What a packet says: sections that follow from data and model and can be worked out again, and sections that are
/// a record of what happened.
final class PacketContent {

    static final String PACKET = "packet";
    static final String DATA = "data";
    static final String MODEL = "model";
    static final String SEED = "seed";
    static final String PROPOSAL = "proposal";
    static final String SCORE = "score";
    static final String FEATURES = "features";
    static final String GUARD = "guard";
    static final String TRACE = "trace";
    static final String EXPLANATION = "explanation";
    static final String NEW_TERMS = "newTerms";
    static final String DECISIONS = "decisions";
    static final String AUDIT = "audit";

    /// All sections, in the order of the file.
    static final List<String> SECTIONS = List.of(
            PACKET,
            DATA,
            MODEL,
            SEED,
            PROPOSAL,
            FEATURES,
            SCORE,
            GUARD,
            TRACE,
            EXPLANATION,
            NEW_TERMS,
            DECISIONS,
            AUDIT);

    /// What of a model decides a score. The rest, such as when it was trained, may differ between two models of one
    /// hash.
    private static final Set<String> DECIDING =
            Set.of("hash", "weightsHash", "featuresHash", "calibration", "encoder", "dimensions");

    private PacketContent() {}

    /// What data and model say of a proposal.
    ///
    /// @param newTerms what goes out in its place, null if nothing does
    static Map<String, JsonNode> workedOut(
            DealEngine engine, ModelRecord model, Proposal proposal, @Nullable DealTerms newTerms) {
        Explanation explanation = engine.explainFully(proposal);
        ScoredDeal scored = explanation.scored();
        Map<String, JsonNode> sections = new LinkedHashMap<>();
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        data.put("dataHash", engine.marketplace().dataHash());
        data.put("asOf", engine.marketplace().asOf().toString());
        sections.put(DATA, data);
        ObjectNode deciding = (ObjectNode) PacketJson.tree(model);
        deciding.retain(DECIDING);
        sections.put(MODEL, deciding);
        sections.put(SEED, seed(explanation.trace()));
        sections.put(PROPOSAL, PacketJson.tree(proposal));
        sections.put(FEATURES, features(explanation.trace()));
        sections.put(SCORE, score(scored));
        sections.put(GUARD, guard(engine, scored));
        sections.put(TRACE, PacketJson.tree(explanation.trace()));
        sections.put(EXPLANATION, explanation(explanation));
        sections.put(NEW_TERMS, newTerms(engine, proposal, newTerms));
        return sections;
    }

    /// All sections, in the order of the file.
    ///
    /// @param workedOut as above
    static Map<String, JsonNode> whole(
            Map<String, JsonNode> workedOut, ModelRecord model, String dealId, PacketOrigin origin) {
        Map<String, JsonNode> all = new LinkedHashMap<>(workedOut);
        all.computeIfPresent(DATA, (name, data) -> ((ObjectNode) data.deepCopy()).put("source", origin.source()));
        all.put(MODEL, PacketJson.tree(model));
        all.put(PACKET, packet(dealId, origin));
        all.put(
                DECISIONS,
                PacketJson.tree(origin.decisions().stream()
                        .filter(decision -> decision.dealId().equals(dealId))
                        .map(PacketJson::of)
                        .toList()));
        all.put(AUDIT, audit(dealId, origin));
        Map<String, JsonNode> ordered = new LinkedHashMap<>();
        SECTIONS.forEach(name -> ordered.put(name, Objects.requireNonNull(all.get(name))));
        return ordered;
    }

    private static JsonNode packet(String dealId, PacketOrigin origin) {
        ObjectNode packet = JsonNodeFactory.instance.objectNode();
        packet.put("dealId", dealId);
        packet.put("writtenAt", origin.at().toString());
        packet.put("writtenBy", origin.by());
        packet.put("program", origin.program());
        packet.put(
                "machine",
                "%s %s, Java %s"
                        .formatted(
                                System.getProperty("os.name"),
                                System.getProperty("os.arch"),
                                System.getProperty("java.version")));
        return packet;
    }

    private static JsonNode seed(ScoreTrace trace) {
        Map<String, Object> seed = new LinkedHashMap<>();
        seed.put("seed", trace.seed());
        seed.put(
                "draws",
                List.of(
                        "the orders in which facts join an explanation",
                        "what an explanation is checked against",
                        "what the sales forecast does not know"));
        return PacketJson.tree(seed);
    }

    private static JsonNode features(ScoreTrace trace) {
        Map<String, @Nullable Object> features = new TreeMap<>();
        trace.features()
                .forEach(one ->
                        features.put(one.token() + "." + one.feature(), one.missing() ? null : (Object) one.value()));
        return PacketJson.tree(features);
    }

    private static JsonNode score(ScoredDeal scored) {
        Map<String, Object> json = scored.figures();
        json.put("baseRate", scored.baseRate());
        json.put("baseRateOf", scored.baseRateOf());
        json.put("modelHash", scored.modelHash());
        json.put("device", scored.device());
        return PacketJson.tree(json);
    }

    private static JsonNode guard(DealEngine engine, ScoredDeal scored) {
        ObjectNode guard = (ObjectNode) PacketJson.tree(scored.guard());
        guard.set("facts", PacketJson.tree(engine.guardFacts(scored.proposal(), scored.expectedGp30())));
        return guard;
    }

    private static JsonNode explanation(Explanation explanation) {
        List<Map<String, Object>> contributions = new ArrayList<>();
        for (Explanation.Reason reason : explanation.reasons()) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("feature", reason.contribution().feature());
            row.put("words", reason.contribution().words());
            row.put("points", reason.contribution().points());
            row.put("attention", reason.attention());
            row.put("gradient", reason.gradient());
            row.put("occlusion", reason.occlusion());
            contributions.add(row);
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("sentences", explanation.trace().sentences());
        json.put("contributions", contributions);
        json.put("heads", explanation.heads());
        json.put("completeness", explanation.completeness());
        json.put("faithfulness", explanation.honesty());
        json.put("against", explanation.against());
        return PacketJson.tree(json);
    }

    private static JsonNode newTerms(DealEngine engine, Proposal proposal, @Nullable DealTerms terms) {
        if (terms == null) {
            return JsonNodeFactory.instance.nullNode();
        }
        ScoredDeal scored = engine.score(List.of(proposal.withTerms(terms))).getFirst();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("terms", PacketJson.tree(terms));
        json.set("score", score(scored));
        json.set("guard", guard(engine, scored));
        return json;
    }

    private static JsonNode audit(String dealId, PacketOrigin origin) {
        List<AuditLine> log = origin.audit();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("log", origin.log());
        ObjectNode head = json.putObject("head");
        head.put("sequence", log.size());
        head.put("hash", log.isEmpty() ? AuditChain.START : log.getLast().hash());
        json.set(
                "lines",
                PacketJson.tree(log.stream()
                        .filter(line -> line.subject().equals(dealId))
                        .map(AuditJson::of)
                        .toList()));
        return json;
    }
}
