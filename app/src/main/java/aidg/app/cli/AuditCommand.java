package aidg.app.cli;

import aidg.app.AppFiles;
import aidg.app.Failure;
import aidg.app.Session;
import aidg.app.export.OutFile;
import aidg.app.proof.AuditBook;
import aidg.app.proof.Signers;
import aidg.engine.audit.AuditExport;
import aidg.engine.audit.AuditJson;
import aidg.engine.audit.AuditLine;
import aidg.engine.audit.ProofStep;
import aidg.engine.audit.SigningKey;
import java.io.IOException;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `workbench audit`.
@CommandLine.Command(
        name = "audit",
        description = {
            "Show, export or verify the log of everything that was done.",
            "Each line's hash covers the line before it, so that none can be changed, taken out or put in unnoticed.",
            "What was taken off the end is noticed by an earlier export: `audit verify --since FILE`.",
            ""
        },
        footer = {
            "",
            "Examples:  workbench audit show --top 20",
            "           workbench audit export --out audit.jsonl",
            "           workbench audit verify                    the workspace's own log",
            "           workbench audit verify audit.jsonl        a file that was exported"
        })
final class AuditCommand extends Command.InWorkspace {

    AuditCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    List<Command> parts() {
        return List.of(new Show(surroundings()), new Export(surroundings()), new Verify(surroundings()));
    }

    @Override
    Result run(ProgressLine progress) {
        throw nothingAsked();
    }

    /// `workbench audit show`.
    @CommandLine.Command(
            name = "show",
            description = {"Show the latest lines of the audit log, the newest last.", ""})
    static final class Show extends Command.InWorkspace {

        @Option(
                names = "--top",
                paramLabel = "N",
                defaultValue = "20",
                description = "How many lines. Default: ${DEFAULT-VALUE}.")
        private int top;

        @Option(names = "--session", paramLabel = "N", description = "Only lines of this review session.")
        private @Nullable Integer number;

        Show(Surroundings surroundings) {
            super(surroundings);
        }

        @Override
        Result run(ProgressLine progress) {
            if (top < 1) {
                throw Failure.badInput("--top is %d, which shows nothing.".formatted(top), "--top", "Give 1 or more.");
            }
            try (Session session = open(progress)) {
                List<AuditLine> all = session.workspace().audit();
                Integer wanted = number;
                List<AuditLine> some = all.stream()
                        .filter(line -> wanted == null || line.session() == wanted)
                        .toList();
                List<AuditLine> shown = some.subList(Math.max(0, some.size() - top), some.size());
                Map<String, Object> json = new LinkedHashMap<>();
                json.put("total", all.size());
                json.put("lines", shown.stream().map(AuditJson::of).toList());
                return Result.of(json, text(shown, all.size()));
            }
        }

        private static String text(List<AuditLine> shown, int total) {
            StringBuilder text = new StringBuilder();
            for (AuditLine line : shown) {
                text.append(ProofLines.plain(String.format(
                                Locale.ROOT,
                                "%5d  %-20s  %-12s %-16s %-12s %s",
                                line.sequence(),
                                line.at().truncatedTo(ChronoUnit.SECONDS),
                                line.actor(),
                                line.kind().code(),
                                line.subject().length() > 12 ? line.subject().substring(0, 11) + "…" : line.subject(),
                                AuditBook.facts(line))))
                        .append(System.lineSeparator());
            }
            return text.append("%,d of %,d lines.".formatted(shown.size(), total))
                    .toString();
        }
    }

    /// `workbench audit export`.
    @CommandLine.Command(
            name = "export",
            description = {
                "Write the whole audit log to a file.",
                "A .jsonl file is signed and can be verified; a .csv file is for spreadsheets and proves nothing.",
                ""
            })
    static final class Export extends Command.InWorkspace {

        @Option(
                names = "--out",
                paramLabel = "FILE",
                required = true,
                description = "The file to write, .jsonl or .csv.")
        private Path out = Path.of("");

        Export(Surroundings surroundings) {
            super(surroundings);
        }

        @Override
        Result run(ProgressLine progress) throws IOException {
            boolean table = isTable();
            OutFile target = OutFile.of(out);
            AppFiles files = surroundings().files();
            try (Session session = open(progress)) {
                List<AuditLine> lines = session.workspace().audit();
                SigningKey key = table ? null : Signers.ownKey(files);
                String content = key == null
                        ? AuditBook.table(lines)
                        : AuditBook.signed(session, key, surroundings().clock());
                target.write(content);
                String signer = key == null ? null : key.signer().fingerprint();
                Map<String, @Nullable Object> json = new LinkedHashMap<>();
                json.put("file", out.toString());
                json.put("lines", lines.size());
                json.put("head", lines.isEmpty() ? null : lines.getLast().hash());
                json.put("signer", signer);
                String signed = signer == null ? "It is not signed." : "Signed by %s.".formatted(signer);
                return Result.of(json, "%,d lines are in %s. %s".formatted(lines.size(), out, signed));
            }
        }

        private boolean isTable() {
            String name = String.valueOf(out.getFileName()).toLowerCase(Locale.ROOT);
            if (!name.endsWith(".csv") && !name.endsWith(".jsonl")) {
                throw Failure.badInput(
                        "'%s' does not tell in which form to write.".formatted(out),
                        "--out",
                        "End the name with .jsonl or .csv.");
            }
            return name.endsWith(".csv");
        }
    }

    /// `workbench audit verify`.
    @CommandLine.Command(
            name = "verify",
            description = {
                "Verify the workspace's audit log, or a file that was exported.",
                "Without a file: that every line follows from the one before, and that the decisions are those that it",
                "tells of. Of a file also that it is whole and who signed it. Exit code 1 if anything is wrong.",
                ""
            })
    static final class Verify extends Command.InWorkspace {

        @Parameters(index = "0", arity = "0..1", paramLabel = "FILE", description = "An export, .jsonl.")
        private @Nullable Path file;

        @Option(
                names = "--signer",
                paramLabel = "KEY",
                description = "Trust this signer too: a fingerprint or a public key.")
        private List<String> signers = List.of();

        @Option(
                names = "--since",
                paramLabel = "FILE",
                description = "An earlier export: the workspace's log must still begin with it.")
        private @Nullable Path since;

        Verify(Surroundings surroundings) {
            super(surroundings);
        }

        @Override
        Result run(ProgressLine progress) throws IOException {
            Path exported = file;
            Path earlier = since;
            if (exported != null && earlier != null) {
                throw Failure.badInput(
                        "--since is about the workspace's own log, so FILE cannot be given as well.",
                        "--since",
                        "Leave one of them out.");
            }
            Signers trusted = new Signers(surroundings().files(), signers);
            if (exported != null) {
                AuditExport.Read export = AuditBook.read(exported);
                return result(AuditBook.check(export, trusted), exported.toString());
            }
            AuditExport.Read export = earlier == null ? null : AuditBook.read(earlier);
            try (Session session = open(progress)) {
                List<ProofStep> steps = new ArrayList<>(AuditBook.own(session));
                if (export != null) {
                    AuditBook.check(export, trusted)
                            .forEach(step ->
                                    steps.add(new ProofStep("since: " + step.name(), step.outcome(), step.words())));
                    steps.add(AuditBook.continued(export, session));
                }
                return result(steps, null);
            }
        }

        private static Result result(List<ProofStep> steps, @Nullable String file) {
            boolean holds = ProofStep.hold(steps);
            Map<String, @Nullable Object> json = new LinkedHashMap<>();
            json.put("ok", holds);
            json.put("file", file);
            json.put("steps", ProofLines.json(steps));
            return new Result(
                    json,
                    ProofLines.text(steps) + (holds ? "The audit log holds." : "The audit log does not hold."),
                    holds ? 0 : Failure.Kind.FAILED.exitCode());
        }
    }
}
