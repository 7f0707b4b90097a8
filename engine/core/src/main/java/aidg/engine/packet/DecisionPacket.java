package aidg.engine.packet;

import aidg.engine.DealEngine;
import aidg.engine.audit.SigningKey;
import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Proposal;
import aidg.engine.models.ModelRecord;
import aidg.engine.review.Decision;
import aidg.engine.review.Decision.Overridden;
import aidg.engine.review.Standing;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Makes decision packets.
public final class DecisionPacket {

    private DecisionPacket() {}

    /// Explains a proposal and signs all that is known of it. About as long as an explanation.
    ///
    /// @param engine over the data of the decision, with its model
    /// @param model  the same
    public static PacketFile of(
            DealEngine engine, ModelRecord model, Proposal proposal, PacketOrigin origin, SigningKey key) {
        DealTerms newTerms = newTerms(origin.decisions(), proposal.id()).orElse(null);
        Map<String, JsonNode> workedOut = PacketContent.workedOut(engine, model, proposal, newTerms);
        return PacketFile.signed(PacketContent.whole(workedOut, model, proposal.id(), origin), key);
    }

    /// The decision on a deal that is in force; empty if none is.
    static Optional<Decision> inForce(List<Decision> log, String dealId) {
        return Optional.ofNullable(Standing.of(log).inForce().get(dealId));
    }

    /// What goes out in a proposal's place.
    static Optional<DealTerms> newTerms(List<Decision> log, String dealId) {
        return inForce(log, dealId).map(DecisionPacket::newTerms);
    }

    private static @Nullable DealTerms newTerms(Decision decision) {
        return decision.verdict() instanceof Overridden overridden ? overridden.newTerms() : null;
    }
}
