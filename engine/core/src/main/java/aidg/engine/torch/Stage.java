package aidg.engine.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import aidg.engine.domain.Progress;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// One stage of a training: passes over its items with AdamW, warm-up and a half cosine, stops when it no longer
/// improves, keeps a checkpoint after every pass and goes on from one. One seed gives the same weights on one
/// machine.
public final class Stage {

    private static final int STEPS_PER_REPORT = 8;
    private static final double LARGEST_GRADIENT = 1;

    private final String name;
    private final Schedule schedule;
    private final Path checkpoint;

    /// @param name       for people: `Deal history`
    /// @param checkpoint folder in which the state is kept; an unfinished run of the same identity found there
    ///             goes on
    public Stage(String name, Schedule schedule, Path checkpoint) {
        this.name = name;
        this.schedule = schedule;
        this.checkpoint = checkpoint;
    }

    /// What is learned, from what.
    public interface Task {

        /// The weights to learn.
        Weights.Plan plan();

        /// Items to pass over: deals, merchants, notes.
        int size();

        /// Mean loss of some items, with gradients on.
        ///
        /// @param scope  open until the gradients have been taken
        /// @param random for dropout and sampling
        NDArray loss(Weights weights, int[] items, NDManager scope, RandomGenerator random);

        /// The loss to stop on, over items that are not learned from; gradients off.
        double tune(Weights weights, NDManager manager);
    }

    /// How to pass over the items.
    ///
    /// @param epochs   most passes
    /// @param patience passes without improvement before it stops
    /// @param batch    items per step
    /// @param rate     highest learning rate; rises over `warmUp` steps and falls to 0 along a half cosine
    /// @param decay    weight decay (AdamW, Loshchilov & Hutter 2019)
    /// @param seed     of everything random
    public record Schedule(int epochs, int patience, int batch, double rate, int warmUp, double decay, long seed) {}

    /// One pass.
    ///
    /// @param trainLoss mean over the items, as they were met
    /// @param tuneLoss  after the pass
    public record Epoch(int number, double trainLoss, double tuneLoss) {}

    /// What a stage brought.
    ///
    /// @param weights the best pass's, in the safetensors form
    /// @param epochs  all passes, resumed ones included
    public record Result(byte[] weights, int bestEpoch, List<Epoch> epochs) {
        public Result {
            epochs = List.copyOf(epochs);
        }
    }

    /// Trains until it stops improving. A checkpoint of another run is left aside and overwritten; `progress` is
    /// told.
    ///
    /// @throws java.util.concurrent.CancellationException if `progress` asks to stop; the last checkpoint stays
    public Result run(Task task, RunIdentity identity, Progress progress) {
        TorchDevice cpu = TorchDevice.choose(TorchDevice.Wish.CPU);
        try (NDManager manager = TorchDevice.engine().newBaseManager(cpu.device())) {
            StageState state = StageState.load(checkpoint, identity, task.plan(), schedule, manager, progress)
                    .orElseGet(() -> StageState.fresh(task.plan(), schedule, manager));
            state.weights().arrays().forEach(array -> array.setRequiresGradient(true));
            while (!state.finished(schedule)) {
                double trainLoss = pass(task, state, manager, progress);
                TorchDevice.prepareThread();
                state.add(new Epoch(state.epochs().size() + 1, trainLoss, task.tune(state.weights(), manager)));
                state.save(checkpoint, identity);
            }
            return new Result(state.bestWeights(), state.bestEpoch(), state.epochs());
        }
    }

    private double pass(Task task, StageState state, NDManager manager, Progress progress) {
        int epoch = state.epochs().size();
        RandomGenerator random = new SplittableRandom(schedule.seed() * 0x9E3779B97F4A7C15L + epoch + 1);
        int[] order = shuffled(task.size(), random);
        int steps = (order.length + schedule.batch() - 1) / schedule.batch();
        long allSteps = (long) steps * schedule.epochs();
        double sum = 0;
        for (int step = 0; step < steps; step++) {
            long done = (long) epoch * steps + step;
            if (step % STEPS_PER_REPORT == 0) {
                progress.at("%s, pass %d".formatted(name, epoch + 1), done, allSteps);
            }
            int from = step * schedule.batch();
            int[] items = Arrays.copyOfRange(order, from, Math.min(order.length, from + schedule.batch()));
            sum += step(task, state, items, rate(done, allSteps), manager, random) * items.length;
        }
        return sum / order.length;
    }

    private double rate(long done, long allSteps) {
        double warm = Math.min(1, (done + 1.0) / Math.max(1, schedule.warmUp()));
        return schedule.rate() * warm * 0.5 * (1 + Math.cos(Math.PI * done / allSteps));
    }

    private static double step(
            Task task, StageState state, int[] items, double rate, NDManager manager, RandomGenerator random) {
        try (NDManager scope = manager.newSubManager();
                GradientCollector collector = TorchDevice.engine().newGradientCollector()) {
            NDArray loss = task.loss(state.weights(), items, scope, random);
            collector.backward(loss);
            double value = loss.getFloat();
            TorchDevice.prepareThread();
            state.optimizer().clip(state.weights().arrays(), LARGEST_GRADIENT);
            state.optimizer().step(state.weights().arrays(), rate);
            return value;
        }
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
