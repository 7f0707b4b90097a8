package aidg.app.cli;

import aidg.app.Failure;
import aidg.app.Session;
import aidg.app.export.CallSheetExport;
import aidg.app.export.OutFile;
import aidg.engine.DealEngine;
import aidg.engine.domain.Proposal;
import aidg.engine.marketplace.Marketplace;
import aidg.engine.review.CallSheets;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `workbench callsheet`.
@CommandLine.Command(
        name = "callsheet",
        description = {
            "Write one page to hold while phoning a merchant about a proposal.",
            "It has the proposal with its figures, three reasons in plain words, what comparable merchants offered and",
            "earned, the two objections that the record makes likely, and what to offer if the merchant says no.",
            ""
        },
        footer = {"", "Example:  workbench callsheet --deal D030067 --out vault.pdf"})
final class CallSheetCommand extends Command.InWorkspace {

    @Option(names = "--deal", paramLabel = "ID", required = true, description = "A proposal of the workspace.")
    private String deal = "";

    @Option(
            names = "--out",
            paramLabel = "FILE.pdf",
            description = "Where to write it. Default: callsheet-ID.pdf in the current folder.")
    private @Nullable Path out;

    @Option(
            names = "--target",
            paramLabel = "F",
            defaultValue = "" + CallSheets.USUAL_TARGET,
            description = "The score that a fallback offer must reach, 0 to 1. Default: ${DEFAULT-VALUE}.")
    private double target;

    @Mixin
    private DeviceOption device = new DeviceOption();

    CallSheetCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    Result run(ProgressLine progress) throws IOException {
        if (!(target >= 0 && target <= 1)) {
            throw Failure.badInput(
                    "%s is no score.".formatted(target), "--target", "Give a number from 0 to 1, such as 0.65.");
        }
        Path named = out == null ? Path.of("callsheet-%s.pdf".formatted(fileName(deal))) : out;
        OutFile file = new OutFile(named, List.of(".pdf"));
        try (Session session = open(progress)) {
            Marketplace marketplace = session.marketplace(progress);
            Proposal proposal = ScoreCommand.proposal(marketplace, deal);
            try (DealEngine engine = engine(session, marketplace, device.chosen(), progress)) {
                CallSheetExport export = new CallSheetExport(new CallSheets(engine)
                        .of(proposal, target, surroundings().clock().instant(), progress));
                file.write(export.pdf());
                Map<String, @Nullable Object> json = export.json();
                json.put("file", named.toString());
                return Result.of(json, "%s%n%nThe call sheet is in %s.".formatted(export.text(), named));
            }
        }
    }

    /// Ids come from imported files and may hold anything.
    private static String fileName(String id) {
        return id.replaceAll("[^A-Za-z0-9._-]", "_");
    }
}
