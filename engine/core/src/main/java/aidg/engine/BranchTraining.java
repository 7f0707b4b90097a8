package aidg.engine;

import aidg.engine.domain.Progress;
import aidg.engine.encoder.graph.Aggregator;
import aidg.engine.encoder.graph.GraphOptions;
import aidg.engine.encoder.graph.GraphPeriods;
import aidg.engine.encoder.text.LabelledText;
import aidg.engine.encoder.text.NoteLabels;
import aidg.engine.encoder.text.OpinionLexicon;
import aidg.engine.encoder.text.TextOptions;
import aidg.engine.encoder.text.TrainedText;
import aidg.engine.marketplace.Marketplace;
import aidg.engine.models.TrainedStage;
import aidg.engine.scorer.TimeSplit;
import aidg.engine.scorer.TrainingOptions;
import aidg.engine.torch.BertFolder;
import aidg.engine.torch.Stage;
import aidg.engine.torch.TextTraining;
import aidg.engine.torch.graph.GraphTraining;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The first stages of a training: the branches that read what lies beside a merchant's deals. All learn from
/// what was
/// known before the tuning months. [B2]
final class BranchTraining {

    /// Notes of which something is known, below which the word list reads better than what they could teach.
    private static final int FEWEST_NOTES = 200;

    private final Marketplace marketplace;
    private final TimeSplit split;
    private final TrainingOptions options;
    private final Path checkpoint;
    private final @Nullable BertFolder bert;
    private final List<TrainedStage> stages = new ArrayList<>();

    /// @param bert whose features notes are read with, null for a transformer of our own
    BranchTraining(
            Marketplace marketplace,
            TimeSplit split,
            TrainingOptions options,
            Path checkpoint,
            @Nullable BertFolder bert) {
        this.marketplace = marketplace;
        this.split = split;
        this.options = options;
        this.checkpoint = checkpoint;
        this.bert = bert;
    }

    /// The reader of notes, or null where too few notes tell anything. [PER-8] [X3]
    @Nullable
    TrainedText text(Progress progress) {
        List<LabelledText> notes = NoteLabels.of(marketplace, split.tuneFrom());
        if (notes.size() < FEWEST_NOTES) {
            progress.note("Only %d notes can be learned from, so the word list reads them.".formatted(notes.size()));
            return null;
        }
        long start = System.nanoTime();
        TextOptions base = TextOptions.NOTES;
        TextOptions own = new TextOptions(
                base.pieces(),
                base.longest(),
                base.width(),
                base.layers(),
                base.heads(),
                base.feedForward(),
                base.pieceDropout(),
                base.poolDropout(),
                base.tuneShare(),
                options.notes().most(),
                options.notes().patience(),
                base.batch(),
                options.notes().rate(),
                base.decay(),
                options.seed());
        TextTraining training = new TextTraining(own, OpinionLexicon.load(), checkpoint.resolve("notes"));
        TextTraining.Trained trained =
                bert == null ? training.run(notes, progress) : training.run(notes, bert, progress);
        stages.add(stage("Notes", trained.stage(), System.nanoTime() - start));
        return trained.text();
    }

    /// Weights of the graph network. [PER-10]
    byte[] graph(Progress progress) {
        long start = System.nanoTime();
        GraphOptions base = GraphOptions.DEFAULT;
        GraphOptions own = new GraphOptions(
                options.seed(),
                Aggregator.MEAN,
                base.hidden(),
                base.fanOuts(),
                options.graph().most(),
                options.graph().patience(),
                base.batch(),
                options.graph().rate(),
                base.decay(),
                base.dropout(),
                base.everyDays());
        LocalDate first = marketplace.deals().getFirst().proposedOn();
        GraphTraining.Result result = GraphTraining.run(
                marketplace, new GraphPeriods(first.plusDays(60), split.tuneFrom(), split.testFrom()), own, progress);
        stages.add(new TrainedStage(
                "Graph",
                seconds(start),
                result.bestEpoch(),
                result.epochs().stream().map(GraphTraining.Epoch::learnLoss).toList(),
                result.epochs().stream().map(GraphTraining.Epoch::tuneLoss).toList()));
        return result.weights();
    }

    /// What has been trained so far.
    List<TrainedStage> stages() {
        return List.copyOf(stages);
    }

    static TrainedStage stage(String name, Stage.Result result, long nanos) {
        return new TrainedStage(
                name,
                nanos / 1e9,
                result.bestEpoch(),
                result.epochs().stream().map(Stage.Epoch::trainLoss).toList(),
                result.epochs().stream().map(Stage.Epoch::tuneLoss).toList());
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
