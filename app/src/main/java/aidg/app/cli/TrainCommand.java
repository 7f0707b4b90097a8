package aidg.app.cli;

import aidg.app.AppFiles;
import aidg.app.Failure;
import aidg.app.Session;
import aidg.engine.ModelTraining;
import aidg.engine.marketplace.Marketplace;
import aidg.engine.models.ModelFile;
import aidg.engine.models.ModelRecord;
import aidg.engine.scorer.TrainingOptions;
import aidg.engine.torch.BertFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/// `workbench train`.
@CommandLine.Command(
        name = "train",
        description = {
            "Train the scorer on the workspace's past deals and use it.",
            "The last months are held back for `evaluate`. A checkpoint is kept after each epoch: stopped with Ctrl-C",
            "or killed, the same command goes on where it was. One seed gives the same weights again.",
            ""
        })
final class TrainCommand extends Command.InWorkspace {

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "7",
            description = "Seed of everything random. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(names = "--out", paramLabel = "DIR", description = "Also write the model to this folder.")
    private @Nullable Path out;

    @Option(
            names = "--bert",
            paramLabel = "DIR",
            description = {
                "Read notes with this BERT: config.json, model.safetensors and tokenizer.json or vocab.txt.",
                "Default: a small transformer trained on the notes."
            })
    private @Nullable Path bert;

    TrainCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    String afterStop() {
        return "The model in use is as it was; the same command goes on after the last whole epoch.";
    }

    @Override
    Result run(ProgressLine progress) throws IOException {
        long start = System.nanoTime();
        try (Session session = open(progress)) {
            Marketplace marketplace = session.marketplace(progress);
            ModelFile model = train(marketplace, progress);
            Path folder = session.use(model);
            Path copy = out;
            if (copy != null) {
                model.write(copy);
            }
            return result(model.provenance(), folder, (System.nanoTime() - start) / 1e9);
        }
    }

    private ModelFile train(Marketplace marketplace, ProgressLine progress) {
        Path state = AppFiles.training(workspace());
        ModelTraining training = new ModelTraining(
                TrainingOptions.seeded(seed), state, surroundings().clock(), bert());
        try {
            return training.train(marketplace, progress);
        } catch (IllegalArgumentException e) {
            throw Failure.badInput(
                    Sentences.of(e),
                    workspace().toString(),
                    "Import a marketplace with more past deals, or make one with `workbench generate`.");
        }
    }

    private @Nullable BertFolder bert() {
        Path folder = bert;
        if (folder == null) {
            return null;
        }
        try {
            return BertFolder.open(folder);
        } catch (IllegalArgumentException | IOException e) {
            throw Failure.badInput(
                    Sentences.of(e), "--bert", "Name a folder that holds a BERT in the Hugging Face form.");
        }
    }

    private static Result result(ModelRecord model, Path folder, double seconds) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("modelHash", model.hash());
        json.put("seconds", seconds);
        json.put("merchants", model.merchants());
        json.put("examples", model.examples());
        json.put("metrics", model.metrics());
        json.put("folder", folder.toString());
        return Result.of(
                json,
                "Model %s learned from %,d deals of %,d merchants in %.0f s and is in use.%nOn the tuning months: log loss %s, AUC %s. `workbench evaluate` tests it on the months held back."
                        .formatted(
                                model.hash(),
                                model.examples(),
                                model.merchants(),
                                seconds,
                                figure(model, "tuneLogLoss"),
                                figure(model, "tuneAuc")));
    }

    private static String figure(ModelRecord model, String metric) {
        Double value = model.metrics().get(metric);
        return value == null ? "unknown" : String.format(Locale.ROOT, "%.4f", value);
    }
}
