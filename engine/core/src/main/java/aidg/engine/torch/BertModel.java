package aidg.engine.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import aidg.engine.domain.Progress;
import aidg.engine.encoder.text.WordPieces;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// A BERT's encoder (Devlin et al. 2019), frozen: embeddings of piece, place and kind, normalised; layers that
/// normalise after each step; of a text, the mean over its pieces. [PER-8]
final class BertModel implements AutoCloseable {

    private static final int LONGEST = 128;
    private static final int BATCH = 32;
    private static final float NOWHERE = -1e4f;

    private final NDManager manager;
    private final BertFolder.Config config;
    private final WordPieces pieces;
    private final Weights weights;

    private BertModel(NDManager manager, BertFolder.Config config, WordPieces pieces, Weights weights) {
        this.manager = manager;
        this.config = config;
        this.pieces = pieces;
        this.weights = weights;
    }

    /// Loads the weights.
    ///
    /// @throws IllegalArgumentException naming the file and the array that is missing, of a wrong shape or type
    static BertModel open(BertFolder folder) {
        TorchDevice cpu = TorchDevice.choose(TorchDevice.Wish.CPU);
        NDManager manager = TorchDevice.engine().newBaseManager(cpu.device());
        try {
            NDList arrays = new BertWeights(folder, manager).read();
            Weights weights = Weights.of(plan(folder.config()), arrays);
            return new BertModel(manager, folder.config(), folder.pieces(), weights);
        } catch (IOException e) {
            manager.close();
            throw new UncheckedIOException("%s cannot be read".formatted(folder.weights()), e);
        } catch (RuntimeException e) {
            manager.close();
            throw e;
        }
    }

    static Weights.Plan plan(BertFolder.Config config) {
        Weights.Plan plan = new Weights.Plan();
        plan.table("pieces", 1, config.vocabulary(), config.width());
        plan.table("places", 1, config.positions(), config.width());
        plan.table("kinds", 1, config.kinds(), config.width());
        plan.norm("norm", config.width());
        for (int i = 0; i < config.layers(); i++) {
            EncoderLayer.plan(plan, "layer" + i, config.width(), config.feedForward());
        }
        return plan;
    }

    /// What it says of texts, in order; a text that comes twice is read once.
    ///
    /// @return (texts, width)
    float[][] features(List<String> texts, Progress progress) {
        List<String> distinct = texts.stream().distinct().toList();
        float[][] features = read(distinct, progress);
        Map<String, float[]> byText = new HashMap<>();
        for (int i = 0; i < features.length; i++) {
            byText.put(distinct.get(i), features[i]);
        }
        return texts.stream().map(byText::get).toArray(float[][]::new);
    }

    /// Texts of like length together, so that little is filled up.
    private float[][] read(List<String> texts, Progress progress) {
        TorchDevice.prepareThread();
        int longest = Math.min(LONGEST, config.positions());
        List<int[]> ids =
                texts.stream().map(text -> pieces.encode(text, longest)).toList();
        int[] order = IntStream.range(0, texts.size())
                .boxed()
                .sorted(Comparator.comparingInt((Integer i) -> ids.get(i).length)
                        .thenComparing(i -> i))
                .mapToInt(i -> i)
                .toArray();
        float[][] features = new float[texts.size()][config.width()];
        for (int from = 0; from < order.length; from += BATCH) {
            progress.at("Reading notes with BERT", from, order.length);
            int to = Math.min(order.length, from + BATCH);
            List<int[]> batch = new ArrayList<>();
            for (int i = from; i < to; i++) {
                batch.add(ids.get(order[i]));
            }
            try (NDManager scope = manager.newSubManager()) {
                float[] flat = forward(pieces.pad(batch), scope).toFloatArray();
                for (int i = from; i < to; i++) {
                    System.arraycopy(flat, (i - from) * config.width(), features[order[i]], 0, config.width());
                }
            }
        }
        return features;
    }

    /// @return (N, width)
    private NDArray forward(WordPieces.Padded texts, NDManager scope) {
        NDArray there = NotesTransformer.there(texts, scope);
        return NotesTransformer.mean(hidden(texts, there, scope), there);
    }

    /// The last layer's states.
    ///
    /// @return (N, T, width)
    private NDArray hidden(WordPieces.Padded texts, NDArray there, NDManager scope) {
        int n = texts.counts().length;
        int tokens = texts.width();
        NDArray ids = scope.create(texts.ids(), new Shape(n, tokens));
        NDArray embedded = lookUp(ids, "pieces")
                .add(lookUp(scope.arange(tokens), "places"))
                .add(lookUp(scope.create(new int[] {0}), "kinds"));
        NDArray x = Layers.norm(embedded, weights, "norm", config.epsilon());
        NDArray bias = there.sub(1).neg().mul(Factor.of(NOWHERE, scope)).reshape(n, 1, 1, tokens);
        EncoderLayer.Act act = config.relu() ? EncoderLayer.Act.RELU : EncoderLayer.Act.GELU;
        for (int i = 0; i < config.layers(); i++) {
            x = new EncoderLayer(weights, "layer" + i, config.heads(), act, EncoderLayer.Norm.AFTER, config.epsilon())
                    .forward(x, bias);
        }
        return x;
    }

    private NDArray lookUp(NDArray ids, String name) {
        return ids.getNDArrayInternal()
                .embedding(ids, weights.get(name + ".table"), SparseFormat.DENSE)
                .singletonOrThrow();
    }

    @Override
    public void close() {
        manager.close();
    }
}
