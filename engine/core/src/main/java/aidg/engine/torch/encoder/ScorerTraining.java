package aidg.engine.torch.encoder;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import aidg.engine.domain.Progress;
import aidg.engine.encoder.Branch;
import aidg.engine.encoder.EncoderDimensions;
import aidg.engine.scorer.Scorer;
import aidg.engine.scorer.ScorerDimensions;
import aidg.engine.scorer.Start;
import aidg.engine.scorer.TrainingOptions;
import aidg.engine.scorer.TrainingOptions.Passes;
import aidg.engine.torch.ContextualScorer;
import aidg.engine.torch.RunIdentity;
import aidg.engine.torch.Safetensors;
import aidg.engine.torch.ScorerNetwork;
import aidg.engine.torch.Stage;
import aidg.engine.torch.TorchDevice;
import aidg.engine.torch.Weights;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The two last stages of a training: the merchant encoder with a light scorer, then the full scorer on the
/// encoder as it came out. [PER-13]
public final class ScorerTraining {

    private static final int WARM_UP = 50;

    private final EncoderDimensions encoder;
    private final ScorerDimensions full;
    private final ScorerDimensions light;
    private final TrainingOptions options;
    private final Start start;

    public ScorerTraining(
            EncoderDimensions encoder,
            ScorerDimensions full,
            ScorerDimensions light,
            TrainingOptions options,
            Start start) {
        this.start = start;
        this.encoder = encoder;
        this.full = full;
        this.light = light;
        this.options = options;
    }

    /// Trains the encoder.
    ///
    /// @return the encoder's weights alone
    public Stage.Result encoder(
            ScoringTask.Part train, ScoringTask.Part stop, Path checkpoint, RunIdentity run, Progress progress) {
        ScoringTask task = new ScoringTask(encoder, light, null, train, stop, options.tokenDropout(), start);
        Stage.Result result =
                new Stage("Merchant encoder", schedule(options.encoder()), checkpoint).run(task, run, progress);
        try (NDManager manager = manager()) {
            NDList all = Safetensors.read(manager, result.weights());
            NDList own = new NDList();
            MerchantEncoder.plan(encoder).names().forEach(name -> own.add(all.get(name)));
            return new Stage.Result(Safetensors.write(own), result.bestEpoch(), result.epochs());
        }
    }

    /// Trains the scorer on an encoder that no longer changes; its matrices come out rounded to bfloat16.
    public Stage.Result scorer(
            byte[] encoderWeights,
            ScoringTask.Part train,
            ScoringTask.Part stop,
            Path checkpoint,
            RunIdentity run,
            Progress progress) {
        try (NDManager manager = manager()) {
            Weights frozen = Weights.of(MerchantEncoder.plan(encoder), Safetensors.read(manager, encoderWeights));
            ScoringTask task = new ScoringTask(encoder, full, frozen, train, stop, options.tokenDropout(), start);
            Stage.Result result = new Stage("Scorer", schedule(options.scorer()), checkpoint).run(task, run, progress);
            return new Stage.Result(ContextualScorer.rounded(result.weights()), result.bestEpoch(), result.epochs());
        }
    }

    /// What a trained pair says of deals, in their order.
    public List<Scorer.Output> outputs(byte[] encoderWeights, byte[] scorerWeights, ScoringTask.Part part) {
        return outputs(encoderWeights, scorerWeights, part, null);
    }

    /// What a trained pair says of deals if it is told nothing by one branch: its tokens of the memory are
    /// blank, as those of unknown things are in training, and it gives nothing to the profile.
    ///
    /// @param without null to leave out none
    public List<Scorer.Output> outputs(
            byte[] encoderWeights, byte[] scorerWeights, ScoringTask.Part part, @Nullable Branch without) {
        TorchDevice.prepareThread();
        try (NDManager manager = manager()) {
            Weights frozen = Weights.of(MerchantEncoder.plan(encoder), Safetensors.read(manager, encoderWeights));
            Weights weights = Weights.of(
                    ScorerNetwork.plan(new Weights.Plan(), full, start), Safetensors.read(manager, scorerWeights));
            float[] kept = new float[full.memoryTokens()];
            for (int token = 0; token < kept.length; token++) {
                kept[token] = without != null && without.owns(token) ? 0 : 1;
            }
            if (without != null && without.fused(encoder) > 0) {
                int from = without.fusedFrom(encoder);
                frozen.get("fusion.mix.weight").set(new NDIndex("{}:{}", from, from + without.fused(encoder)), 0);
            }
            ScoringTask.Outputs outputs =
                    new ScoringTask(encoder, full, frozen, part, part, 0, start).outputs(weights, part, kept, manager);
            List<Scorer.Output> all = new ArrayList<>();
            for (int i = 0; i < outputs.results().length; i++) {
                all.add(Scorer.Output.of(outputs.results()[i], outputs.penalties()[i]));
            }
            return all;
        }
    }

    private static NDManager manager() {
        return TorchDevice.engine()
                .newBaseManager(TorchDevice.choose(TorchDevice.Wish.CPU).device());
    }

    private Stage.Schedule schedule(Passes passes) {
        return new Stage.Schedule(
                passes.most(),
                passes.patience(),
                options.windows(),
                passes.rate(),
                WARM_UP,
                options.decay(),
                options.seed());
    }
}
