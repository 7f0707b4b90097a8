package aidg.engine;

import aidg.engine.domain.Note;
import aidg.engine.domain.Progress;
import aidg.engine.encoder.ContextReader;
import aidg.engine.encoder.NoteReadings;
import aidg.engine.encoder.geo.CityVectors;
import aidg.engine.encoder.geo.GeoEncoder;
import aidg.engine.encoder.graph.GraphSnapshot;
import aidg.engine.encoder.graph.MarketplaceGraph;
import aidg.engine.encoder.text.LexiconReader;
import aidg.engine.encoder.text.OpinionLexicon;
import aidg.engine.encoder.text.TextReader;
import aidg.engine.encoder.text.TrainedText;
import aidg.engine.marketplace.Marketplace;
import aidg.engine.models.LearnedInputs;
import aidg.engine.models.ModelFile;
import aidg.engine.models.ModelPart;
import aidg.engine.torch.BertFolder;
import aidg.engine.torch.TextEncoder;
import aidg.engine.torch.TorchDevice;
import aidg.engine.torch.graph.GraphEncoder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The trained branches that read what lies beside a merchant's deals: its notes, its place, and the graph
/// around it. For one thread at a time.
final class BranchReaders implements AutoCloseable {

    private static final int GRAPH_WIDTH = 256;

    private final Marketplace marketplace;
    private final @Nullable TrainedText text;
    private final CityVectors cities;
    private final byte[] graphWeights;
    private final NoteReadings notes = new NoteReadings(TextReader.WIDTH);
    private @Nullable TextReader reader;

    /// @param text null to read with the word list [X3]
    BranchReaders(Marketplace marketplace, @Nullable TrainedText text, CityVectors cities, byte[] graphWeights) {
        this.marketplace = marketplace;
        this.text = text;
        this.cities = cities;
        this.graphWeights = graphWeights;
    }

    /// The branches of a trained model.
    static BranchReaders of(Marketplace marketplace, ModelFile model) {
        LearnedInputs.Notes notes = model.learned().notes();
        TrainedText text = notes == null ? null : notes.with(model.weights(ModelPart.NOTES));
        return new BranchReaders(marketplace, text, model.learned().cities(), model.weights(ModelPart.GRAPH));
    }

    /// Reads for one day, the marketplace's own: what is known up to it, inclusive. Of the notes it knows those
    /// that `readNotes` was given.
    ContextReader today() {
        LocalDate day = marketplace.asOf().plusDays(1);
        return reader(List.of(day), Progress.SILENT);
    }

    /// Reads for the days of past deals.
    ///
    /// @param days on which the graph is looked at; a deal between two uses the earlier
    ContextReader past(List<LocalDate> days, Progress progress) {
        readNotes(marketplace.notes());
        return reader(days, progress);
    }

    private ContextReader reader(List<LocalDate> days, Progress progress) {
        TreeMap<LocalDate, Map<String, float[]>> vectors = graph(days, progress);
        float[] unknown = new float[GRAPH_WIDTH];
        ContextReader.GraphVectors lookUp = (merchantId, day) -> {
            Map.Entry<LocalDate, Map<String, float[]>> latest = vectors.floorEntry(day);
            return latest == null ? unknown : latest.getValue().getOrDefault(merchantId, unknown);
        };
        return new ContextReader(notes, new GeoEncoder(marketplace, cities), lookUp);
    }

    /// Reads notes. Each is read without what its own merchant taught, so that a scorer learns from what it will be
    /// given.
    void readNotes(List<Note> fresh) {
        if (fresh.isEmpty()) {
            return;
        }
        TextReader ready = reader;
        if (ready == null) {
            OpinionLexicon lexicon = OpinionLexicon.load();
            ready = text == null ? new LexiconReader(lexicon) : open(text, lexicon);
            reader = ready;
        }
        List<String> texts = fresh.stream().map(Note::text).toList();
        List<String> merchants = fresh.stream().map(Note::merchantId).toList();
        notes.add(fresh, ready.encode(texts, merchants));
    }

    private static TextEncoder open(TrainedText text, OpinionLexicon lexicon) {
        TrainedText.Bert bert = text.bert();
        if (bert == null) {
            return TextEncoder.open(text, lexicon);
        }
        try {
            return TextEncoder.open(text, lexicon, BertFolder.open(Path.of(bert.folder())));
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalStateException(
                    "the model reads notes with a BERT that is not as it was: %s; put it back, or train without it"
                            .formatted(e.getMessage()),
                    e);
        }
    }

    private TreeMap<LocalDate, Map<String, float[]>> graph(List<LocalDate> days, Progress progress) {
        TreeMap<LocalDate, Map<String, float[]>> vectors = new TreeMap<>();
        MarketplaceGraph graph = new MarketplaceGraph(marketplace);
        try (GraphEncoder encoder = GraphEncoder.load(graphWeights, TorchDevice.choose(TorchDevice.Wish.CPU))) {
            for (LocalDate day : days) {
                progress.at("Reading the graph", vectors.size(), days.size());
                GraphSnapshot snapshot = graph.at(day);
                float[][] rows = encoder.embed(snapshot);
                Map<String, float[]> byMerchant = new HashMap<>();
                for (int i = 0; i < rows.length; i++) {
                    byMerchant.put(snapshot.merchantIds().get(i), rows[i]);
                }
                vectors.put(day, byMerchant);
            }
        }
        return vectors;
    }

    @Override
    public void close() {
        if (reader instanceof TextEncoder open) {
            open.close();
        }
        reader = null;
    }
}
