package aidg.engine.torch.encoder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import aidg.engine.encoder.EncoderBatch;
import aidg.engine.encoder.EncoderDimensions;
import aidg.engine.encoder.HistorySet;
import aidg.engine.encoder.HistoryWindow;
import aidg.engine.scorer.ScorerDimensions;
import aidg.engine.scorer.Start;
import aidg.engine.scorer.Targets;
import aidg.engine.torch.ScorerLoss;
import aidg.engine.torch.ScorerNetwork;
import aidg.engine.torch.Stage;
import aidg.engine.torch.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Learns to score: in the first of its two stages the encoder together with a light scorer, in the second the full
/// scorer on the encoder as it then is, which no longer changes. Items are windows of merchants' histories.
/// [PER-13]
public final class ScoringTask implements Stage.Task {

    private static final int TUNE_WINDOWS = 8;

    private final EncoderDimensions encoderDims;
    private final ScorerDimensions dims;
    private final @Nullable Weights frozen;
    private final Part train;
    private final Part tune;
    private final double dropout;
    private final Start start;

    /// Deals to learn from or to stop on.
    public record Part(HistorySet history, Targets targets) {}

    /// @param frozen  the encoder's weights, or null to learn them too
    /// @param dropout share of tokens blanked in training, which also teaches what "not known" looks like
    /// @param start   what the scorer says at first
    public ScoringTask(
            EncoderDimensions encoderDims,
            ScorerDimensions dims,
            @Nullable Weights frozen,
            Part train,
            Part tune,
            double dropout,
            Start start) {
        this.start = start;
        this.encoderDims = encoderDims;
        this.dims = dims;
        this.frozen = frozen;
        this.train = train;
        this.tune = tune;
        this.dropout = dropout;
    }

    @Override
    public Weights.Plan plan() {
        Weights.Plan plan = frozen == null ? MerchantEncoder.plan(encoderDims) : new Weights.Plan();
        return ScorerNetwork.plan(plan, dims, start);
    }

    @Override
    public int size() {
        return train.history().windows().size();
    }

    @Override
    public NDArray loss(Weights weights, int[] items, NDManager scope, RandomGenerator random) {
        EncoderBatch batch = train.history().batch(items);
        Targets targets = train.targets().pick(batch.examples());
        return ScorerLoss.of(forward(weights, batch, targets, scope, random), targets, scope);
    }

    @Override
    public double tune(Weights weights, NDManager manager) {
        List<HistoryWindow> windows = tune.history().windows();
        double sum = 0;
        for (int from = 0; from < windows.size(); from += TUNE_WINDOWS) {
            int[] items = new int[Math.min(TUNE_WINDOWS, windows.size() - from)];
            for (int i = 0; i < items.length; i++) {
                items[i] = from + i;
            }
            try (NDManager scope = manager.newSubManager()) {
                EncoderBatch batch = tune.history().batch(items);
                Targets targets = tune.targets().pick(batch.examples());
                ScorerNetwork.Forward forward = forward(weights, batch, targets, scope, null);
                sum += ScorerLoss.success(forward, targets, scope).getFloat() * targets.size();
            }
        }
        return sum / tune.targets().size();
    }

    private ScorerNetwork.Forward forward(
            Weights weights, EncoderBatch batch, Targets targets, NDManager scope, @Nullable RandomGenerator random) {
        int n = targets.size();
        NDArray memory = memory(weights, batch, scope);
        if (random != null && dropout > 0) {
            memory = memory.mul(keep(n, dims.memoryTokens(), random, scope));
            blank(targets, random);
        }
        return score(weights, memory, targets, scope);
    }

    private ScorerNetwork.Forward score(Weights weights, NDArray memory, Targets targets, NDManager scope) {
        int n = targets.size();
        NDArray deal = scope.create(targets.deal(), new Shape(n, dims.dealTokens(), dims.tokenInputs()));
        NDArray joint = scope.create(targets.joint(), new Shape(n, dims.jointInputs()));
        return new ScorerNetwork(dims, weights).forward(deal, joint, memory, scope.create(targets.risks()));
    }

    private NDArray memory(Weights weights, EncoderBatch batch, NDManager scope) {
        return new MerchantEncoder(encoderDims, frozen == null ? weights : frozen)
                .forward(batch, scope)
                .memory();
    }

    private NDArray keep(int n, int tokens, RandomGenerator random, NDManager scope) {
        float[] keep = new float[n * tokens];
        for (int i = 0; i < keep.length; i++) {
            keep[i] = random.nextDouble() < dropout ? 0 : 1;
        }
        return scope.create(keep, new Shape(n, tokens, 1));
    }

    private void blank(Targets targets, RandomGenerator random) {
        for (int i = 0; i < targets.size(); i++) {
            for (int token = 0; token < dims.dealTokens(); token++) {
                if (random.nextDouble() < dropout) {
                    targets.blankDeal(i, token, dims.dealTokens());
                }
            }
        }
    }

    /// Raw outputs of all deals of a part, N x 6, and the penalties, N.
    public record Outputs(float[][] results, float[] penalties) {}

    /// Scores a part with given weights.
    ///
    /// @param kept 1 per token of the memory that is read, 0 per blank one
    public Outputs outputs(Weights weights, Part part, float[] kept, NDManager manager) {
        float[][] results = new float[part.targets().size()][];
        float[] penalties = new float[results.length];
        List<Integer> some = new ArrayList<>();
        for (int window = 0; window < part.history().windows().size(); window++) {
            some.add(window);
            if (some.size() == TUNE_WINDOWS
                    || window == part.history().windows().size() - 1) {
                write(
                        weights,
                        part,
                        kept,
                        some.stream().mapToInt(Integer::intValue).toArray(),
                        results,
                        penalties,
                        manager);
                some.clear();
            }
        }
        return new Outputs(results, penalties);
    }

    private void write(
            Weights weights,
            Part part,
            float[] kept,
            int[] items,
            float[][] results,
            float[] penalties,
            NDManager manager) {
        try (NDManager scope = manager.newSubManager()) {
            EncoderBatch batch = part.history().batch(items);
            Targets targets = part.targets().pick(batch.examples());
            NDArray memory = memory(weights, batch, scope).mul(scope.create(kept, new Shape(1, kept.length, 1)));
            ScorerNetwork.Forward forward = score(weights, memory, targets, scope);
            float[] flat = forward.result().toFloatArray();
            float[] penalty = forward.penalty().toFloatArray();
            for (int i = 0; i < targets.size(); i++) {
                int example = batch.examples()[i];
                results[example] = java.util.Arrays.copyOfRange(
                        flat, i * ScorerDimensions.OUTPUTS, (i + 1) * ScorerDimensions.OUTPUTS);
                penalties[example] = penalty[i];
            }
        }
    }
}
