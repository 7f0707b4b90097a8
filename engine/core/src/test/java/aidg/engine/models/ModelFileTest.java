package aidg.engine.models;

import static org.assertj.core.api.Assertions.assertThat;

import aidg.engine.SmallMarket;
import aidg.engine.encoder.EventScaling;
import aidg.engine.encoder.geo.CityVectors;
import aidg.engine.encoder.text.TextOptions;
import aidg.engine.encoder.text.TrainedText;
import aidg.engine.features.FeatureFit;
import aidg.engine.features.FeatureSchema;
import aidg.engine.marketplace.Marketplace;
import aidg.engine.scorer.Calibration;
import aidg.engine.scorer.Calibration.Line;
import aidg.engine.scorer.TimeSplit;
import aidg.engine.scorer.TokenLayout;
import aidg.engine.scorer.TrainingOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// [PER-15]
class ModelFileTest {

    private static final Marketplace MARKET = SmallMarket.generated().marketplace();

    @TempDir
    Path temporary;

    private Path folder = Path.of("");

    @BeforeEach
    void writtenModel() throws IOException {
        folder = temporary.resolve("model");
        model(0.25).write(folder);
    }

    private static final FeatureFit FIT = FeatureFit.learn(MARKET, MARKET.asOf());

    private static final LearnedInputs SIZES = inputs(FIT, layout(FIT.schema(), 0, 1));

    private static ModelFile model(double offset) {
        return of(record(calibration(offset)), FIT, layout(FIT.schema(), 0.1, 1.0 / 3), weights());
    }

    private static ModelFile of(ModelRecord record, FeatureFit fit, TokenLayout layout, byte[] weights) {
        Map<ModelPart, byte[]> parts = new EnumMap<>(ModelPart.class);
        for (ModelPart part : ModelPart.values()) {
            parts.put(part, part == ModelPart.CONTEXTUAL_SCORER ? weights : weights());
        }
        return ModelFile.of(record, inputs(fit, layout), parts);
    }

    private static LearnedInputs inputs(FeatureFit fit, TokenLayout layout) {
        EventScaling scaling = EventScaling.learn(MARKET, FIT.categories(), MARKET.asOf());
        CityVectors cities = new CityVectors(Map.of("C1", Collections.nCopies(CityVectors.WIDTH, 0.5f)));
        TrainedText text = new TrainedText(TextOptions.NOTES, 2, List.of("[PAD]", "good"), null, weights(), "one pass");
        return LearnedInputs.of(fit, layout, scaling, cities, text);
    }

    @Test
    void itSaysWhatReadsTheNotes() {
        LearnedInputs.Notes notes = Objects.requireNonNull(SIZES.notes());
        LearnedInputs.Notes onBert = new LearnedInputs.Notes(
                notes.options(), notes.targets(), List.of(), new TrainedText.Bert("my/bert", "00"), "");

        assertThat(SIZES.notesReader()).isEqualTo("notes transformer");
        assertThat(with(onBert).notesReader()).isEqualTo("BERT from my/bert");
        assertThat(with(null).notesReader()).isEqualTo("word list, degraded");
    }

    private static LearnedInputs with(LearnedInputs.@Nullable Notes notes) {
        return new LearnedInputs(SIZES.fit(), SIZES.layout(), SIZES.scaling(), SIZES.cities(), notes);
    }

    private static byte[] weights() {
        byte[] weights = new byte[5000];
        new Random(1).nextBytes(weights);
        return weights;
    }

    /// @param schema what the weights were trained on
    private static TokenLayout layout(FeatureSchema schema, double mean, double deviation) {
        int width = schema.width();
        return new TokenLayout(schema, Collections.nCopies(width, mean), Collections.nCopies(width, deviation));
    }

    private static Calibration calibration(double offset) {
        Line line = new Line(1.5, offset);
        return new Calibration(line, line, line, 1.9);
    }

    private static ModelRecord record(Calibration calibration) {
        LocalDate day = LocalDate.of(2026, 1, 1);
        return new ModelRecord(
                ModelFile.FORMAT,
                "",
                "",
                "",
                Instant.parse("2026-05-01T10:00:00Z"),
                MARKET.dataHash(),
                40,
                800,
                new TimeSplit(day, day.plusDays(60), day.plusDays(120)),
                TrainingOptions.seeded(7),
                SIZES.encoder(),
                SIZES.scorer(),
                calibration,
                Map.of("java", "25"),
                Map.of("tuneAuc", 0.75),
                List.of(new TrainedStage("Scorer", 12.5, 2, List.of(1.0, 0.9), List.of(0.8, 0.7))));
    }

    private ModelFile.Refused refused() {
        ModelFile.Reading reading = ModelFile.read(folder);
        assertThat(reading).isInstanceOf(ModelFile.Refused.class);
        ModelFile.Refused refused = (ModelFile.Refused) reading;
        assertThat(refused.fix()).isNotBlank();
        return refused;
    }

    private void replace(String file, String old, String now) throws IOException {
        Path path = folder.resolve(file);
        String text = Files.readString(path);
        assertThat(text).contains(old);
        Files.writeString(path, text.replace(old, now));
    }

    @Test
    void whatIsWrittenIsRead() {
        ModelFile written = model(0.25);

        ModelFile read = ((ModelFile.Read) ModelFile.read(folder)).model();

        assertThat(read.provenance()).isEqualTo(written.provenance());
        assertThat(ModelFile.featuresHash(read.learned())).isEqualTo(ModelFile.featuresHash(written.learned()));
        assertThat(read.layout()).isEqualTo(written.layout());
        assertThat(ModelPart.values()).allMatch(part -> Arrays.equals(read.weights(part), written.weights(part)));
    }

    @Test
    void theNameFollowsFromTheContents() {
        assertThat(model(0.25).provenance()).isEqualTo(model(0.25).provenance());
        assertThat(model(0.25).provenance().hash()).matches("[0-9a-f]{16}");
        assertThat(model(0.26).provenance().hash())
                .isNotEqualTo(model(0.25).provenance().hash());
    }

    @Test
    void anyChangeThatCanChangeAScoreChangesTheHash() {
        ModelRecord record = record(calibration(0.25));
        TokenLayout layout = layout(FIT.schema(), 0.1, 1.0 / 3);
        byte[] otherWeights = weights();
        otherWeights[4999] ^= 1;
        FeatureFit otherNotes = new FeatureFit(FIT.categories(), FIT.notesB(), FIT.notesA(), FIT.inference());
        FeatureFit otherCategories =
                new FeatureFit(FIT.categories().reversed(), FIT.notesA(), FIT.notesB(), FIT.inference());
        FeatureSchema otherOrder = new FeatureSchema(FIT.schema().tokens().reversed());
        List<String> hashes = new ArrayList<>(List.of(
                hash(record, FIT, layout, weights()),
                hash(record, FIT, layout, otherWeights),
                hash(record, otherNotes, layout, weights()),
                hash(record, otherCategories, layout, weights()),
                hash(record, FIT, layout(otherOrder, 0.1, 1.0 / 3), weights()),
                hash(record, FIT, layout(FIT.schema(), 0.2, 1.0 / 3), weights()),
                hash(record, FIT, layout(FIT.schema(), 0.1, 0.5), weights())));
        Line line = new Line(1.5, 0.25);
        Line other = new Line(1.4, 0.25);
        for (Calibration calibration : List.of(
                new Calibration(other, line, line, 1.9),
                new Calibration(line, other, line, 1.9),
                new Calibration(line, line, other, 1.9),
                new Calibration(line, line, line, 1.8))) {
            hashes.add(hash(record(calibration), FIT, layout, weights()));
        }

        assertThat(hashes).doesNotHaveDuplicates().hasSize(11);
    }

    private static String hash(ModelRecord record, FeatureFit fit, TokenLayout layout, byte[] weights) {
        return of(record, fit, layout, weights).provenance().hash();
    }

    @Test
    void whereAModelCameFromIsNoPartOfItsHash() {
        ModelRecord own = record(calibration(0.25));
        LocalDate day = LocalDate.of(2025, 1, 1);
        ModelRecord other = new ModelRecord(
                ModelFile.FORMAT,
                "",
                "",
                "",
                own.trainedAt().plusSeconds(1),
                "other data",
                41,
                801,
                new TimeSplit(day, day.plusDays(60), day.plusDays(120)),
                TrainingOptions.seeded(8),
                own.encoder(),
                own.dimensions(),
                own.calibration(),
                Map.of("java", "26"),
                Map.of("tuneAuc", 0.5),
                List.of());
        TokenLayout layout = layout(FIT.schema(), 0.1, 1.0 / 3);

        assertThat(hash(other, FIT, layout, weights())).isEqualTo(hash(own, FIT, layout, weights()));
    }

    @Test
    void aNetworkOfOtherSizesThanTheFeaturesNeedIsRefused() throws IOException {
        replace("model.json", "\"heads\" : 8", "\"heads\" : 4");

        assertThat(refused().reason()).contains("has a network of other sizes than this program computes");
    }

    @Test
    void writingTwiceGivesTheSameBytes() throws IOException {
        Path second = temporary.resolve("second");
        model(0.25).write(second);

        for (String file :
                List.of("contextual_scorer.safetensors", "graph.safetensors", "features.json", "model.json")) {
            assertThat(Files.mismatch(folder.resolve(file), second.resolve(file)))
                    .as(file)
                    .isEqualTo(-1);
        }
    }

    @Test
    void aModelIsReplacedInPlace() throws IOException {
        model(0.5).write(folder);

        assertThat(((ModelFile.Read) ModelFile.read(folder))
                        .model()
                        .provenance()
                        .hash())
                .isEqualTo(model(0.5).provenance().hash());
    }

    @Test
    void anEmptyFolderHasNoModel() {
        folder = temporary.resolve("elsewhere");

        assertThat(refused().reason()).startsWith("there is no model in").contains("elsewhere");
    }

    @Test
    void cutOffWeightsAreRefused() throws IOException {
        Path weights = folder.resolve("contextual_scorer.safetensors");
        Files.write(weights, Arrays.copyOf(Files.readAllBytes(weights), 4999));

        assertThat(refused().reason()).contains("weights").contains("damaged");
    }

    @Test
    void aFlippedBitInTheFeaturesIsRefused() throws IOException {
        Path features = folder.resolve("features.json");
        byte[] bytes = Files.readAllBytes(features);
        bytes[bytes.length / 2] ^= 1;
        Files.write(features, bytes);

        assertThat(refused().reason()).contains("features.json").contains("damaged");
    }

    @Test
    void anEditedCalibrationIsRefused() throws IOException {
        replace("model.json", "1.9", "1.2");

        assertThat(refused().reason()).contains("model.json").contains("calibration");
    }

    @Test
    void aModelOfOtherFeaturesThanAreComputedIsRefused() throws IOException {
        FeatureSchema older = new FeatureSchema(FIT.schema().tokens().reversed());
        of(record(calibration(0.25)), FIT, layout(older, 0.1, 1.0 / 3), weights())
                .write(folder);

        assertThat(refused().reason()).contains("trained on other features");
    }

    @Test
    void aMissingFileIsNamed() throws IOException {
        Files.delete(folder.resolve("features.json"));

        assertThat(refused().reason()).contains("features.json");
    }

    @Test
    void aNewerFormIsNamedAsSuch() throws IOException {
        replace("model.json", "\"format\" : 2", "\"format\" : 3");

        assertThat(refused().reason()).contains("has form 3, this program reads 2");
    }

    @Test
    void aNewerFormIsNamedAsSuchEvenIfNothingElseIsKnown() throws IOException {
        Files.writeString(folder.resolve("model.json"), "{\"format\": 7, \"calibration\": \"elsewhere\"}");

        assertThat(refused().reason()).contains("has form 7, this program reads 2");
    }

    @Test
    void aRecordThatIsNoneIsRefused() throws IOException {
        for (String text :
                List.of("", "null", "[]", "{}", "{\"format\": 2}", "{\"format\": \"one\"}", "not json \u0000")) {
            Files.write(folder.resolve("model.json"), text.getBytes(StandardCharsets.UTF_8));
            assertThat(refused().reason()).as(text).contains("model");
        }
    }

    @Test
    void aHalfWrittenModelIsNoModel() throws IOException {
        Files.delete(folder.resolve("model.json"));

        assertThat(refused().reason()).startsWith("there is no model in");
    }
}
