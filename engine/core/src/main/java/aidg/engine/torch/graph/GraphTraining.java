package aidg.engine.torch.graph;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.training.GradientCollector;
import aidg.engine.domain.Progress;
import aidg.engine.encoder.graph.GraphDimensions;
import aidg.engine.encoder.graph.GraphExamples;
import aidg.engine.encoder.graph.GraphExamples.Example;
import aidg.engine.encoder.graph.GraphOptions;
import aidg.engine.encoder.graph.GraphPeriods;
import aidg.engine.encoder.graph.GraphTargets;
import aidg.engine.encoder.graph.MarketplaceGraph;
import aidg.engine.encoder.graph.Sample;
import aidg.engine.marketplace.Marketplace;
import aidg.engine.torch.AdamW;
import aidg.engine.torch.Safetensors;
import aidg.engine.torch.TorchDevice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// Trains the graph network: from a merchant's embedding on a snapshot's day, one linear step foretells what
/// its deals of the next days bring. Neighbourhoods are drawn afresh in every step; whole ones decide when to
/// stop. [PER-10]
public final class GraphTraining {

    /// About the variances of the three measures, so that none drowns the others.
    private static final double[] VARIANCES = {0.25, 0.15, 0.8};

    private static final double WARM_UP_STEPS = 50;

    private final GraphOptions options;
    private final GraphExamples learning;
    private final GraphExamples tuning;

    private GraphTraining(GraphOptions options, GraphExamples learning, GraphExamples tuning) {
        this.options = options;
        this.learning = learning;
        this.tuning = tuning;
    }

    /// One pass over the snapshots, with the means of the loss.
    public record Epoch(int number, double learnLoss, double tuneLoss) {}

    /// What a run brought.
    ///
    /// @param weights the best epoch's, in the safetensors form; `GraphEncoder` reads them
    public record Result(byte[] weights, int bestEpoch, List<Epoch> epochs) {
        public Result {
            epochs = List.copyOf(epochs);
        }
    }

    /// Trains until it stops improving on the tuning months.
    ///
    /// @throws IllegalArgumentException if the periods hold no deal to learn from or to tune on
    /// @throws java.util.concurrent.CancellationException if `progress` asks to stop
    public static Result run(Marketplace marketplace, GraphPeriods periods, GraphOptions options, Progress progress) {
        progress.at("Building the graph", 0, 0);
        MarketplaceGraph graph = new MarketplaceGraph(marketplace);
        GraphTraining training = new GraphTraining(
                options,
                GraphExamples.learning(graph, periods, options),
                GraphExamples.tuning(graph, periods, options));
        return training.run(progress);
    }

    private Result run(Progress progress) {
        TorchDevice cpu = TorchDevice.choose(TorchDevice.Wish.CPU);
        List<Epoch> epochs = new ArrayList<>();
        byte[] best = new byte[0];
        try (NDManager manager = TorchDevice.engine().newBaseManager(cpu.device())) {
            GraphNetwork network = GraphNetwork.initial(
                    GraphDimensions.marketplace(options.aggregator(), options.hidden()),
                    manager,
                    new SplittableRandom(options.seed()));
            network.arrays().forEach(array -> array.setRequiresGradient(true));
            AdamW optimizer = AdamW.fresh(options.decay(), network.arrays(), manager);
            while (epochs.size() < options.epochs() && epochs.size() - best(epochs) < options.patience()) {
                int number = epochs.size() + 1;
                double learnLoss = pass(network, optimizer, number, manager, progress);
                epochs.add(new Epoch(number, learnLoss, tuneLoss(network, manager, progress)));
                if (best(epochs) == number) {
                    best = Safetensors.write(network.arrays());
                }
            }
            return new Result(best, best(epochs), epochs);
        }
    }

    private static int best(List<Epoch> epochs) {
        return epochs.stream()
                .min(Comparator.comparingDouble(Epoch::tuneLoss).thenComparingInt(Epoch::number))
                .map(Epoch::number)
                .orElse(0);
    }

    private double pass(GraphNetwork network, AdamW optimizer, int epoch, NDManager manager, Progress progress) {
        RandomGenerator random = new SplittableRandom(options.seed() * 0x9E3779B97F4A7C15L + epoch);
        double sum = 0;
        long merchants = 0;
        int[] order = shuffled(learning.size(), random);
        for (int i = 0; i < order.length; i++) {
            progress.at(
                    "Training the graph network, epoch %d".formatted(epoch),
                    (epoch - 1L) * order.length + i,
                    (long) options.epochs() * order.length);
            double done = (epoch - 1 + (double) i / order.length) / options.epochs();
            double warm = Math.min(1, ((epoch - 1) * (double) order.length + i + 1) / WARM_UP_STEPS);
            double rate = options.rate() * warm * 0.5 * (1 + Math.cos(Math.PI * done));
            Example example = learning.get(order[i]);
            int[] seeds = example.merchants();
            int[] mixed = shuffled(seeds.length, random);
            for (int from = 0; from < seeds.length; from += options.batch()) {
                int[] some = Arrays.stream(mixed, from, Math.min(seeds.length, from + options.batch()))
                        .map(place -> seeds[place])
                        .toArray();
                sum += step(network, optimizer, example, some, rate, random, manager) * some.length;
                merchants += some.length;
            }
        }
        if (merchants == 0) {
            throw new IllegalArgumentException("no deal with a known outcome lies in the months to learn from");
        }
        return sum / merchants;
    }

    private double step(
            GraphNetwork network,
            AdamW optimizer,
            Example example,
            int[] seeds,
            double rate,
            RandomGenerator random,
            NDManager manager) {
        int[] fanOuts = options.fanOuts().stream().mapToInt(Integer::intValue).toArray();
        Sample sample = example.sampler().draw(seeds, fanOuts, random);
        float[] rows =
                sample.pick(example.snapshot().features(), example.snapshot().width());
        GraphNetwork.Dropout dropout = new GraphNetwork.Dropout(options.dropout(), random);
        try (NDManager scope = manager.newSubManager();
                GradientCollector collector = TorchDevice.engine().newGradientCollector()) {
            NDArray told = network.readOut(network.forward(rows, sample, dropout, scope));
            NDArray loss = loss(told, example.targets(), seeds, scope);
            collector.backward(loss);
            double value = loss.getFloat();
            TorchDevice.prepareThread();
            optimizer.step(network.arrays(), rate);
            return value;
        }
    }

    /// Squared errors of the three measures over their variances, halved, plus the log loss of success; each
    /// the mean over the merchants of whom it is known.
    private static NDArray loss(NDArray told, GraphTargets targets, int[] merchants, NDManager scope) {
        int width = GraphTargets.WIDTH;
        float[] wanted = new float[merchants.length * width];
        float[] shares = new float[merchants.length * width];
        int[] known = new int[width];
        for (int i = 0; i < wanted.length; i++) {
            float value = targets.values()[merchants[i / width] * width + i % width];
            if (!Float.isNaN(value)) {
                wanted[i] = value;
                known[i % width]++;
            }
        }
        for (int i = 0; i < wanted.length; i++) {
            int k = i % width;
            float value = targets.values()[merchants[i / width] * width + k];
            double scale = k == GraphTargets.SUCCESS ? 1 : 0.5 / VARIANCES[k];
            shares[i] = Float.isNaN(value) ? 0 : (float) (scale / known[k]);
        }
        Shape shape = new Shape(merchants.length, width);
        NDArray y = scope.create(wanted, shape);
        NDArray squares = told.sub(y).square();
        NDArray logLoss = Activation.softPlus(told).sub(told.mul(y));
        NDArray isSuccess = scope.create(new float[] {0, 0, 0, 1});
        NDArray isMeasure = scope.create(new float[] {1, 1, 1, 0});
        return squares.mul(isMeasure)
                .add(logLoss.mul(isSuccess))
                .mul(scope.create(shares, shape))
                .sum();
    }

    private double tuneLoss(GraphNetwork network, NDManager manager, Progress progress) {
        double sum = 0;
        long merchants = 0;
        for (int i = 0; i < tuning.size(); i++) {
            progress.at("Checking the graph network", i, tuning.size());
            Example example = tuning.get(i);
            int[] seeds = example.merchants();
            float[] embeddings = network.embed(
                    example.shares(),
                    example.snapshot().features(),
                    example.snapshot().merchants(),
                    manager);
            if (seeds.length == 0) {
                continue;
            }
            try (NDManager scope = manager.newSubManager()) {
                NDArray all =
                        scope.create(embeddings, new Shape(example.snapshot().merchants(), GraphDimensions.EMBEDDING));
                NDArray told = network.readOut(all.get(scope.create(seeds)));
                sum += loss(told, example.targets(), seeds, scope).getFloat() * seeds.length;
                merchants += seeds.length;
            }
        }
        if (merchants == 0) {
            throw new IllegalArgumentException("no deal with a known outcome lies in the months to tune on");
        }
        return sum / merchants;
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
