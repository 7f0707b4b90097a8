package aidg.engine.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.training.GradientCollector;
import aidg.engine.domain.Progress;
import aidg.engine.scorer.Batch;
import aidg.engine.scorer.ScorerDimensions;
import aidg.engine.scorer.TrainingOptions;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// Trains the scorer's network: AdamW, cosine schedule, token dropout, early stopping on the tuning deals, a checkpoint
/// after each epoch. Every epoch draws from a generator of its own, seeded by run and epoch, so that a resumed run ends
/// with the same weights as one that was never stopped.
public final class TorchTraining {

    private static final double APPROVAL_SHARE = 0.3;
    private static final double REACH_SHARE = 0.3;
    private static final double RATIO_SHARE = 0.2;
    private static final int STEPS_PER_REPORT = 8;

    private final ScorerDimensions dims;
    private final TrainingOptions options;
    private final Path checkpoint;

    /// @param checkpoint folder in which the run's state is kept; an unfinished run of the same identity found
    ///                   there is continued
    public TorchTraining(ScorerDimensions dims, TrainingOptions options, Path checkpoint) {
        this.dims = dims;
        this.options = options;
        this.checkpoint = checkpoint;
    }

    /// One pass over the training deals. Losses are means of the log loss of success, in nats.
    public record Epoch(int number, double trainLoss, double tuneLoss) {}

    /// What a run brought.
    ///
    /// @param weights the best epoch's, in the safetensors form
    /// @param epochs  all epochs run, resumed ones included
    public record Result(byte[] weights, int bestEpoch, List<Epoch> epochs) {
        public Result {
            epochs = List.copyOf(epochs);
        }
    }

    /// Trains until it stops improving.
    ///
    /// A checkpoint of another run is left aside and overwritten; `progress` is told so.
    ///
    /// @throws java.util.concurrent.CancellationException if `progress` asks to stop; the last epoch's
    ///     checkpoint stays
    public Result run(Batch train, Batch tune, RunIdentity identity, Progress progress) {
        TorchDevice cpu = TorchDevice.choose(TorchDevice.Wish.CPU);
        try (NDManager manager = TorchDevice.engine().newBaseManager(cpu.device())) {
            TrainingState state = TrainingState.load(checkpoint, identity, dims, options, manager, progress)
                    .orElseGet(() -> TrainingState.fresh(dims, options, manager));
            state.network().arrays().forEach(array -> array.setRequiresGradient(true));
            while (!state.finished(options)) {
                int epoch = state.epochs().size();
                double trainLoss = pass(state, train, epoch, manager, progress);
                double tuneLoss = loss(state.network(), tune, manager);
                state.add(new Epoch(epoch + 1, trainLoss, tuneLoss));
                state.save(checkpoint, identity);
            }
            return new Result(state.bestWeights(), state.bestEpoch(), state.epochs());
        }
    }

    private double pass(TrainingState state, Batch train, int epoch, NDManager manager, Progress progress) {
        RandomGenerator random = new SplittableRandom(options.seed() * 0x9E3779B97F4A7C15L + epoch + 1);
        int[] order = shuffled(train.size(), random);
        int steps = (train.size() + options.batch() - 1) / options.batch();
        long allSteps = (long) steps * options.epochs();
        double sum = 0;
        for (int step = 0; step < steps; step++) {
            if (step % STEPS_PER_REPORT == 0) {
                progress.at("Training, epoch %d".formatted(epoch + 1), (long) epoch * steps + step, allSteps);
            }
            int from = step * options.batch();
            int to = Math.min(train.size(), from + options.batch());
            Batch batch = train.pick(order, from, to, (tokens, at, width) -> drop(tokens, at, random));
            double shareDone = ((double) epoch * steps + step) / allSteps;
            double rate = options.rate()
                    * Math.min(1, (epoch * (double) steps + step + 1) / 100)
                    * 0.5
                    * (1 + Math.cos(Math.PI * shareDone));
            sum += step(state, batch, rate, manager) * (to - from);
        }
        return sum / train.size();
    }

    private void drop(float[] tokens, int at, RandomGenerator random) {
        for (int token = 0; token < dims.tokens(); token++) {
            if (random.nextDouble() < options.tokenDropout()) {
                int from = at + token * dims.tokenWidth();
                Arrays.fill(tokens, from, from + dims.tokenWidth(), 0);
            }
        }
    }

    private double step(TrainingState state, Batch batch, double rate, NDManager manager) {
        try (NDManager scope = manager.newSubManager();
                GradientCollector collector = TorchDevice.engine().newGradientCollector()) {
            Network.Forward forward = forward(state.network(), batch, scope);
            NDArray success = successLoss(forward, scope.create(batch.success()));
            collector.backward(success.add(extraLoss(forward, batch, scope)));
            double loss = success.getFloat();
            TorchDevice.prepareThread();
            state.optimizer().step(state.network().arrays(), rate);
            return loss;
        }
    }

    private Network.Forward forward(Network network, Batch batch, NDManager scope) {
        NDArray tokens = scope.create(batch.tokens(), new Shape(batch.size(), dims.tokens(), dims.tokenWidth()));
        return network.forward(tokens, scope.create(batch.risks()));
    }

    /// Mean log loss of "approved and reached", from the adjusted log-odds.
    private static NDArray successLoss(Network.Forward forward, NDArray success) {
        NDArray inverseOdds = forward.approval()
                .neg()
                .exp()
                .add(forward.reach().neg().exp())
                .add(forward.approval().add(forward.reach()).neg().exp());
        return logLoss(inverseOdds.log().neg().sub(forward.penalty()), success).mean();
    }

    private static NDArray logLoss(NDArray logits, NDArray labels) {
        return Activation.softPlus(logits).sub(logits.mul(labels));
    }

    /// What teaches the two factors and the gross profit apart: log losses of approval, of reaching where it ran, and
    /// the Gaussian likelihood of the ratio where it is measured.
    private static NDArray extraLoss(Network.Forward forward, Batch batch, NDManager scope) {
        NDArray approved = scope.create(batch.approved());
        NDArray measured = scope.create(batch.measured());
        double approvedCount = Math.max(1, sum(batch.approved()));
        double measuredCount = Math.max(1, sum(batch.measured()));
        NDArray approval = logLoss(forward.approval(), approved).mean().mul(Factor.of(APPROVAL_SHARE, scope));
        NDArray reach = logLoss(forward.reach(), scope.create(batch.success()))
                .mul(approved)
                .sum()
                .mul(Factor.of(REACH_SHARE / approvedCount, scope));
        NDArray standardised = forward.ratio()
                .sub(scope.create(batch.ratio()))
                .div(forward.logDeviation().exp());
        NDArray ratio = standardised
                .square()
                .mul(Factor.of(0.5, scope))
                .add(forward.logDeviation())
                .mul(measured)
                .sum()
                .mul(Factor.of(RATIO_SHARE / measuredCount, scope));
        return approval.add(reach).add(ratio);
    }

    private static double sum(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum;
    }

    private double loss(Network network, Batch batch, NDManager manager) {
        int[] order = new int[batch.size()];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        double sum = 0;
        for (int from = 0; from < batch.size(); from += 1024) {
            int to = Math.min(batch.size(), from + 1024);
            Batch chunk = batch.pick(order, from, to, Batch.TokenMask.NONE);
            try (NDManager scope = manager.newSubManager()) {
                sum += successLoss(forward(network, chunk, scope), scope.create(chunk.success()))
                                .getFloat()
                        * (to - from);
            }
        }
        return sum / batch.size();
    }

    private static int[] shuffled(int size, RandomGenerator random) {
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }
}
