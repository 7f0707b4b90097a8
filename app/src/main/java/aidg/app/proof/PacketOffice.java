package aidg.app.proof;

import aidg.app.AppFiles;
import aidg.app.Failure;
import aidg.app.Session;
import aidg.app.export.OutFile;
import aidg.engine.DealEngine;
import aidg.engine.audit.AuditChain;
import aidg.engine.audit.AuditKind;
import aidg.engine.audit.AuditLine;
import aidg.engine.audit.ProofStep;
import aidg.engine.audit.SigningKey;
import aidg.engine.domain.Progress;
import aidg.engine.domain.Proposal;
import aidg.engine.marketplace.Marketplace;
import aidg.engine.models.ModelFile;
import aidg.engine.packet.DecisionPacket;
import aidg.engine.packet.PacketCheck;
import aidg.engine.packet.PacketFile;
import aidg.engine.packet.PacketOrigin;
import aidg.engine.review.Decision;
import aidg.engine.review.Standing;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Writes decision packets of a workspace. The desktop and the command line use it alike.
public final class PacketOffice {

    private final Session session;
    private final Clock clock;

    public PacketOffice(Session session, Clock clock) {
        this.session = session;
        this.clock = clock;
    }

    /// A packet that was written.
    ///
    /// @param decisions of the deal, those taken back included
    /// @param line      its line in the audit log
    public record Written(Path file, PacketFile packet, String signer, int decisions, AuditLine line) {}

    /// Writes the packet of a deal, and that it was written into the audit log. Seconds: everything is worked out
    /// anew, with the model of the decision.
    ///
    /// @param undecided whether the deal may still await a decision
    /// @throws Failure     if there is no such proposal, it is undecided, its model or its data are not here
    ///         any more, the audit log is broken, or the file may not be written
    /// @throws IOException if the disk fails
    public Written write(String dealId, Path file, boolean undecided, Progress progress) throws IOException {
        OutFile out = OutFile.of(file);
        Marketplace marketplace = session.marketplace(progress);
        Proposal proposal = proposal(marketplace, dealId);
        List<Decision> decisions = session.workspace().decisions();
        Optional<Decision> inForce =
                Optional.ofNullable(Standing.of(decisions).inForce().get(dealId));
        if (inForce.isEmpty() && !undecided) {
            throw Failure.badInput(
                    "No decision on '%s' is in force.".formatted(dealId),
                    "--deal",
                    "Decide first, with `workbench decide`, or add --undecided.");
        }
        List<AuditLine> audit = intact(session.workspace().audit());
        ModelFile model = model(inForce);
        SigningKey key = Signers.ownKey(session.files());
        PacketOrigin origin = new PacketOrigin(
                clock.instant(),
                session.workspace().actor(),
                AppFiles.version(),
                source(),
                decisions,
                session.auditLog(),
                audit);
        progress.at("Explaining", 0, 0);
        PacketFile packet;
        try (DealEngine engine = Session.freshEngine(marketplace, model)) {
            packet = DecisionPacket.of(engine, model.provenance(), proposal, origin, key);
        }
        refuseContradictions(packet);
        String signer = key.signer().fingerprint();
        AuditLine[] line = new AuditLine[1];
        out.write(
                packet.bytes(),
                () -> line[0] = session.workspace()
                        .record(AuditKind.PACKET_WRITTEN, dealId, Map.of("packet", packet.hash(), "signer", signer)));
        int told = (int) decisions.stream()
                .filter(decision -> decision.dealId().equals(dealId))
                .count();
        return new Written(file, packet, signer, told, line[0]);
    }

    private static Proposal proposal(Marketplace marketplace, String dealId) {
        return marketplace.proposals().stream()
                .filter(one -> one.id().equals(dealId))
                .findFirst()
                .orElseThrow(() -> Failure.badInput(
                        "No proposal has the id '%s'.".formatted(dealId), "--deal", "`workbench queue` shows ids."));
    }

    private static List<AuditLine> intact(List<AuditLine> audit) {
        if (AuditChain.check(audit) instanceof AuditChain.Broken broken) {
            throw Failure.failed(
                    "The audit log is broken: %s.".formatted(broken.what()),
                    "",
                    "`workbench audit verify` says more; nothing is signed on it.");
        }
        return audit;
    }

    /// The one that the decision rests on; of an undecided deal, the one in use.
    private ModelFile model(Optional<Decision> inForce) {
        if (inForce.isEmpty()) {
            return session.model();
        }
        String hash = inForce.get().modelHash();
        return Session.model(session.modelFolder(hash)
                .orElseThrow(() -> Failure.failed(
                        "The decision was made with model %s, which is not here any more.".formatted(hash),
                        "",
                        "Put its folder back among the workspace's models, then make the packet again.")));
    }

    /// Without the path to it, which tells of this machine and not of the data.
    private String source() {
        Path name = Path.of(session.source()).getFileName();
        return name == null ? "" : name.toString();
    }

    private static void refuseContradictions(PacketFile packet) {
        ProofStep agreement = new PacketCheck(packet).agreement();
        if (agreement.outcome() != ProofStep.Outcome.PASSED) {
            throw Failure.failed(
                    "The packet would contradict itself: %s.".formatted(agreement.words()),
                    "--deal",
                    "Import the data that the decision was made on, then make the packet again.");
        }
    }
}
