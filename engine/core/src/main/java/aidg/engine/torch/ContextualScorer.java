package aidg.engine.torch;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import aidg.engine.scorer.Scorer;
import aidg.engine.scorer.ScorerDimensions;
import aidg.engine.scorer.Start;
import aidg.engine.torch.packed.FoldedMerchant;
import aidg.engine.torch.packed.PackedScorer;
import aidg.engine.torch.packed.ScorerShape;
import aidg.engine.torch.packed.ScorerWeights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The contextual scorer at work. Few deals, and many deals of one merchant, go through the packed kernel or
/// PyTorch with
/// the merchant's memory folded into the attention, whichever was measured to be faster; deals of many merchants go
/// through PyTorch as they are, because folding a merchant pays only when it is asked about again. All ways give
/// the same
/// score to 1e-5. [PER-13]
public final class ContextualScorer implements Scorer {

    /// Merchants kept folded, about 1.1 MB each.
    private static final int FOLDS_KEPT = 32;

    /// Deals of one merchant from which folding it pays at once.
    private static final int WORTH_FOLDING = 4;

    /// Deals of one merchant from which it pays to know which way is faster.
    private static final int WORTH_MEASURING = 64;

    /// Deals per forward pass; more only costs memory.
    private static final int LARGEST_BATCH = 256;

    private final TorchDevice device;
    private final ScorerDimensions dims;
    private final NDManager manager;
    private final ScorerNetwork network;
    private final PackedScorer packed;
    private final KeptPasses passes;
    private final TorchContextual folding;
    private final FastestRoute routes;
    private final double riskSlope;
    private final Skip skip;
    private final Map<String, FoldedMerchant> folds = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, FoldedMerchant> eldest) {
            return size() > FOLDS_KEPT;
        }
    };

    private ContextualScorer(TorchDevice device, ScorerDimensions dims, NDManager manager, ScorerNetwork network) {
        this.device = device;
        this.dims = dims;
        this.manager = manager;
        this.network = network;
        ScorerWeights weights = packedWeights(dims, network.weights());
        packed = PackedScorer.of(weights);
        passes = new KeptPasses(packed);
        folding = TorchContextual.of(weights, device);
        routes = new FastestRoute(packed, folding);
        skip = new Skip(network.weights().get("skip.gain").toFloatArray());
        riskSlope = Math.log1p(Math.exp(network.weights().get("risk.bias").getFloat()));
    }

    private static ScorerWeights packedWeights(ScorerDimensions d, Weights weights) {
        ScorerShape shape = new ScorerShape(
                d.dealTokens(),
                d.memoryTokens(),
                d.tokenInputs(),
                d.jointInputs(),
                d.stem(),
                d.model(),
                d.heads(),
                d.feedForward(),
                d.pool(),
                ScorerDimensions.OUTPUTS);
        Map<String, float[]> arrays = new LinkedHashMap<>();
        shape.arrays()
                .keySet()
                .forEach(name -> arrays.put(name, weights.get(name).toFloatArray()));
        return new ScorerWeights(shape, arrays);
    }

    /// The packed kernel, for what-ifs and measurements.
    public PackedScorer packed() {
        return packed;
    }

    /// Reads weights in the safetensors form.
    ///
    /// @throws IllegalArgumentException if they are damaged or not of these dimensions, saying which array
    public static ContextualScorer load(byte[] safetensors, ScorerDimensions dims, TorchDevice device) {
        TorchDevice.prepareThread();
        NDManager manager = TorchDevice.engine().newBaseManager(device.device());
        try {
            NDList arrays = Safetensors.read(manager, safetensors);
            Weights weights = Weights.of(ScorerNetwork.plan(new Weights.Plan(), dims, Start.none(dims)), arrays);
            return new ContextualScorer(device, dims, manager, new ScorerNetwork(dims, weights));
        } catch (RuntimeException e) {
            manager.close();
            throw e;
        }
    }

    /// Weights with their matrices at the precision at which they are served, bfloat16, in the safetensors form.
    public static byte[] rounded(byte[] safetensors) {
        TorchDevice.prepareThread();
        try (NDManager manager = TorchDevice.engine().newBaseManager(Device.cpu())) {
            NDList rounded = new NDList();
            for (NDArray array : Safetensors.read(manager, safetensors)) {
                NDArray kept = array;
                if (ScorerWeights.isMatrix(array.getName())) {
                    kept = manager.create(ScorerWeights.rounded(array.toFloatArray()), array.getShape());
                    kept.setName(array.getName());
                }
                rounded.add(kept);
            }
            return Safetensors.write(rounded);
        }
    }

    @Override
    public String device() {
        return device.name();
    }

    @Override
    public List<Output> score(List<Question> questions) {
        Output[] outputs = new Output[questions.size()];
        List<Integer> apart = new ArrayList<>();
        groups(questions).forEach((content, indices) -> {
            FoldedMerchant fold = device.device().isGpu() || content.isEmpty()
                    ? null
                    : fold(content, questions.get(indices.getFirst()), indices.size(), questions.size());
            if (fold == null) {
                apart.addAll(indices);
            } else {
                together(questions, indices, fold, outputs);
            }
        });
        for (int from = 0; from < apart.size(); from += LARGEST_BATCH) {
            batch(questions, apart.subList(from, Math.min(apart.size(), from + LARGEST_BATCH)), outputs);
        }
        return List.of(outputs);
    }

    /// Deals by what their merchants' memories were made of; memories without a name stand alone.
    private static Map<String, List<Integer>> groups(List<Question> questions) {
        Map<String, List<Integer>> groups = new LinkedHashMap<>();
        for (int i = 0; i < questions.size(); i++) {
            groups.computeIfAbsent(questions.get(i).memory().content(), ignored -> new ArrayList<>())
                    .add(i);
        }
        return groups;
    }

    /// A merchant folded, if it is already or if that pays, else null.
    private @Nullable FoldedMerchant fold(String content, Question question, int deals, int all) {
        synchronized (folds) {
            FoldedMerchant known = folds.get(content);
            if (known != null || deals < WORTH_FOLDING && all >= WORTH_FOLDING) {
                return known;
            }
        }
        FoldedMerchant fresh = packed.fold(question.memory().tokens());
        synchronized (folds) {
            folds.put(content, fresh);
        }
        return fresh;
    }

    private void together(List<Question> questions, List<Integer> indices, FoldedMerchant fold, Output[] outputs) {
        int n = indices.size();
        if (n >= WORTH_MEASURING) {
            routes.measure();
        }
        float[] deals = flat(questions, indices, Part.DEAL);
        float[] joints = flat(questions, indices, Part.JOINT);
        float[] results = new float[n * ScorerDimensions.OUTPUTS];
        float[] memory = questions.get(indices.getFirst()).memory().tokens();
        routes.score(fold, memory, deals, joints, n, results);
        skip.add(joints, results);
        for (int i = 0; i < n; i++) {
            int at = i * ScorerDimensions.OUTPUTS;
            double penalty = questions.get(indices.get(i)).risk() * riskSlope;
            outputs[indices.get(i)] =
                    Output.of(Arrays.copyOfRange(results, at, at + ScorerDimensions.OUTPUTS), penalty);
        }
    }

    @Override
    public List<Output> sweep(Question base, Axis x, Axis y, float[] joints) {
        FoldedMerchant fold = Objects.requireNonNull(fold(base.memory().content(), base, WORTH_FOLDING, WORTH_FOLDING));
        float[] results =
                packed.sweep(passes.basis(fold, base.deal()), passes.axis(fold, x), passes.axis(fold, y), joints);
        int cells = results.length / ScorerDimensions.OUTPUTS;
        skip.add(joints, results);
        List<Output> outputs = new ArrayList<>(cells);
        for (int cell = 0; cell < cells; cell++) {
            int at = cell * ScorerDimensions.OUTPUTS;
            outputs.add(
                    Output.of(Arrays.copyOfRange(results, at, at + ScorerDimensions.OUTPUTS), base.risk() * riskSlope));
        }
        return outputs;
    }

    private void batch(List<Question> questions, List<Integer> indices, Output[] outputs) {
        TorchDevice.prepareThread();
        try (NDManager batch = manager.newSubManager()) {
            ScorerNetwork.Forward forward = forward(questions, indices, batch);
            float[] results = forward.result().toFloatArray();
            float[] penalties = forward.penalty().toFloatArray();
            for (int i = 0; i < indices.size(); i++) {
                int at = i * ScorerDimensions.OUTPUTS;
                float[] result = Arrays.copyOfRange(results, at, at + ScorerDimensions.OUTPUTS);
                outputs[indices.get(i)] = Output.of(result, penalties[i]);
            }
        }
    }

    @Override
    public float[][][] attention(Question question) {
        float[] flat = device.device().isGpu() ? attentionOnDevice(question) : foldedAttention(question);
        int width = dims.memoryTokens();
        float[][][] heads = new float[dims.heads()][dims.dealTokens()][];
        for (int i = 0; i < dims.heads() * dims.dealTokens(); i++) {
            heads[i / dims.dealTokens()][i % dims.dealTokens()] = Arrays.copyOfRange(flat, i * width, (i + 1) * width);
        }
        return heads;
    }

    private float[] attentionOnDevice(Question question) {
        TorchDevice.prepareThread();
        try (NDManager batch = manager.newSubManager()) {
            return forward(List.of(question), List.of(0), batch).attention().toFloatArray();
        }
    }

    private float[] foldedAttention(Question question) {
        float[] attention = new float[dims.heads() * dims.dealTokens() * dims.memoryTokens()];
        float[] outputs = new float[ScorerDimensions.OUTPUTS];
        packed.explain(folded(question), question.deal(), question.joint(), outputs, attention);
        return attention;
    }

    @Override
    public Mixture mixture(Question own, List<Question> others) {
        if (device.device().isGpu()) {
            return torchMixture(own, others);
        }
        List<Question> all = new ArrayList<>(List.of(own));
        all.addAll(others);
        return new FoldedMixture(
                packed.mixture(
                        all.stream().map(this::folded).toList(),
                        all.stream().map(Question::deal).toList()),
                skip,
                () -> torchMixture(own, others));
    }

    Mixture torchMixture(Question own, List<Question> others) {
        return new TorchMixture(network, manager, own, others);
    }

    private FoldedMerchant folded(Question question) {
        String content = question.memory().content();
        FoldedMerchant known = content.isEmpty() ? null : fold(content, question, WORTH_FOLDING, WORTH_FOLDING);
        return known == null ? packed.fold(question.memory().tokens()) : known;
    }

    private ScorerNetwork.Forward forward(List<Question> questions, List<Integer> indices, NDManager batch) {
        int n = indices.size();
        NDArray deal =
                batch.create(flat(questions, indices, Part.DEAL), new Shape(n, dims.dealTokens(), dims.tokenInputs()));
        NDArray joint = batch.create(flat(questions, indices, Part.JOINT), new Shape(n, dims.jointInputs()));
        NDArray memory =
                batch.create(flat(questions, indices, Part.MEMORY), new Shape(n, dims.memoryTokens(), dims.memory()));
        float[] risks = new float[n];
        for (int i = 0; i < n; i++) {
            risks[i] = questions.get(indices.get(i)).risk();
        }
        return network.forward(deal, joint, memory, batch.create(risks));
    }

    private enum Part {
        DEAL,
        JOINT,
        MEMORY;

        float[] of(Question question) {
            return switch (this) {
                case DEAL -> question.deal();
                case JOINT -> question.joint();
                case MEMORY -> question.memory().tokens();
            };
        }
    }

    private static float[] flat(List<Question> questions, List<Integer> indices, Part part) {
        int size = part.of(questions.get(indices.getFirst())).length;
        float[] flat = new float[indices.size() * size];
        for (int i = 0; i < indices.size(); i++) {
            System.arraycopy(part.of(questions.get(indices.get(i))), 0, flat, i * size, size);
        }
        return flat;
    }

    @Override
    public void close() {
        folding.close();
        manager.close();
    }
}
