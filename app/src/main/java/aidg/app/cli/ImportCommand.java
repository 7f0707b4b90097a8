package aidg.app.cli;

import aidg.app.Failure;
import aidg.app.Session;
import aidg.engine.marketplace.ImportReport;
import aidg.engine.marketplace.Reject;
import aidg.engine.marketplace.intake.ImportResult;
import aidg.engine.marketplace.intake.MarketplaceImport;
import aidg.engine.marketplace.intake.RejectFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/// `workbench import`.
@CommandLine.Command(
        name = "import",
        description = {
            "Read a marketplace into the workspace, in place of the one there.",
            "Makes the workspace if need be. Decisions stay. Rows that cannot be used are refused one by one, with",
            "file, line, column and reason; the others go in. Stopped or killed half-way, the workspace keeps what",
            "it had.",
            ""
        },
        footer = {
            "",
            "Examples:  workbench import --workspace W --from FOLDER",
            "           workbench import --workspace W --from FOLDER --mapping mapping.sql --strict"
        })
final class ImportCommand extends Command.InWorkspace {

    private static final int REJECTS_SHOWN = 5;

    @Option(
            names = "--from",
            paramLabel = "DIR",
            required = true,
            description = "Folder with one file per table (.csv, .tsv, .json, .jsonl, compressed or not, or .parquet).")
    private Path from = Path.of("");

    @Option(
            names = "--mapping",
            paramLabel = "FILE",
            description = "SQL that makes the tables out of other files, see sample-data/mappings.")
    private @Nullable Path mapping;

    @Option(names = "--strict", description = "Take nothing if a single row is bad.")
    private boolean strict;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "Last day that may be known, as 2026-11-19. Default: the latest day in the data.")
    private @Nullable LocalDate asOf;

    @Option(
            names = "--rejects",
            paramLabel = "FILE",
            description = "Where to write refused rows. Default: rejects.csv in the workspace.")
    private @Nullable Path rejects;

    ImportCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    Result run(ProgressLine progress) throws IOException {
        MarketplaceImport.Options options = new MarketplaceImport.Options(mapping, strict, asOf);
        try (Session session = openOrMake(progress)) {
            return switch (new MarketplaceImport().read(from, options, progress)) {
                case ImportResult.Accepted accepted -> {
                    session.workspace().replaceMarketplace(accepted.marketplace(), accepted.report(), progress);
                    yield result(accepted.report(), true);
                }
                case ImportResult.RefusedStrict refused -> result(refused.report(), false);
                case ImportResult.Unusable unusable -> {
                    Path file = write(unusable.rejects());
                    throw Failure.badInput(
                            unusable.reason() + ".",
                            unusable.where(),
                            file == null
                                    ? unusable.fix() + "."
                                    : "%s. The refused rows are in %s.".formatted(unusable.fix(), file));
                }
            };
        }
    }

    private @Nullable Path write(List<Reject> refused) throws IOException {
        if (refused.isEmpty()) {
            return null;
        }
        Path file = rejects == null ? workspace().resolve("rejects.csv") : rejects;
        RejectFile.write(refused, file);
        return file;
    }

    private Result result(ImportReport report, boolean taken) throws IOException {
        Path file = write(report.rejects());
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("imported", taken);
        json.put("tables", report.tables());
        json.put("rejectsFile", file == null ? null : file.toString());
        return new Result(json, text(report, taken, file), taken ? 0 : 2);
    }

    private static String text(ImportReport report, boolean taken, @Nullable Path file) {
        StringBuilder text = new StringBuilder();
        text.append("%-10s %10s %10s %10s%n".formatted("", "read", "accepted", "refused"));
        report.tables()
                .forEach((table, count) -> text.append("%-10s %,10d %,10d %,10d%n"
                        .formatted(table, count.read(), count.accepted(), count.rejected())));
        report.rejects().stream()
                .limit(REJECTS_SHOWN)
                .forEach(reject -> text.append("%s, line %d%s: %s%n"
                        .formatted(
                                reject.file(),
                                reject.line(),
                                reject.column().isEmpty() ? "" : ", column " + reject.column(),
                                reject.reason())));
        if (file != null) {
            text.append("All %,d refused rows are in %s.%n"
                    .formatted(report.rejects().size(), file));
        }
        text.append(taken ? "The workspace holds this marketplace now." : "Nothing was imported, as --strict asks.");
        return text.toString();
    }
}
