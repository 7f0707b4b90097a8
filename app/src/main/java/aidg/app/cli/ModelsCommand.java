package aidg.app.cli;

import aidg.app.AppFiles;
import aidg.app.Failure;
import aidg.app.Session;
import aidg.engine.models.ModelFile;
import aidg.engine.models.ModelRecord;
import aidg.engine.models.TrainedStage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/// `workbench models`.
@CommandLine.Command(
        name = "models",
        description = {
            "List the models of the workspace and how each was trained, or change the one in use.",
            "A model that is damaged or not of this program is refused and the one in use stays.",
            ""
        })
final class ModelsCommand extends Command.InWorkspace {

    @Option(
            names = "--use",
            paramLabel = "MODEL",
            description = "Use this model from now on: its hash, a folder, or `shipped`.")
    private @Nullable String use;

    ModelsCommand(Surroundings surroundings) {
        super(surroundings);
    }

    /// @param reading what its folder holds
    private record Listed(Path folder, boolean inUse, boolean shipped, ModelFile.Reading reading) {}

    @Override
    Result run(ProgressLine progress) throws IOException {
        try (Session session = open(progress)) {
            String wanted = use;
            if (wanted != null) {
                change(session, wanted);
            }
            List<Listed> models = models(session);
            boolean unfinished = Files.isDirectory(AppFiles.training(workspace()));
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("models", models.stream().map(ModelsCommand::json).toList());
            json.put("unfinishedTraining", unfinished);
            return Result.of(json, text(models, unfinished));
        }
    }

    private void change(Session session, String wanted) throws IOException {
        if (wanted.equals("shipped")) {
            session.useShipped();
            return;
        }
        Path kept = AppFiles.models(workspace()).resolve(wanted);
        Path folder = Files.isDirectory(kept) ? kept : Path.of(wanted).toAbsolutePath();
        switch (ModelFile.read(folder)) {
            case ModelFile.Read read -> session.use(read.model());
            case ModelFile.Refused refused ->
                throw Failure.badInput(
                        Sentences.capital(refused.reason()) + "; the model in use stays.", wanted, refused.fix());
        }
    }

    private List<Listed> models(Session session) throws IOException {
        Path inUse = session.modelFolder();
        List<Path> folders = new ArrayList<>();
        folders.add(surroundings().files().shippedModel());
        Path own = AppFiles.models(workspace());
        if (Files.isDirectory(own)) {
            try (Stream<Path> inside = Files.list(own)) {
                folders.addAll(inside.filter(Files::isDirectory).sorted().toList());
            }
        }
        return folders.stream()
                .map(folder -> new Listed(
                        folder, folder.equals(inUse), folder.equals(folders.getFirst()), ModelFile.read(folder)))
                .sorted(Comparator.comparing((Listed model) -> !model.inUse()))
                .toList();
    }

    private static Map<String, @Nullable Object> json(Listed model) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("folder", model.folder().toString());
        json.put("inUse", model.inUse());
        json.put("shipped", model.shipped());
        switch (model.reading()) {
            case ModelFile.Refused refused -> json.put("trouble", refused.reason());
            case ModelFile.Read read -> {
                ModelRecord record = read.model().provenance();
                json.put("modelHash", record.hash());
                json.put("trainedAt", record.trainedAt().toString());
                json.put("dataHash", record.dataHash());
                json.put("merchants", record.merchants());
                json.put("examples", record.examples());
                json.put("options", record.options());
                json.put("metrics", record.metrics());
                json.put("notesReader", read.model().learned().notesReader());
                json.put("stages", record.stages());
                json.put("versions", record.versions());
            }
        }
        return json;
    }

    private static String text(List<Listed> models, boolean unfinished) {
        StringBuilder text = new StringBuilder();
        for (Listed model : models) {
            String mark = model.inUse() ? "* " : "  ";
            switch (model.reading()) {
                case ModelFile.Refused refused ->
                    text.append("%s%s: %s%n".formatted(mark, model.folder(), refused.reason()));
                case ModelFile.Read read -> text.append(mark).append(lines(model, read.model()));
            }
        }
        text.append("* is in use.");
        if (unfinished) {
            text.append(" A training was stopped; `workbench train` goes on with it.");
        }
        return text.toString();
    }

    private static String lines(Listed model, ModelFile file) {
        ModelRecord record = file.provenance();
        StringBuilder lines = new StringBuilder("%s  %s, seed %d, %,d deals of %,d merchants%s%n"
                .formatted(
                        record.hash(),
                        record.trainedAt(),
                        record.options().seed(),
                        record.examples(),
                        record.merchants(),
                        model.shipped() ? ", ships with the app" : ""));
        lines.append(
                "      %-18s %s%n".formatted("Notes read by", file.learned().notesReader()));
        for (TrainedStage stage : record.stages()) {
            lines.append(String.format(
                    Locale.ROOT,
                    "      %-18s %5.0f s, %d passes, kept pass %d%n",
                    stage.name(),
                    stage.seconds(),
                    stage.tuneLoss().size(),
                    stage.bestPass()));
        }
        record.metrics()
                .forEach((name, value) -> lines.append(String.format(Locale.ROOT, "      %-18s %.4f%n", name, value)));
        return lines.toString();
    }
}
