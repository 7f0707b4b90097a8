package aidg.app.proof;

import aidg.app.Failure;
import aidg.app.Session;
import aidg.engine.DealEngine;
import aidg.engine.audit.ProofStep;
import aidg.engine.domain.Progress;
import aidg.engine.marketplace.Marketplace;
import aidg.engine.models.ModelFile;
import aidg.engine.packet.Difference;
import aidg.engine.packet.PacketCheck;
import aidg.engine.packet.PacketFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Verifies a decision packet.
///
/// @param differences what is not the same to the bit when worked out here
public record PacketVerification(PacketFile packet, List<ProofStep> steps, List<Difference> differences) {

    /// A packet is some 200 kB.
    private static final int LARGEST = 32 << 20;

    public PacketVerification {
        steps = List.copyOf(steps);
        differences = List.copyOf(differences);
    }

    /// Whether it stood every test.
    public boolean holds() {
        return ProofStep.hold(steps);
    }

    /// Whether all that fails is that nobody vouches for the signer.
    public boolean lacksOnlyTrust() {
        return !holds()
                && steps.stream()
                        .filter(step -> step.outcome() == ProofStep.Outcome.FAILED)
                        .allMatch(step -> step.name().equals(ProofStep.SIGNER));
    }

    /// Reads a packet.
    ///
    /// @throws Failure if it is none
    public static PacketFile read(Path file) throws IOException {
        return switch (PacketFile.read(bytes(file))) {
            case PacketFile.Read read -> read.packet();
            case PacketFile.Refused refused ->
                throw Failure.badInput(
                        "%s is no decision packet: %s.".formatted(file, refused.what()),
                        file.toString(),
                        "Ask the sender for the file again, or name another.");
        };
    }

    static byte[] bytes(Path file) throws IOException {
        if (Files.notExists(file)) {
            throw Failure.badInput("There is no file %s.".formatted(file), file.toString(), "Name another file.");
        }
        if (Files.isDirectory(file)) {
            throw Failure.badInput("%s is a folder.".formatted(file), file.toString(), "Name a file.");
        }
        try (InputStream stream = Files.newInputStream(file)) {
            byte[] bytes = stream.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw Failure.badInput(
                        "%s is larger than %d MB.".formatted(file, LARGEST >> 20),
                        file.toString(),
                        "Name a file that the workbench wrote.");
            }
            return bytes;
        }
    }

    /// Form, sections, signature, signer and whether it agrees with itself: what needs neither data nor model.
    public static PacketVerification ofItself(PacketFile packet, Signers signers) {
        return new PacketVerification(packet, itself(packet, signers), List.of());
    }

    private static List<ProofStep> itself(PacketFile packet, Signers signers) {
        PacketCheck check = new PacketCheck(packet);
        List<ProofStep> steps = new ArrayList<>();
        steps.add(ProofStep.passed("form", "a decision packet of version %d".formatted(PacketFile.VERSION)));
        steps.addAll(check.seal(signers::trust));
        steps.add(check.agreement());
        steps.add(check.audit());
        return steps;
    }

    /// All of that, and everything worked out anew with data and model of a workspace. Seconds.
    public static PacketVerification whole(PacketFile packet, Signers signers, Session session, Progress progress) {
        PacketCheck check = new PacketCheck(packet);
        List<ProofStep> steps = new ArrayList<>(itself(packet, signers));
        Optional<ModelFile> model = model(check.modelHash(), session);
        steps.add(ProofStep.of(
                "model",
                model.isPresent(),
                "model %s is here".formatted(check.modelHash()),
                "model %s is not here: put its folder among the workspace's models, or verify with --signature-only"
                        .formatted(check.modelHash())));
        Optional<Marketplace> data = data(session, check.dataHash(), progress);
        steps.add(data(check.dataHash(), data));
        PacketCheck.Recomputed recomputed = model.isPresent()
                        && data.filter(one -> one.dataHash().equals(check.dataHash()))
                                .isPresent()
                ? recomputed(check, data.get(), model.get(), progress)
                : new PacketCheck.Recomputed(
                        ProofStep.notChecked(
                                "recomputed", "not worked out anew: that takes the packet's data and model"),
                        List.of());
        steps.add(recomputed.step());
        steps.add(check.origin(
                session.knownAuditLog().orElse(""), session.workspace().audit()));
        return new PacketVerification(packet, steps, recomputed.differences());
    }

    private static Optional<ModelFile> model(String hash, Session session) {
        return session.modelFolder(hash).map(Session::model);
    }

    /// The default workspace gets the sample; another one may be empty. A packet may be older than the notes that were
    /// written here, so the data without these are tried too.
    private static Optional<Marketplace> data(Session session, String hash, Progress progress) {
        try {
            Marketplace noted = session.marketplace(progress);
            if (noted.dataHash().equals(hash)) {
                return Optional.of(noted);
            }
            Marketplace imported = session.imported(progress);
            return Optional.of(imported.dataHash().equals(hash) ? imported : noted);
        } catch (Failure failure) {
            if (failure.kind() != Failure.Kind.BAD_INPUT) {
                throw failure;
            }
            return Optional.empty();
        }
    }

    private static ProofStep data(String hash, Optional<Marketplace> data) {
        if (data.isEmpty()) {
            return ProofStep.failed(
                    "data",
                    "the workspace holds no data; the packet is about data %s: import them, or verify with --signature-only"
                            .formatted(hash));
        }
        String here = data.get().dataHash();
        return ProofStep.of(
                "data",
                here.equals(hash),
                "data %.16s… are here".formatted(hash),
                "the packet is about data %s, and the workspace holds %s: name a workspace with them, or verify with --signature-only"
                        .formatted(hash, here));
    }

    private static PacketCheck.Recomputed recomputed(
            PacketCheck check, Marketplace data, ModelFile model, Progress progress) {
        progress.at("Working it out anew", 0, 0);
        try (DealEngine engine = Session.freshEngine(data, model)) {
            return check.recomputed(engine, model.provenance());
        }
    }
}
