package aidg.app.cli;

import aidg.app.AppFiles;
import aidg.app.Failure;
import aidg.app.Session;
import aidg.app.proof.PacketOffice;
import aidg.app.proof.PacketVerification;
import aidg.app.proof.Signers;
import aidg.engine.audit.PublicSigner;
import aidg.engine.packet.PacketFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `workbench packet`.
@CommandLine.Command(
        name = "packet",
        description = {
            "Write a decision as one signed file, or verify such a file.",
            "A packet holds data hash, model hash, seed, terms, features, score, explanation, guard, decisions and",
            "audit lines of a deal. Who has the same data and model works all of it out anew with `packet verify`.",
            ""
        },
        footer = {
            "",
            "Examples:  workbench packet make --deal D029988 --out D029988.json",
            "           workbench packet verify D029988.json",
            "           workbench packet verify D029988.json --signer \"3f2a 90b1 …\"    from another installation",
            "           workbench packet signer                                        your own fingerprint"
        })
final class PacketCommand extends Command.InWorkspace {

    PacketCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    List<Command> parts() {
        return List.of(new Make(surroundings()), new Verify(surroundings()), new Signer(surroundings()));
    }

    @Override
    Result run(ProgressLine progress) {
        throw nothingAsked();
    }

    /// `workbench packet make`.
    @CommandLine.Command(
            name = "make",
            description = {
                "Write the signed packet of a decided deal.",
                "Everything in it is worked out anew, with the model that the decision was made with.",
                ""
            })
    static final class Make extends Command.InWorkspace {

        @Option(names = "--deal", paramLabel = "ID", required = true, description = "The proposal.")
        private String deal = "";

        @Option(names = "--out", paramLabel = "FILE", required = true, description = "The file to write.")
        private Path out = Path.of("");

        @Option(names = "--undecided", description = "Write it although no decision is in force.")
        private boolean undecided;

        Make(Surroundings surroundings) {
            super(surroundings);
        }

        @Override
        Result run(ProgressLine progress) throws IOException {
            try (Session session = open(progress)) {
                PacketOffice.Written written =
                        new PacketOffice(session, surroundings().clock()).write(deal, out, undecided, progress);
                Map<String, Object> json = new LinkedHashMap<>();
                json.put("file", out.toString());
                json.put("dealId", deal);
                json.put("packet", written.packet().hash());
                json.put("signer", written.signer());
                json.put("decisions", written.decisions());
                json.put("auditLine", written.line().sequence());
                return Result.of(
                        json,
                        "The packet of %s is in %s, line %d of the audit log.%nSigned by %s; tell that to whoever verifies it, by another way than the file."
                                .formatted(deal, out, written.line().sequence(), written.signer()));
            }
        }
    }

    /// `workbench packet verify`.
    @CommandLine.Command(
            name = "verify",
            description = {
                "Verify a packet: its signature, and everything in it worked out anew.",
                "Needs the data and the model that the packet names. Exit code 1 if anything is not as it should be.",
                ""
            })
    static final class Verify extends Command.InWorkspace {

        @Parameters(index = "0", paramLabel = "FILE", description = "The packet.")
        private Path file = Path.of("");

        @Option(
                names = "--signer",
                paramLabel = "KEY",
                description = "Trust this signer too: a fingerprint or a public key, as the sender told you.")
        private List<String> signers = List.of();

        @Option(
                names = "--signature-only",
                description = "Look at the file alone; needs neither data nor model, and opens no workspace.")
        private boolean signatureOnly;

        Verify(Surroundings surroundings) {
            super(surroundings);
        }

        @Override
        Result run(ProgressLine progress) throws IOException {
            PacketFile packet = PacketVerification.read(file);
            Signers trusted = new Signers(surroundings().files(), signers);
            if (signatureOnly) {
                return result(PacketVerification.ofItself(packet, trusted));
            }
            try (Session session = open(progress)) {
                return result(PacketVerification.whole(packet, trusted, session, progress));
            }
        }

        private Result result(PacketVerification verified) {
            Map<String, @Nullable Object> json = new LinkedHashMap<>();
            json.put("ok", verified.holds());
            json.put("file", file.toString());
            json.put("dealId", verified.packet().dealId());
            json.put("packet", verified.packet().hash());
            json.put("signatureOnly", signatureOnly);
            json.put("steps", ProofLines.json(verified.steps()));
            json.put("differences", verified.differences());
            String end = verified.holds()
                    ? signatureOnly
                            ? "The packet of %s is as it was signed; its numbers were not worked out anew."
                            : "The packet of %s holds."
                    : verified.lacksOnlyTrust()
                            ? "The packet of %s is as it was signed, but by whom nobody vouches."
                            : "The packet of %s does not hold.";
            return new Result(
                    json,
                    ProofLines.text(verified.steps())
                            + ProofLines.plain(end.formatted(verified.packet().dealId())),
                    verified.holds() ? 0 : Failure.Kind.FAILED.exitCode());
        }
    }

    /// `workbench packet signer`.
    @CommandLine.Command(
            name = "signer",
            description = {
                "Show whose signature this installation makes.",
                "Give the fingerprint to those who verify your packets, by another way than the packets.",
                ""
            })
    static final class Signer extends Command {

        Signer(Surroundings surroundings) {
            super(surroundings);
        }

        @Override
        Result run(ProgressLine progress) {
            AppFiles files = surroundings().files();
            PublicSigner signer = Signers.ownKey(files).signer();
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("fingerprint", signer.fingerprint());
            json.put("publicKey", signer.text());
            json.put("keyFile", files.signingKey().toString());
            return Result.of(
                    json,
                    "Fingerprint  %s%nPublic key   %s%nThe key itself is in %s; keep it to yourself."
                            .formatted(signer.fingerprint(), signer.text(), files.signingKey()));
        }
    }
}
