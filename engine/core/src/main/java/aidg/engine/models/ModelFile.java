package aidg.engine.models;

import aidg.engine.scorer.Calibration;
import aidg.engine.scorer.TokenLayout;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// A trained model as a folder: weights of each part (`ModelPart`), `features.json` (what was learned beside
/// weights), `model.json` (provenance and calibration, with the hashes of the others).
///
/// A model's hash identifies what it says: two models of one hash give every deal the same score. It covers
/// - `weightsHash`, so every weight of every part;
/// - `featuresHash`, so the names and order of the features, what they learned, their means and deviations, and
///   what the encoder's inputs learned;
/// - the calibration.
///
/// The sizes of the network are not in it because they follow from the features; `read` refuses others.
/// Provenance is not in it either: the time, data, split, options and versions of a training and its metrics
/// change no score, and a training that ends with the same numbers has made the same model. So the hash does
/// not vouch for the provenance: an edited `model.json` is noticed only where it would change a score.
public final class ModelFile {

    /// Version of the form that this program writes and reads.
    public static final int FORMAT = 2;

    private static final String FEATURES = "features.json";
    private static final String RECORD = "model.json";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();
    private static final JsonMapper COMPACT = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private final ModelRecord provenance;
    private final LearnedInputs features;
    private final Map<ModelPart, byte[]> weights;

    private ModelFile(ModelRecord provenance, LearnedInputs features, Map<ModelPart, byte[]> weights) {
        this.provenance = provenance;
        this.features = features;
        this.weights = weights;
    }

    /// How reading a model ended.
    public sealed interface Reading {}

    /// It is whole and what it says it is.
    public record Read(ModelFile model) implements Reading {}

    /// It cannot be used.
    ///
    /// @param reason what is wrong, one sentence
    /// @param fix    what to do
    public record Refused(String reason, String fix) implements Reading {}

    /// A model that was just trained; the hashes in `draft` are filled in here.
    public static ModelFile of(ModelRecord draft, LearnedInputs features, Map<ModelPart, byte[]> weights) {
        String weightsHash = hash(weights);
        String featuresHash = featuresHash(features);
        ModelRecord provenance = new ModelRecord(
                FORMAT,
                hash(weightsHash, featuresHash, draft.calibration()),
                weightsHash,
                featuresHash,
                draft.trainedAt(),
                draft.dataHash(),
                draft.merchants(),
                draft.examples(),
                draft.split(),
                draft.options(),
                draft.encoder(),
                draft.dimensions(),
                draft.calibration(),
                draft.versions(),
                draft.metrics(),
                draft.stages());
        return new ModelFile(provenance, features, weights);
    }

    /// SHA-256 of what `features.json` holds.
    public static String featuresHash(LearnedInputs features) {
        return sha256(COMPACT.writeValueAsBytes(features));
    }

    private static String hash(Map<ModelPart, byte[]> weights) {
        StringBuilder hashes = new StringBuilder();
        for (ModelPart part : ModelPart.values()) {
            byte[] bytes = weights.get(part);
            hashes.append(part.file()).append(bytes == null ? "" : sha256(bytes));
        }
        return sha256(hashes.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String hash(String weightsHash, String featuresHash, Calibration calibration) {
        String covered = weightsHash + featuresHash + COMPACT.writeValueAsString(calibration);
        return sha256(covered.getBytes(StandardCharsets.UTF_8)).substring(0, 16);
    }

    /// Writes the folder's files, `model.json` last, so that a half-written model is never taken for a whole one.
    public void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.deleteIfExists(folder.resolve(RECORD));
        for (ModelPart part : ModelPart.values()) {
            byte[] bytes = weights.get(part);
            if (bytes == null) {
                Files.deleteIfExists(folder.resolve(part.file()));
            } else {
                Files.write(folder.resolve(part.file()), bytes);
            }
        }
        Files.write(folder.resolve(FEATURES), COMPACT.writeValueAsBytes(features));
        Path fresh = folder.resolve(RECORD + ".new");
        Files.write(fresh, JSON.writeValueAsBytes(provenance));
        Files.move(fresh, folder.resolve(RECORD), StandardCopyOption.ATOMIC_MOVE);
    }

    /// Reads what a folder says of its model, and checks nothing; empty where that cannot be read.
    public static Optional<ModelRecord> glance(Path folder) {
        try {
            JsonNode tree = JSON.readTree(Files.readAllBytes(folder.resolve(RECORD)));
            return tree.path("format").asInt(0) == FORMAT
                    ? Optional.of(JSON.treeToValue(tree, ModelRecord.class))
                    : Optional.empty();
        } catch (IOException | JacksonException e) {
            return Optional.empty();
        }
    }

    /// Reads a folder and checks every hash in it.
    public static Reading read(Path folder) {
        String retrain = "Train a model with `workbench train`, or name another folder.";
        Path file = folder.resolve(RECORD);
        if (!Files.isRegularFile(file)) {
            return new Refused("there is no model in %s".formatted(folder), retrain);
        }
        try {
            JsonNode tree = JSON.readTree(Files.readAllBytes(file));
            int format = tree.path("format").asInt(0);
            if (format != FORMAT) {
                return new Refused("%s has form %d, this program reads %d".formatted(file, format, FORMAT), retrain);
            }
            ModelRecord provenance = JSON.treeToValue(tree, ModelRecord.class);
            Map<ModelPart, byte[]> weights = weights(folder);
            byte[] features = Files.readAllBytes(folder.resolve(FEATURES));
            if (!hash(weights).equals(provenance.weightsHash())) {
                return new Refused(
                        "the weights in %s are damaged: their hash is not the one in model.json".formatted(folder),
                        retrain);
            }
            if (!sha256(features).equals(provenance.featuresHash())) {
                return new Refused(
                        "%s is damaged: its hash is not the one in model.json".formatted(folder.resolve(FEATURES)),
                        retrain);
            }
            if (!hash(provenance.weightsHash(), provenance.featuresHash(), provenance.calibration())
                    .equals(provenance.hash())) {
                return new Refused(
                        "%s was changed by hand: the calibration is not the trained one".formatted(file), retrain);
            }
            LearnedInputs learned = COMPACT.readValue(features, LearnedInputs.class);
            if (!learned.layout().schema().equals(learned.fit().schema())) {
                return new Refused(
                        "the model in %s was trained on other features than this program computes".formatted(folder),
                        retrain);
            }
            if (!learned.sizesAre(provenance.encoder(), provenance.dimensions())) {
                return new Refused(
                        "the model in %s has a network of other sizes than this program computes".formatted(folder),
                        retrain);
            }
            return new Read(new ModelFile(provenance, learned, weights));
        } catch (IOException | JacksonException e) {
            return new Refused("the model in %s cannot be read: %s".formatted(folder, firstLine(e)), retrain);
        }
    }

    private static Map<ModelPart, byte[]> weights(Path folder) throws IOException {
        Map<ModelPart, byte[]> weights = new EnumMap<>(ModelPart.class);
        for (ModelPart part : ModelPart.values()) {
            Path file = folder.resolve(part.file());
            if (Files.isRegularFile(file)) {
                weights.put(part, Files.readAllBytes(file));
            }
        }
        return weights;
    }

    private static String firstLine(Exception e) {
        String message = e.getMessage();
        return message == null
                ? e.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    public ModelRecord provenance() {
        return provenance;
    }

    /// What was learned beside weights.
    public LearnedInputs learned() {
        return features;
    }

    public TokenLayout layout() {
        return features.layout();
    }

    /// The weights of a part, in the safetensors form.
    ///
    /// @throws IllegalArgumentException if the model has no such part
    public byte[] weights(ModelPart part) {
        byte[] bytes = weights.get(part);
        if (bytes == null) {
            throw new IllegalArgumentException("the model has no %s".formatted(part.file()));
        }
        return bytes;
    }
}
