package aidg.engine.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.training.GradientCollector;
import aidg.engine.scorer.Calibration;
import aidg.engine.scorer.Scorer.Gradients;
import aidg.engine.scorer.Scorer.Mix;
import aidg.engine.scorer.Scorer.Mixture;
import aidg.engine.scorer.Scorer.Output;
import aidg.engine.scorer.Scorer.Question;
import aidg.engine.scorer.ScorerDimensions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/// Mixes of a deal with others on DJL PyTorch. A memory's tokens are projected once each, whatever they are mixed
/// with.
final class TorchMixture implements Mixture {

    /// Mixes per forward pass; more only costs memory.
    private static final int LARGEST_BATCH = 128;

    /// PyTorch collects gradients in one place of a process at a time.
    private static final Object COLLECTING = new Object();

    private final ScorerNetwork network;
    private final ScorerDimensions dims;
    private final NDManager manager;
    private final Side own;
    private final List<Side> others;

    /// A deal with its memory projected.
    ///
    /// @param keys   (M, E)
    /// @param values (M, E)
    private record Side(float[] deal, float[] joint, float[] keys, float[] values) {}

    TorchMixture(ScorerNetwork network, NDManager manager, Question own, List<Question> others) {
        this.network = network;
        this.manager = manager;
        dims = network.dims();
        List<Question> all = new ArrayList<>(others);
        all.add(own);
        List<Side> sides = sides(all);
        this.own = sides.getLast();
        this.others = sides.subList(0, others.size());
    }

    private List<Side> sides(List<Question> questions) {
        TorchDevice.prepareThread();
        int size = dims.memoryTokens() * dims.memory();
        int projected = dims.memoryTokens() * dims.model();
        float[] memories = new float[questions.size() * size];
        for (int i = 0; i < questions.size(); i++) {
            System.arraycopy(questions.get(i).memory().tokens(), 0, memories, i * size, size);
        }
        try (NDManager scope = manager.newSubManager()) {
            ScorerNetwork.Projected both = network.project(
                    scope.create(memories, new Shape(questions.size(), dims.memoryTokens(), dims.memory())));
            float[] keys = both.keys().toFloatArray();
            float[] values = both.values().toFloatArray();
            List<Side> sides = new ArrayList<>();
            for (int i = 0; i < questions.size(); i++) {
                sides.add(new Side(
                        questions.get(i).deal(),
                        questions.get(i).joint(),
                        Arrays.copyOfRange(keys, i * projected, (i + 1) * projected),
                        Arrays.copyOfRange(values, i * projected, (i + 1) * projected)));
            }
            return sides;
        }
    }

    @Override
    public List<Output> score(List<Mix> mixes) {
        List<Output> outputs = new ArrayList<>(mixes.size());
        for (int from = 0; from < mixes.size(); from += LARGEST_BATCH) {
            batch(mixes.subList(from, Math.min(mixes.size(), from + LARGEST_BATCH)), outputs);
        }
        return outputs;
    }

    private void batch(List<Mix> mixes, List<Output> outputs) {
        int n = mixes.size();
        float[] deals = new float[n * own.deal().length];
        float[] joints = new float[n * own.joint().length];
        float[] keys = new float[n * own.keys().length];
        float[] values = new float[n * own.values().length];
        for (int i = 0; i < n; i++) {
            Mix mix = mixes.get(i);
            Side other = others.get(mix.other());
            mix(mix.deal(), own.deal(), other.deal(), deals, i);
            System.arraycopy(mix.joint(), 0, joints, i * mix.joint().length, mix.joint().length);
            mix(mix.memory(), own.keys(), other.keys(), keys, i);
            mix(mix.memory(), own.values(), other.values(), values, i);
        }
        TorchDevice.prepareThread();
        try (NDManager scope = manager.newSubManager()) {
            NDArray risks = scope.create(new float[n]);
            float[] results = network.forward(
                            scope.create(deals, new Shape(n, dims.dealTokens(), dims.tokenInputs())),
                            scope.create(joints, new Shape(n, dims.jointInputs())),
                            new ScorerNetwork.Projected(memory(keys, n, scope), memory(values, n, scope)),
                            risks)
                    .result()
                    .toFloatArray();
            for (int i = 0; i < n; i++) {
                int at = i * ScorerDimensions.OUTPUTS;
                outputs.add(Output.of(Arrays.copyOfRange(results, at, at + ScorerDimensions.OUTPUTS), 0));
            }
        }
    }

    private NDArray memory(float[] flat, int n, NDManager scope) {
        return scope.create(flat, new Shape(n, dims.memoryTokens(), dims.model()));
    }

    /// Writes row `i` of `to`, token by token from the one or the other.
    private static void mix(boolean[] isOwn, float[] own, float[] other, float[] to, int i) {
        int width = own.length / isOwn.length;
        for (int token = 0; token < isOwn.length; token++) {
            System.arraycopy(isOwn[token] ? own : other, token * width, to, i * own.length + token * width, width);
        }
    }

    @Override
    public Gradients gradients(int steps, Calibration.Line line) {
        Quadrature points = Quadrature.of(steps);
        synchronized (COLLECTING) {
            try (NDManager scope = manager.newSubManager();
                    GradientCollector collector = TorchDevice.engine().newGradientCollector()) {
                NDArray deal = shares(points, dims.dealTokens(), 1, scope);
                NDArray joint = shares(points, 1, dims.jointInputs(), scope);
                NDArray memory = shares(points, dims.memoryTokens(), 1, scope);
                NDList shares = new NDList(deal, joint, memory);
                shares.forEach(share -> share.setRequiresGradient(true));
                ScorerNetwork.Forward forward = network.forward(
                        between(Side::deal, deal, scope),
                        between(Side::joint, joint, scope).squeeze(1),
                        new ScorerNetwork.Projected(
                                between(Side::keys, memory, scope), between(Side::values, memory, scope)),
                        scope.create(new float[others.size() * steps]));
                collector.backward(probability(forward.result(), line, scope).sum());
                double[] ends = ends(line);
                return new Gradients(
                        ends[0], ends[1], along(deal, points), along(joint, points), along(memory, points));
            } finally {
                TorchDevice.prepareThread();
            }
        }
    }

    /// Mean probability where the lines begin, and that of the deal.
    private double[] ends(Calibration.Line line) {
        List<Mix> mixes = new ArrayList<>();
        for (int i = 0; i < others.size(); i++) {
            mixes.add(all(false, others.get(i).joint(), i));
        }
        mixes.add(all(true, own.joint(), 0));
        List<Output> outputs = new ArrayList<>();
        batch(mixes, outputs);
        double[] probabilities = outputs.stream()
                .mapToDouble(output -> line.probability(output.joint()))
                .toArray();
        double start = Arrays.stream(probabilities, 0, others.size()).average().orElseThrow();
        return new double[] {start, probabilities[others.size()]};
    }

    private Mix all(boolean isOwn, float[] joint, int other) {
        boolean[] deal = new boolean[dims.dealTokens()];
        boolean[] memory = new boolean[dims.memoryTokens()];
        Arrays.fill(deal, isOwn);
        Arrays.fill(memory, isOwn);
        return new Mix(deal, joint, memory, other);
    }

    /// How far along the lines each number of a point lies: (others, points, tokens, width).
    private NDArray shares(Quadrature points, int tokens, int width, NDManager scope) {
        int each = tokens * width;
        float[] shares = new float[others.size() * points.size() * each];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = (float) points.at()[i / each % points.size()];
        }
        return scope.create(shares, new Shape(others.size(), points.size(), tokens, width));
    }

    /// Points between each of the others and the deal: (others x points, tokens, width).
    private NDArray between(Function<Side, float[]> part, NDArray shares, NDManager scope) {
        float[] to = part.apply(own);
        float[] from = new float[others.size() * to.length];
        float[] way = new float[from.length];
        for (int i = 0; i < from.length; i++) {
            from[i] = part.apply(others.get(i / to.length))[i % to.length];
            way[i] = to[i % to.length] - from[i];
        }
        long tokens = shares.getShape().get(2);
        Shape each = new Shape(others.size(), 1, tokens, to.length / tokens);
        return scope.create(from, each)
                .add(shares.mul(scope.create(way, each)))
                .reshape(-1, tokens, to.length / tokens);
    }

    private static NDArray probability(NDArray result, Calibration.Line line, NDManager scope) {
        NDArray approval = result.get(":, 0");
        NDArray reach = result.get(":, 1");
        NDArray inverseOdds = approval.neg()
                .exp()
                .add(reach.neg().exp())
                .add(approval.add(reach).neg().exp());
        NDArray logit =
                inverseOdds.log().neg().mul(Factor.of(line.slope(), scope)).add(line.offset());
        return Activation.sigmoid(logit);
    }

    /// What each token or number brings along the lines, on average over the others.
    private double[] along(NDArray shares, Quadrature points) {
        float[] gradients = shares.getGradient().toFloatArray();
        double[] sums = new double[gradients.length / (others.size() * points.size())];
        for (int i = 0; i < gradients.length; i++) {
            int point = i / sums.length % points.size();
            sums[i % sums.length] += gradients[i] * points.weights()[point] / others.size();
        }
        return sums;
    }
}
