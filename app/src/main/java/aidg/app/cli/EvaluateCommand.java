package aidg.app.cli;

import aidg.app.Failure;
import aidg.app.Session;
import aidg.engine.ModelTraining;
import aidg.engine.marketplace.ImportReport;
import aidg.engine.marketplace.Marketplace;
import aidg.engine.marketplace.TruthFile;
import aidg.engine.models.ModelFile;
import aidg.engine.scorer.evaluation.Metrics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/// `workbench evaluate`.
@CommandLine.Command(
        name = "evaluate",
        description = {
            "Test the model in use on the months its training held back.",
            "Beside it: LightGBM, logistic regression and the merchant's past success rate, on the same features and",
            "split. Where the true probabilities are known (generated data), also the limit no model can pass.",
            ""
        })
final class EvaluateCommand extends Command.InWorkspace {

    @Option(
            names = "--truth",
            paramLabel = "FILE",
            description = "True probabilities, deal_id and success_probability. Default: truth/truth.csv.gz in the"
                    + " imported folder, if it is there.")
    private @Nullable Path truth;

    @Option(
            names = "--ablation",
            description = "Also take away each branch of the merchant encoder in turn; takes some minutes.")
    private boolean ablation;

    EvaluateCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    Result run(ProgressLine progress) throws IOException {
        try (Session session = open(progress)) {
            Marketplace marketplace = session.marketplace(progress);
            ModelFile model = session.model();
            if (!model.provenance().dataHash().equals(marketplace.dataHash())) {
                throw Failure.badInput(
                        "The model in use, %s, learned from other data than this workspace holds."
                                .formatted(model.provenance().hash()),
                        workspace().toString(),
                        "Train one on this data with `workbench train`.");
            }
            return result(ModelTraining.evaluate(marketplace, model, truths(session), ablation, progress), model);
        }
    }

    private Map<String, Double> truths(Session session) throws IOException {
        Path named = truth;
        if (named != null) {
            if (!Files.isRegularFile(named)) {
                throw Failure.badInput("There is no such file.", named.toString(), "Name another with --truth.");
            }
            return TruthFile.read(named);
        }
        Path beside = Path.of(session.workspace()
                        .lastImport()
                        .map(ImportReport::source)
                        .orElse(""))
                .resolve("truth/truth.csv.gz");
        return Files.isRegularFile(beside) ? TruthFile.read(beside) : Map.of();
    }

    private static Result result(ModelTraining.Report report, ModelFile model) {
        Map<String, Object> split = new LinkedHashMap<>();
        split.put("train", report.train());
        split.put("test", report.test());
        split.put("cutoff", report.split().testFrom());
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("modelHash", model.provenance().hash());
        json.put("split", split);
        json.put("models", report.comparison().models());
        json.put("scoreCoverage90", report.comparison().scoreCoverage());
        if (!report.without().isEmpty()) {
            json.put("without", report.without());
        }
        return Result.of(json, text(report));
    }

    private static String text(ModelTraining.Report report) {
        StringBuilder text = new StringBuilder("%,d deals proposed from %s on, after learning from %,d earlier ones%n"
                .formatted(report.test(), report.split().testFrom(), report.train()));
        text.append("%-20s %8s %9s %8s %8s %10s %12s%n"
                .formatted("", "AUC", "log loss", "Brier", "ECE", "avg prec.", "90% covers"));
        report.comparison().models().forEach((name, metrics) -> {
            if (metrics != null) {
                text.append(line(name, metrics));
            }
        });
        report.without().forEach((branch, metrics) -> text.append(line("- " + branch, metrics)));
        Double coverage = report.comparison().scoreCoverage();
        if (coverage != null) {
            text.append(String.format(
                    Locale.ROOT,
                    "The score's 90%% interval holds the true probability of %.1f%% of the deals.",
                    100 * coverage));
        }
        return text.toString().stripTrailing();
    }

    private static String line(String name, Metrics m) {
        return "%-20s %8s %9s %8s %8s %10s %12s%n"
                .formatted(
                        name,
                        figure(m.auc()),
                        figure(m.logLoss()),
                        figure(m.brier()),
                        figure(m.ece()),
                        figure(m.averagePrecision()),
                        figure(m.coverage90()));
    }

    private static String figure(@Nullable Double value) {
        return value == null ? "-" : String.format(Locale.ROOT, "%.4f", value);
    }
}
