package aidg.engine.torch;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import aidg.engine.domain.Progress;
import aidg.engine.encoder.text.LabelledText;
import aidg.engine.encoder.text.OpinionLexicon;
import aidg.engine.encoder.text.TextOptions;
import aidg.engine.encoder.text.TrainedText;
import aidg.engine.encoder.text.WideModel;
import aidg.engine.encoder.text.WordPieces;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Trains a reader of texts from labelled ones: the words' ridge regressions, a vocabulary of pieces, then the
/// transformer (or, over the frozen features of a BERT, only what joins them). The same texts, options and seed
/// give the same reader. [PER-8]
public final class TextTraining {

    private final TextOptions options;
    private final OpinionLexicon lexicon;
    private final Path checkpoint;

    /// @param checkpoint folder in which the run's state is kept; an unfinished run of the same texts and options
    ///                   found there goes on
    public TextTraining(TextOptions options, OpinionLexicon lexicon, Path checkpoint) {
        this.options = options;
        this.lexicon = lexicon;
        this.checkpoint = checkpoint;
    }

    /// What a training gave.
    ///
    /// @param text  the reader
    /// @param stage how its passes went
    public record Trained(TrainedText text, Stage.Result stage) {}

    /// Trains the notes transformer.
    ///
    /// @param texts at least one, with as many targets each
    /// @throws java.util.concurrent.CancellationException if `progress` asks to stop; the last checkpoint stays
    public Trained run(List<LabelledText> texts, Progress progress) {
        WideModel.Fit words = WideModel.fit(texts, lexicon, progress);
        progress.at("Pieces of words", 0, 1);
        WordPieces pieces = WordPieces.learn(
                texts.stream().map(LabelledText::text).distinct().toList(), options.pieces());
        TextTask task = new TextTask(options, texts, pieces, words.inputs(), null);
        Stage.Result result = stage(task, texts, "pieces", progress);
        return trained(texts, words.model(), pieces.pieces(), null, result);
    }

    /// Trains on top of a BERT, whose own weights stay as they are.
    ///
    /// @param texts at least one, with as many targets each
    /// @throws java.util.concurrent.CancellationException if `progress` asks to stop; the last checkpoint stays
    public Trained run(List<LabelledText> texts, BertFolder folder, Progress progress) {
        WideModel.Fit words = WideModel.fit(texts, lexicon, progress);
        List<String> plain = texts.stream().map(LabelledText::text).toList();
        float[][] frozen;
        try (BertModel bert = BertModel.open(folder)) {
            frozen = bert.features(plain, progress);
        }
        TextTask task = new TextTask(options, texts, folder.pieces(), words.inputs(), frozen);
        Stage.Result result = stage(task, texts, folder.hash(), progress);
        return trained(texts, words.model(), List.of(), new TrainedText.Bert(folder.name(), folder.hash()), result);
    }

    private Stage.Result stage(TextTask task, List<LabelledText> texts, String trunk, Progress progress) {
        Stage.Schedule schedule = new Stage.Schedule(
                options.epochs(),
                options.patience(),
                options.batch(),
                options.rate(),
                20,
                options.decay(),
                options.seed());
        RunIdentity identity = new RunIdentity(
                hash(texts),
                trunk,
                options.toString(),
                "DJL %s, PyTorch %s".formatted(TorchDevice.djlVersion(), TorchDevice.version()));
        return new Stage("Notes", schedule, checkpoint).run(task, identity, progress);
    }

    private Trained trained(
            List<LabelledText> texts,
            WideModel words,
            List<String> pieces,
            TrainedText.@Nullable Bert bert,
            Stage.Result result) {
        int targets = texts.getFirst().targets().length;
        String passes = "%d texts, %d passes, the best was pass %d with loss %.4f"
                .formatted(
                        texts.size(),
                        result.epochs().size(),
                        result.bestEpoch(),
                        result.epochs().get(result.bestEpoch() - 1).tuneLoss());
        try (NDManager manager = TorchDevice.engine().newBaseManager()) {
            NDList all = Safetensors.read(manager, result.weights());
            all.addAll(TextFile.arrays(words, manager));
            return new Trained(new TrainedText(options, targets, pieces, bert, Safetensors.write(all), passes), result);
        }
    }

    private static String hash(List<LabelledText> texts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (LabelledText text : texts) {
                digest.update((text.text() + '\0' + text.group() + '\0').getBytes(StandardCharsets.UTF_8));
                float[] targets = text.targets();
                ByteBuffer numbers = ByteBuffer.allocate(4 * targets.length + 8);
                numbers.putFloat(text.polarity()).putFloat(text.weight());
                for (float target : targets) {
                    numbers.putFloat(target);
                }
                digest.update(numbers.array());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
