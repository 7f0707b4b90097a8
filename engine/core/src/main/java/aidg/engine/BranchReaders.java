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
import aidg.engine.torch.TextEncoder;
import aidg.engine.torch.TorchDevice;
import aidg.engine.torch.graph.GraphEncoder;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The trained branches that read what lies beside a merchant's deals: its notes, its place, and the graph
/// around it.
final class BranchReaders {

    private static final int GRAPH_WIDTH = 256;

    private final Marketplace marketplace;
    private final @Nullable TrainedText text;
    private final CityVectors cities;
    private final byte[] graphWeights;

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

    /// Reads for one day, the marketplace's own: what is known up to it, inclusive.
    ContextReader today(Progress progress) {
        LocalDate day = marketplace.asOf().plusDays(1);
        return reader(notes(), List.of(day), progress);
    }

    /// Reads for the days of past deals.
    ///
    /// @param days on which the graph is looked at; a deal between two uses the earlier
    ContextReader past(List<LocalDate> days, Progress progress) {
        return reader(notes(), days, progress);
    }

    private ContextReader reader(NoteReadings notes, List<LocalDate> days, Progress progress) {
        TreeMap<LocalDate, Map<String, float[]>> vectors = graph(days, progress);
        float[] unknown = new float[GRAPH_WIDTH];
        ContextReader.GraphVectors lookUp = (merchantId, day) -> {
            Map.Entry<LocalDate, Map<String, float[]>> latest = vectors.floorEntry(day);
            return latest == null ? unknown : latest.getValue().getOrDefault(merchantId, unknown);
        };
        return new ContextReader(notes, new GeoEncoder(marketplace, cities), lookUp);
    }

    private NoteReadings notes() {
        if (text == null) {
            return readings(new LexiconReader(OpinionLexicon.load()));
        }
        try (TextEncoder reader = TextEncoder.open(text, OpinionLexicon.load())) {
            return readings(reader);
        }
    }

    /// Each note is read without what its own merchant taught, so that a scorer learns from what it will be given.
    private NoteReadings readings(TextReader reader) {
        List<Note> notes = marketplace.notes();
        List<String> texts = notes.stream().map(Note::text).toList();
        List<String> merchants = notes.stream().map(Note::merchantId).toList();
        float[][] encodings = notes.isEmpty() ? new float[0][] : reader.encode(texts, merchants);
        return new NoteReadings(notes, encodings, TextReader.WIDTH);
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

    /// Which text reader is in use, for people. [X3]
    String textReader() {
        return text == null ? new LexiconReader(OpinionLexicon.load()).name() : "notes transformer";
    }
}
