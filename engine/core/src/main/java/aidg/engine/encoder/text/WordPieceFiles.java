package aidg.engine.encoder.text;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// Reads WordPiece tokenizers from the files of a Hugging Face folder.
final class WordPieceFiles {

    private static final String JSON = "tokenizer.json";
    private static final String VOCABULARY = "vocab.txt";
    private static final String CONFIG = "tokenizer_config.json";

    private WordPieceFiles() {}

    static WordPieces load(Path folder) throws IOException {
        Path json = folder.resolve(JSON);
        if (Files.exists(json)) {
            return named(json, () -> fromJson(read(json), json));
        }
        Path vocabulary = folder.resolve(VOCABULARY);
        if (Files.exists(vocabulary)) {
            return named(vocabulary, () -> fromVocabulary(vocabulary, folder.resolve(CONFIG)));
        }
        throw new IllegalArgumentException("%s holds neither %s nor %s".formatted(folder, JSON, VOCABULARY));
    }

    private interface Load {
        WordPieces run() throws IOException;
    }

    private static WordPieces named(Path file, Load load) throws IOException {
        try {
            return load.run();
        } catch (JacksonException e) {
            throw new IllegalArgumentException("%s is not JSON: %s".formatted(file, e.getOriginalMessage()), e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("%s: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static JsonNode read(Path file) {
        return new ObjectMapper().readTree(file.toFile());
    }

    private static WordPieces fromVocabulary(Path vocabulary, Path config) throws IOException {
        List<String> pieces = new ArrayList<>();
        for (String line : Files.readAllLines(vocabulary, StandardCharsets.UTF_8)) {
            pieces.add(line.strip());
        }
        if (!Files.exists(config)) {
            return new WordPieces(pieces, BasicTokenizer.UNCASED);
        }
        JsonNode settings = read(config);
        return new WordPieces(pieces, basic(settings, "do_lower_case", "tokenize_chinese_chars"));
    }

    private static WordPieces fromJson(JsonNode tokenizer, Path file) {
        JsonNode model = tokenizer.path("model");
        String type = model.path("type").asString("WordPiece");
        check(type.equals("WordPiece"), "its model is %s, only WordPiece can be used".formatted(type));
        check(model.path("vocab").isObject(), "it has no model.vocab");
        String prefix = model.path("continuing_subword_prefix").asString("##");
        check(prefix.equals("##"), "its later pieces are marked by '%s', expected ##".formatted(prefix));
        JsonNode normalizer = tokenizer.path("normalizer");
        String kind = normalizer.path("type").asString("none");
        check(kind.equals("BertNormalizer"), "its normalizer is %s, only BertNormalizer can be used".formatted(kind));
        String before = tokenizer.path("pre_tokenizer").path("type").asString("none");
        check(
                before.equals("BertPreTokenizer"),
                "its pre_tokenizer is %s, only BertPreTokenizer can be used".formatted(before));
        return new WordPieces(
                inOrder(model.path("vocab"), file), basic(normalizer, "lowercase", "handle_chinese_chars"));
    }

    private static BasicTokenizer basic(JsonNode settings, String lowerCase, String splitChinese) {
        boolean lower = settings.path(lowerCase).asBoolean(true);
        JsonNode accents = settings.path("strip_accents");
        boolean strip = accents.isBoolean() ? accents.asBoolean() : lower;
        return new BasicTokenizer(lower, strip, settings.path(splitChinese).asBoolean(true));
    }

    private static List<String> inOrder(JsonNode vocabulary, Path file) {
        String[] pieces = new String[vocabulary.size()];
        vocabulary.properties().forEach(entry -> {
            int id = entry.getValue().asInt(-1);
            check(
                    id >= 0 && id < pieces.length && pieces[id] == null,
                    "the id of '%s' in %s is not one of 0..%d, each once"
                            .formatted(entry.getKey(), file.getFileName(), pieces.length - 1));
            pieces[id] = entry.getKey();
        });
        return Arrays.asList(pieces);
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
