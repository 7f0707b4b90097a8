package aidg.engine;

import aidg.engine.domain.Progress;
import aidg.engine.encoder.Branch;
import aidg.engine.encoder.ContextReader;
import aidg.engine.encoder.EncoderDimensions;
import aidg.engine.encoder.EventScaling;
import aidg.engine.encoder.geo.CityVectors;
import aidg.engine.encoder.text.TrainedText;
import aidg.engine.features.FeatureFit;
import aidg.engine.features.FeatureTable;
import aidg.engine.marketplace.Marketplace;
import aidg.engine.models.LearnedInputs;
import aidg.engine.models.ModelFile;
import aidg.engine.models.ModelPart;
import aidg.engine.models.ModelRecord;
import aidg.engine.models.TrainedStage;
import aidg.engine.scorer.Calibration;
import aidg.engine.scorer.Examples;
import aidg.engine.scorer.Scorer;
import aidg.engine.scorer.ScorerDimensions;
import aidg.engine.scorer.ScorerFit;
import aidg.engine.scorer.Start;
import aidg.engine.scorer.TimeSplit;
import aidg.engine.scorer.TrainingOptions;
import aidg.engine.scorer.evaluation.Metrics;
import aidg.engine.scorer.evaluation.ModelComparison;
import aidg.engine.torch.BertFolder;
import aidg.engine.torch.RunIdentity;
import aidg.engine.torch.Stage;
import aidg.engine.torch.TorchDevice;
import aidg.engine.torch.encoder.ScorerTraining;
import aidg.engine.torch.encoder.ScoringTask;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Makes a model from a marketplace, stage by stage, and measures one.
public final class ModelTraining {

    private final TrainingOptions options;
    private final Path checkpoint;
    private final Clock clock;
    private final @Nullable BertFolder bert;

    /// @param checkpoint folder of the run's state; a stopped run of the same data, features, options and
    ///                   versions is continued from it
    public ModelTraining(TrainingOptions options, Path checkpoint, Clock clock) {
        this(options, checkpoint, clock, null);
    }

    /// As the other, with notes read by the features of a BERT.
    public ModelTraining(TrainingOptions options, Path checkpoint, Clock clock, @Nullable BertFolder bert) {
        this.bert = bert;
        this.options = options;
        this.checkpoint = checkpoint;
        this.clock = clock;
    }

    /// Learns from everything known before the test months. Nothing of the outcome of a test deal, and no true
    /// probability, is ever read here.
    ///
    /// @throws IllegalArgumentException if there are too few known deals
    /// @throws java.util.concurrent.CancellationException if `progress` asks to stop; the checkpoint stays
    public ModelFile train(Marketplace marketplace, Progress progress) {
        TimeSplit split = TimeSplit.of(marketplace.deals(), marketplace.asOf());
        FeatureFit fit = FeatureFit.learn(marketplace, split.tuneFrom());
        FeatureTable table = FeatureTable.of(marketplace, fit, progress);
        ScorerFit data = ScorerFit.of(table, split);
        BranchTraining branches = new BranchTraining(marketplace, split, options, checkpoint, bert);
        CityVectors cities = CityVectors.learn(marketplace, split.tuneFrom(), options.seed());
        TrainedText text = branches.text(progress);
        byte[] graph = branches.graph(progress);
        EventScaling scaling = EventScaling.learn(marketplace, fit.categories(), split.tuneFrom());
        LearnedInputs learned = LearnedInputs.of(fit, data.layout(), scaling, cities, text);

        List<Examples> parts = List.of(data.train(), data.stop(), data.calibrate());
        ContextReader contexts;
        try (BranchReaders readers = new BranchReaders(marketplace, text, cities, graph)) {
            contexts = readers.past(History.graphDays(parts), progress);
        }
        History history = new History(marketplace, data.layout(), scaling);
        ScoringTask.Part train = history.of(data.train(), contexts, progress);
        ScoringTask.Part stop = history.of(data.stop(), contexts, progress);
        RunIdentity run = identity(marketplace.dataHash(), learned);
        ScorerTraining training = scoring(learned);
        long start = System.nanoTime();
        Stage.Result encoder = training.encoder(train, stop, checkpoint.resolve("encoder"), run, progress);
        long middle = System.nanoTime();
        Stage.Result scorer =
                training.scorer(encoder.weights(), train, stop, checkpoint.resolve("scorer"), run, progress);
        List<TrainedStage> stages = new ArrayList<>(branches.stages());
        stages.add(BranchTraining.stage("Merchant encoder", encoder, middle - start));
        stages.add(BranchTraining.stage("Scorer", scorer, System.nanoTime() - middle));

        progress.at("Calibrating", 0, 0);
        List<Scorer.Output> outputs =
                training.outputs(encoder.weights(), scorer.weights(), history.of(data.calibrate(), contexts, progress));
        Calibration calibration = data.calibration(outputs);
        ModelRecord draft = new ModelRecord(
                ModelFile.FORMAT,
                "",
                "",
                "",
                clock.instant(),
                marketplace.dataHash(),
                marketplace.merchants().size(),
                data.train().size(),
                split,
                options,
                learned.encoder(),
                learned.scorer(),
                calibration,
                versions(),
                metrics(outputs, data, calibration),
                stages);
        return ModelFile.of(draft, learned, weights(encoder, scorer, text, graph));
    }

    private static Map<ModelPart, byte[]> weights(
            Stage.Result encoder, Stage.Result scorer, @Nullable TrainedText text, byte[] graph) {
        Map<ModelPart, byte[]> weights = new EnumMap<>(ModelPart.class);
        weights.put(ModelPart.MERCHANT_ENCODER, encoder.weights());
        weights.put(ModelPart.CONTEXTUAL_SCORER, scorer.weights());
        weights.put(ModelPart.GRAPH, graph);
        if (text != null) {
            weights.put(ModelPart.NOTES, text.weights());
        }
        return weights;
    }

    private ScorerTraining scoring(LearnedInputs learned) {
        EncoderDimensions encoder = learned.encoder();
        ScorerDimensions light = ScorerDimensions.light(learned.layout(), encoder.memoryTokens(), encoder.profile());
        return new ScorerTraining(encoder, learned.scorer(), light, options, Start.of(learned.layout()));
    }

    /// What a checkpoint must agree with to be continued. The inputs are in it whole: their names alone would let a
    /// checkpoint pass whose inputs were scaled or learned otherwise.
    RunIdentity identity(String dataHash, LearnedInputs learned) {
        return new RunIdentity(dataHash, ModelFile.featuresHash(learned), options.toString(), TorchDevice.versions());
    }

    private static Map<String, String> versions() {
        return Map.of(
                "java",
                Runtime.version().toString(),
                "djl",
                TorchDevice.djlVersion(),
                "pytorch",
                TorchDevice.version());
    }

    private static Map<String, Double> metrics(List<Scorer.Output> outputs, ScorerFit data, Calibration calibration) {
        double[] scores = outputs.stream()
                .mapToDouble(o -> calibration.success().probability(o.adjusted()))
                .toArray();
        Metrics metrics = Metrics.of(scores, data.calibrate().labels(), null);
        Map<String, Double> named = new TreeMap<>();
        if (metrics.auc() != null) {
            named.put("tuneAuc", metrics.auc());
        }
        named.put("tuneLogLoss", metrics.logLoss());
        named.put("tuneBrier", metrics.brier());
        named.put("tuneEce", metrics.ece());
        return named;
    }

    /// How a model does on the test months, beside its rivals.
    ///
    /// @param split    the model's own
    /// @param train    deals it learned from
    /// @param test     deals it is tested on
    /// @param without  the scorer told nothing by one branch, by the branch's name; empty unless asked for
    public record Report(
            TimeSplit split, int train, int test, ModelComparison comparison, Map<String, Metrics> without) {}

    /// Tests a model on the months that its training held back.
    ///
    /// @param truth    true probability by deal id, empty where unknown
    /// @param ablation whether to take away each branch in turn
    /// @throws IllegalArgumentException if the model learned from other data
    public static Report evaluate(
            Marketplace marketplace, ModelFile model, Map<String, Double> truth, boolean ablation, Progress progress) {
        ModelRecord record = model.provenance();
        if (!record.dataHash().equals(marketplace.dataHash())) {
            throw new IllegalArgumentException(
                    "model %s learned from other data than this workspace holds".formatted(record.hash()));
        }
        TimeSplit split = record.split();
        LearnedInputs learned = model.learned();
        FeatureTable table = FeatureTable.of(marketplace, learned.fit(), progress);
        ScorerFit data = ScorerFit.of(table, split);
        Examples test = Examples.of(table, split, TimeSplit.Part.TEST);
        ContextReader contexts;
        try (BranchReaders readers = BranchReaders.of(marketplace, model)) {
            contexts = readers.past(History.graphDays(List.of(test)), progress);
        }
        ScoringTask.Part part =
                new History(marketplace, learned.layout(), learned.scaling()).of(test, contexts, progress);
        ModelTraining training = new ModelTraining(record.options(), Path.of(""), Clock.systemUTC());
        Map<String, Metrics> without = new LinkedHashMap<>();
        for (Branch branch : ablation ? Branch.values() : new Branch[0]) {
            progress.at("Without " + branch.words(), branch.ordinal(), Branch.values().length);
            List<Scorer.Output> outputs = training.outputs(model, part, branch);
            double[] scores = outputs.stream()
                    .mapToDouble(o -> record.calibration().success().probability(o.adjusted()))
                    .toArray();
            without.put(branch.words(), Metrics.of(scores, test.labels(), null));
        }
        List<Scorer.Output> outputs = training.outputs(model, part, null);
        progress.at("Training the rivals", 0, 0);
        ModelComparison comparison = ModelComparison.of(
                outputs,
                record.calibration(),
                data,
                test,
                truth,
                record.options().seed());
        return new Report(split, data.train().size(), test.size(), comparison, without);
    }

    private List<Scorer.Output> outputs(ModelFile model, ScoringTask.Part part, @Nullable Branch without) {
        return scoring(model.learned())
                .outputs(
                        model.weights(ModelPart.MERCHANT_ENCODER),
                        model.weights(ModelPart.CONTEXTUAL_SCORER),
                        part,
                        without);
    }
}
