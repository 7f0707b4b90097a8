package aidg.engine.torch;

import aidg.engine.encoder.text.WordPieces;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// A BERT in the Hugging Face form that the user supplies: `config.json`, `model.safetensors`, and
/// `tokenizer.json` or `vocab.txt`. Nothing is ever downloaded. [PER-8]
///
/// @param name   the folder, for people
/// @param hash   SHA-256 of the weights, hexadecimal
/// @param pieces its tokenizer
/// @param config its sizes
public record BertFolder(Path folder, String name, String hash, WordPieces pieces, Config config) {

    private static final String CONFIG = "config.json";
    private static final String WEIGHTS = "model.safetensors";

    /// Sizes of a BERT.
    ///
    /// @param vocabulary  rows of the table of pieces, at least as many as the tokenizer's
    /// @param positions   longest text, in pieces
    /// @param kinds       rows of the table of sentence kinds
    /// @param feedForward width of the middle of a feed-forward step
    /// @param relu        whether that step is a ReLU; else it is the exact GELU
    /// @param epsilon     that normalisations add to the variance
    public record Config(
            int vocabulary,
            int positions,
            int kinds,
            int width,
            int layers,
            int heads,
            int feedForward,
            boolean relu,
            float epsilon) {}

    /// Looks at a folder; the weights' shapes are checked when they are loaded.
    ///
    /// @throws IllegalArgumentException naming the file that is missing, broken or of another kind of model
    /// @throws IOException if a file cannot be read
    public static BertFolder open(Path folder) throws IOException {
        for (String file : new String[] {CONFIG, WEIGHTS}) {
            if (!Files.isRegularFile(folder.resolve(file))) {
                throw new IllegalArgumentException("%s holds no %s".formatted(folder, file));
            }
        }
        Config config = config(folder.resolve(CONFIG));
        WordPieces pieces = WordPieces.load(folder);
        if (pieces.size() > config.vocabulary()) {
            throw new IllegalArgumentException("the tokenizer in %s has %d pieces, %s says %d"
                    .formatted(folder, pieces.size(), CONFIG, config.vocabulary()));
        }
        return new BertFolder(
                folder,
                folder.toAbsolutePath().normalize().toString(),
                sha256(folder.resolve(WEIGHTS)),
                pieces,
                config);
    }

    /// Numbers that it says of a text.
    int width() {
        return config.width();
    }

    Path weights() {
        return folder.resolve(WEIGHTS);
    }

    private static Config config(Path file) {
        try {
            JsonNode json = new ObjectMapper().readTree(file.toFile());
            String type = json.path("model_type").asString("bert");
            check(type.equals("bert"), file, "model_type is '%s', expected bert".formatted(type));
            String places = json.path("position_embedding_type").asString("absolute");
            check(
                    places.equals("absolute"),
                    file,
                    "position_embedding_type is '%s', expected absolute".formatted(places));
            String act = json.path("hidden_act").asString("gelu");
            check(
                    act.equals("gelu") || act.equals("relu"),
                    file,
                    "hidden_act is '%s', expected gelu or relu".formatted(act));
            Config config = new Config(
                    size(json, "vocab_size", file),
                    size(json, "max_position_embeddings", file),
                    size(json, "type_vocab_size", file),
                    size(json, "hidden_size", file),
                    size(json, "num_hidden_layers", file),
                    size(json, "num_attention_heads", file),
                    size(json, "intermediate_size", file),
                    act.equals("relu"),
                    (float) json.path("layer_norm_eps").asDouble(1e-12));
            check(
                    config.width() % config.heads() == 0,
                    file,
                    "hidden_size %d is not a multiple of num_attention_heads %d"
                            .formatted(config.width(), config.heads()));
            return config;
        } catch (JacksonException e) {
            throw new IllegalArgumentException("%s is not JSON".formatted(file), e);
        }
    }

    private static int size(JsonNode json, String name, Path file) {
        int size = json.path(name).asInt(0);
        check(size > 0, file, "%s is missing or not above 0".formatted(name));
        return size;
    }

    private static void check(boolean holds, Path file, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException("%s: %s".formatted(file, otherwise));
        }
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] block = new byte[1 << 16];
            for (int read = in.read(block); read >= 0; read = in.read(block)) {
                digest.update(block, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
