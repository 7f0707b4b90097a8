package aidg.engine;

import aidg.engine.domain.Progress;
import aidg.engine.features.FeatureFit;
import aidg.engine.features.FeatureTable;
import aidg.engine.marketplace.Marketplace;
import aidg.engine.models.ModelFile;
import aidg.engine.models.ModelRecord;
import aidg.engine.scorer.Calibration;
import aidg.engine.scorer.Examples;
import aidg.engine.scorer.Scorer;
import aidg.engine.scorer.ScorerDimensions;
import aidg.engine.scorer.ScorerFit;
import aidg.engine.scorer.TimeSplit;
import aidg.engine.scorer.TokenLayout;
import aidg.engine.scorer.TrainingOptions;
import aidg.engine.scorer.evaluation.Metrics;
import aidg.engine.scorer.evaluation.ModelComparison;
import aidg.engine.torch.RunIdentity;
import aidg.engine.torch.TorchDevice;
import aidg.engine.torch.TorchScorer;
import aidg.engine.torch.TorchTraining;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;

/// Makes a model from a marketplace, and measures one.
public final class ModelTraining {

    private final TrainingOptions options;
    private final Path checkpoint;
    private final Clock clock;

    /// @param checkpoint folder of the run's state; a stopped run of the same data, features, options and
    ///                   versions is continued from it
    public ModelTraining(TrainingOptions options, Path checkpoint, Clock clock) {
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
        TorchTraining.Result result = new TorchTraining(data.dimensions(), options, checkpoint)
                .run(
                        data.trainBatch(),
                        data.stopBatch(),
                        identity(marketplace.dataHash(), fit, data.layout()),
                        progress);
        progress.at("Calibrating", 0, 0);
        try (Scorer scorer =
                TorchScorer.load(result.weights(), data.dimensions(), TorchDevice.choose(TorchDevice.Wish.CPU))) {
            Calibration calibration = data.calibration(scorer);
            return ModelFile.of(
                    new ModelRecord(
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
                            data.dimensions(),
                            calibration,
                            versions(),
                            metrics(scorer, data, calibration, result)),
                    fit,
                    data.layout(),
                    result.weights());
        }
    }

    /// What a checkpoint must agree with to be continued. The features are in it whole: their names alone would let a
    /// checkpoint pass whose inputs were scaled or learned otherwise.
    RunIdentity identity(String dataHash, FeatureFit fit, TokenLayout layout) {
        return new RunIdentity(
                dataHash,
                ModelFile.featuresHash(fit, layout),
                options + " " + ScorerDimensions.of(layout),
                "DJL %s, PyTorch %s".formatted(TorchDevice.djlVersion(), TorchDevice.version()));
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

    private static Map<String, Double> metrics(
            Scorer scorer, ScorerFit data, Calibration calibration, TorchTraining.Result result) {
        double[] scores = ScorerFit.outputs(scorer, data.calibrate(), data.layout()).stream()
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
        named.put("epochs", (double) result.epochs().size());
        named.put("bestEpoch", (double) result.bestEpoch());
        return named;
    }

    /// How a model does on the test months, beside its rivals.
    ///
    /// @param split  the model's own
    /// @param train  deals it learned from
    /// @param test   deals it is tested on
    public record Report(TimeSplit split, int train, int test, ModelComparison comparison) {}

    /// Tests a model on the months that its training held back.
    ///
    /// @param truth true probability by deal id, empty where unknown
    /// @throws IllegalArgumentException if the model learned from other data
    public static Report evaluate(
            Marketplace marketplace, ModelFile model, Map<String, Double> truth, Progress progress) {
        if (!model.provenance().dataHash().equals(marketplace.dataHash())) {
            throw new IllegalArgumentException("model %s learned from other data than this workspace holds"
                    .formatted(model.provenance().hash()));
        }
        TimeSplit split = model.provenance().split();
        FeatureTable table = FeatureTable.of(marketplace, model.fit(), progress);
        ScorerFit data = ScorerFit.of(table, split);
        Examples test = Examples.of(table, split, TimeSplit.Part.TEST);
        progress.at("Training the rivals", 0, 0);
        try (Scorer scorer = TorchScorer.load(
                model.weights(), model.provenance().dimensions(), TorchDevice.choose(TorchDevice.Wish.CPU))) {
            ModelComparison.Candidate candidate = new ModelComparison.Candidate(
                    scorer, model.layout(), model.provenance().calibration());
            return new Report(
                    split,
                    data.train().size(),
                    test.size(),
                    ModelComparison.of(
                            candidate,
                            data,
                            test,
                            truth,
                            model.provenance().options().seed()));
        }
    }
}
