package aidg.engine.torch;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import aidg.engine.domain.Progress;
import aidg.engine.torch.Stage.Epoch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;

/// Where a stage stands after its last whole pass: weights, optimiser, the best weights so far.
final class StageState {

    private static final String RUN = "run.json";

    private final Weights weights;
    private final AdamW optimizer;
    private final List<Epoch> epochs;
    private byte[] bestWeights;

    private StageState(Weights weights, AdamW optimizer, List<Epoch> epochs, byte[] bestWeights) {
        this.weights = weights;
        this.optimizer = optimizer;
        this.epochs = new ArrayList<>(epochs);
        this.bestWeights = bestWeights;
    }

    /// What `run.json` holds.
    ///
    /// @param state file with weights and moments after the last epoch
    /// @param best  file with the best weights so far
    record Run(RunIdentity identity, long steps, List<Epoch> epochs, String state, String best) {}

    static StageState fresh(Weights.Plan plan, Stage.Schedule schedule, NDManager manager) {
        Weights weights = Weights.fresh(plan, manager, new SplittableRandom(schedule.seed()));
        return new StageState(
                weights, AdamW.fresh(schedule.decay(), weights.arrays(), manager), List.of(), new byte[0]);
    }

    /// The state kept in `folder`, if it is whole and of the same run; if it is not, `progress` is told why.
    static Optional<StageState> load(
            Path folder,
            RunIdentity identity,
            Weights.Plan plan,
            Stage.Schedule schedule,
            NDManager manager,
            Progress progress) {
        if (!Files.exists(folder.resolve(RUN))) {
            return Optional.empty();
        }
        try {
            Run run = new ObjectMapper().readValue(folder.resolve(RUN).toFile(), Run.class);
            String differences = identity.differencesFrom(run.identity());
            if (!differences.isEmpty()) {
                progress.note("The checkpoint in %s is of a run with other %s, so training starts from the beginning."
                        .formatted(folder, differences));
                return Optional.empty();
            }
            NDList all = Safetensors.read(manager, Files.readAllBytes(folder.resolve(run.state())));
            NDList weights = new NDList();
            NDList first = new NDList();
            NDList second = new NDList();
            for (String name : plan.names()) {
                weights.add(all.get(name));
                first.add(all.get("first." + name));
                second.add(all.get("second." + name));
            }
            return Optional.of(new StageState(
                    Weights.of(plan, weights),
                    new AdamW(schedule.decay(), first, second, run.steps()),
                    run.epochs(),
                    Files.readAllBytes(folder.resolve(run.best()))));
        } catch (IOException | JacksonException | IllegalArgumentException e) {
            progress.note(
                    "The checkpoint in %s cannot be read, so training starts from the beginning.".formatted(folder));
            return Optional.empty();
        }
    }

    /// Writes the state so that a kill leaves either the old or the new one: each epoch has files of its own,
    /// and only
    /// when `run.json`, replaced last, names them, the older ones go.
    void save(Path folder, RunIdentity identity) {
        try {
            Files.createDirectories(folder);
            NDList all = new NDList(weights.arrays());
            all.addAll(optimizer.first());
            all.addAll(optimizer.second());
            String state = "state-%d.safetensors".formatted(epochs.size());
            String best = "best-%d.safetensors".formatted(epochs.size());
            replace(folder.resolve(state), Safetensors.write(all));
            replace(folder.resolve(best), bestWeights);
            Run run = new Run(identity, optimizer.steps(), epochs, state, best);
            replace(folder.resolve(RUN), new ObjectMapper().writeValueAsBytes(run));
            removeOthers(folder, Set.of(state, best, RUN));
        } catch (IOException e) {
            throw new UncheckedIOException("the checkpoint in %s cannot be written".formatted(folder), e);
        }
    }

    private static void removeOthers(Path folder, Set<String> kept) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.{safetensors,new}")) {
            for (Path file : files) {
                if (!kept.contains(String.valueOf(file.getFileName()))) {
                    Files.delete(file);
                }
            }
        }
    }

    private static void replace(Path file, byte[] bytes) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.write(fresh, bytes);
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /// Adds an epoch that has just been run, and keeps its weights if they are the best so far.
    void add(Epoch epoch) {
        epochs.add(epoch);
        if (bestEpoch() == epoch.number()) {
            bestWeights = weights.bytes();
        }
    }

    /// Number of the epoch with the lowest tuning loss, the earliest of equals; 0 before the first.
    int bestEpoch() {
        return epochs.stream()
                .min(Comparator.comparingDouble(Epoch::tuneLoss).thenComparingInt(Epoch::number))
                .map(Epoch::number)
                .orElse(0);
    }

    boolean finished(Stage.Schedule schedule) {
        return epochs.size() >= schedule.epochs() || epochs.size() - bestEpoch() >= schedule.patience();
    }

    Weights weights() {
        return weights;
    }

    AdamW optimizer() {
        return optimizer;
    }

    byte[] bestWeights() {
        return bestWeights;
    }

    List<Epoch> epochs() {
        return epochs;
    }
}
