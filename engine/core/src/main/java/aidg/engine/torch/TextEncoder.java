package aidg.engine.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import aidg.engine.domain.Progress;
import aidg.engine.encoder.text.OpinionLexicon;
import aidg.engine.encoder.text.TextOptions;
import aidg.engine.encoder.text.TextReader;
import aidg.engine.encoder.text.TrainedText;
import aidg.engine.encoder.text.WideModel;
import aidg.engine.encoder.text.WordPieces;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A trained reader of texts at work. Holds native memory until it is closed; several threads may read at once.
/// [PER-8]
public final class TextEncoder implements TextReader, AutoCloseable {

    private static final int BATCH = 128;

    private final NDManager manager;
    private final TextOptions options;
    private final Weights weights;
    private final TextHead head;
    private final WordPieces pieces;
    private final WideModel words;
    private final OpinionLexicon lexicon;
    private final @Nullable BertModel bert;
    private final String name;

    private TextEncoder(TrainedText trained, NDManager manager, OpinionLexicon lexicon, @Nullable BertFolder folder) {
        this.manager = manager;
        this.lexicon = lexicon;
        options = trained.options();
        pieces = folder == null ? WordPieces.uncased(trained.pieces()) : folder.pieces();
        bert = folder == null ? null : BertModel.open(folder);
        name = folder == null ? "notes transformer" : "BERT from " + folder.name();
        NDList all = Safetensors.read(manager, trained.weights());
        words = TextFile.words(all, trained.targets());
        int frozenWidth = folder == null ? 0 : folder.width();
        weights = Weights.of(
                TextTask.plan(options, pieces.size(), frozenWidth, trained.targets()), TextFile.network(all));
        head = new TextHead(weights, trained.targets());
    }

    /// Opens a notes transformer.
    ///
    /// @throws IllegalArgumentException if the weights do not fit, naming the array, or it stands on a BERT
    public static TextEncoder open(TrainedText trained, OpinionLexicon lexicon) {
        if (trained.bert() != null) {
            throw new IllegalArgumentException("this reader was trained on the BERT in %s; open it with that folder"
                    .formatted(trained.bert().folder()));
        }
        return open(trained, lexicon, null);
    }

    /// Opens a reader that stands on a BERT.
    ///
    /// @throws IllegalArgumentException if the folder is not the BERT that it was trained on, or the weights
    ///                                  do not fit
    public static TextEncoder open(TrainedText trained, OpinionLexicon lexicon, @Nullable BertFolder folder) {
        TrainedText.Bert wanted = trained.bert();
        if (folder != null && (wanted == null || !wanted.hash().equals(folder.hash()))) {
            throw new IllegalArgumentException(
                    "the BERT in %s is not the one that this reader was trained on".formatted(folder.name()));
        }
        TorchDevice cpu = TorchDevice.choose(TorchDevice.Wish.CPU);
        NDManager manager = TorchDevice.engine().newBaseManager(cpu.device());
        try {
            return new TextEncoder(trained, manager, lexicon, folder);
        } catch (RuntimeException e) {
            manager.close();
            throw e;
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean degraded() {
        return false;
    }

    @Override
    public float[][] encode(List<String> texts) {
        return read(texts, null).encodings();
    }

    @Override
    public float[][] encode(List<String> texts, List<String> groups) {
        return read(texts, groups).encodings();
    }

    /// Encodings, and what the targets are foretold to be.
    ///
    /// @param encodings (texts, 32)
    /// @param foretold  (texts, targets)
    public record Readings(float[][] encodings, float[][] foretold) {}

    /// As `encode`, with the targets. Texts of like length are read together, so that little is filled
    /// up, on all cores.
    ///
    /// @param groups null to read with all that was learned
    public Readings read(List<String> texts, @Nullable List<String> groups) {
        float[][] encodings = new float[texts.size()][];
        float[][] foretold = new float[texts.size()][];
        float[][] wide = words.inputs(texts, groups, lexicon);
        List<int[]> ids = texts.stream()
                .map(text -> pieces.encode(text, options.longest()))
                .toList();
        int[] order = IntStream.range(0, texts.size())
                .boxed()
                .sorted(Comparator.comparingInt((Integer i) -> ids.get(i).length)
                        .thenComparing(i -> i))
                .mapToInt(i -> i)
                .toArray();
        int batches = (order.length + BATCH - 1) / BATCH;
        IntStream.range(0, batches).parallel().forEach(batch -> {
            int[] rows = Arrays.copyOfRange(order, batch * BATCH, Math.min(order.length, (batch + 1) * BATCH));
            TorchDevice.prepareThread();
            try (NDManager scope = manager.newSubManager()) {
                NDArray deep = bert == null
                        ? new NotesTransformer(weights, options).forward(pieces.pad(pick(ids, rows)), scope)
                        : matrix(bert.features(pick(texts, rows), Progress.SILENT), scope);
                TextHead.Said said = head.forward(
                        deep, matrix(pick(Arrays.asList(wide), rows).toArray(float[][]::new), scope));
                share(said.encoding(), rows, encodings);
                share(said.foretold(), rows, foretold);
            }
        });
        return new Readings(encodings, foretold);
    }

    private static <T> List<T> pick(List<T> all, int[] rows) {
        return Arrays.stream(rows).mapToObj(all::get).toList();
    }

    private static void share(NDArray matrix, int[] rows, float[][] into) {
        float[] flat = matrix.toFloatArray();
        int width = flat.length / rows.length;
        for (int i = 0; i < rows.length; i++) {
            into[rows[i]] = Arrays.copyOfRange(flat, i * width, (i + 1) * width);
        }
    }

    private static NDArray matrix(float[][] rows, NDManager scope) {
        int width = rows[0].length;
        float[] flat = new float[rows.length * width];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(rows[i], 0, flat, i * width, width);
        }
        return scope.create(flat, new Shape(rows.length, width));
    }

    @Override
    public void close() {
        manager.close();
        if (bert != null) {
            bert.close();
        }
    }
}
