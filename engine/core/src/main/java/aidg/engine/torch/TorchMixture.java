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
            mix(mix.joint(), own.joint(), other.joint(), joints, i);
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
    public Gradients gradients(int other, int steps, Calibration.Line line) {
        Side from = others.get(other);
        synchronized (COLLECTING) {
            try (NDManager scope = manager.newSubManager();
                    GradientCollector collector = TorchDevice.engine().newGradientCollector()) {
                NDArray deal = path(from.deal(), own.deal(), steps, scope)
                        .reshape(steps, dims.dealTokens(), dims.tokenInputs());
                NDArray joint = path(from.joint(), own.joint(), steps, scope);
                NDArray keys =
                        path(from.keys(), own.keys(), steps, scope).reshape(steps, dims.memoryTokens(), dims.model());
                NDArray values = path(from.values(), own.values(), steps, scope)
                        .reshape(steps, dims.memoryTokens(), dims.model());
                NDList inputs = new NDList(deal, joint, keys, values);
                inputs.forEach(input -> input.setRequiresGradient(true));
                ScorerNetwork.Forward forward = network.forward(
                        deal, joint, new ScorerNetwork.Projected(keys, values), scope.create(new float[steps]));
                collector.backward(probability(forward.result(), line, scope).sum());
                double[] start = ends(other, line);
                return new Gradients(
                        start[0],
                        start[1],
                        along(deal, from.deal(), own.deal(), dims.dealTokens()),
                        along(joint, from.joint(), own.joint(), dims.jointInputs()),
                        sum(
                                along(keys, from.keys(), own.keys(), dims.memoryTokens()),
                                along(values, from.values(), own.values(), dims.memoryTokens())));
            } finally {
                TorchDevice.prepareThread();
            }
        }
    }

    /// Probabilities at both ends of the line.
    private double[] ends(int other, Calibration.Line line) {
        List<Output> outputs = new ArrayList<>();
        batch(List.of(all(false, other), all(true, other)), outputs);
        return outputs.stream()
                .mapToDouble(output -> line.probability(output.joint()))
                .toArray();
    }

    private Mix all(boolean isOwn, int other) {
        boolean[] deal = new boolean[dims.dealTokens()];
        boolean[] joint = new boolean[dims.jointInputs()];
        boolean[] memory = new boolean[dims.memoryTokens()];
        Arrays.fill(deal, isOwn);
        Arrays.fill(joint, isOwn);
        Arrays.fill(memory, isOwn);
        return new Mix(deal, joint, memory, other);
    }

    /// The middles of equal steps from one to the other, (steps, numbers).
    private static NDArray path(float[] from, float[] to, int steps, NDManager scope) {
        float[] points = new float[steps * to.length];
        for (int step = 0; step < steps; step++) {
            float share = (step + 0.5f) / steps;
            for (int k = 0; k < to.length; k++) {
                points[step * to.length + k] = from[k] + share * (to[k] - from[k]);
            }
        }
        return scope.create(points, new Shape(steps, to.length));
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

    /// Mean gradient times the way, per token.
    private static double[] along(NDArray points, float[] from, float[] to, int tokens) {
        float[] gradients = points.getGradient().toFloatArray();
        int steps = gradients.length / to.length;
        int width = to.length / tokens;
        double[] sums = new double[tokens];
        for (int i = 0; i < gradients.length; i++) {
            int k = i % to.length;
            sums[k / width] += (double) gradients[i] * (to[k] - from[k]) / steps;
        }
        return sums;
    }

    private static double[] sum(double[] a, double[] b) {
        double[] sums = a.clone();
        for (int i = 0; i < sums.length; i++) {
            sums[i] += b[i];
        }
        return sums;
    }
}
