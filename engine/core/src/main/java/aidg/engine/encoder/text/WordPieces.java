package aidg.engine.encoder.text;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A WordPiece tokenizer as BERT's: words are split from the left into the longest pieces that the vocabulary
/// holds, later pieces marked by `##`; a word that cannot be split so is `[UNK]`. [PER-8]
public final class WordPieces {

    /// Words of more characters are unknown.
    private static final int LONGEST_WORD = 100;

    static final String PADDING = "[PAD]";
    static final String UNKNOWN = "[UNK]";
    static final String START = "[CLS]";
    static final String END = "[SEP]";
    static final String MASK = "[MASK]";
    static final List<String> SPECIAL = List.of(PADDING, UNKNOWN, START, END, MASK);

    private final List<String> pieces;
    private final BasicTokenizer basic;
    private final Map<String, Integer> ids;

    /// @throws IllegalArgumentException if a special piece other than `[MASK]` is missing, or a piece comes twice
    WordPieces(List<String> pieces, BasicTokenizer basic) {
        this.pieces = List.copyOf(pieces);
        this.basic = basic;
        ids = new HashMap<>();
        for (String piece : pieces) {
            if (ids.put(piece, ids.size()) != null) {
                throw new IllegalArgumentException("the vocabulary holds '%s' twice".formatted(piece));
            }
        }
        for (String special : SPECIAL.subList(0, 4)) {
            if (!ids.containsKey(special)) {
                throw new IllegalArgumentException("the vocabulary lacks %s".formatted(special));
            }
        }
    }

    /// Pieces as `pieces()` gave them, to be used on notes: without case and accents.
    ///
    /// @throws IllegalArgumentException as the constructor
    public static WordPieces uncased(List<String> pieces) {
        return new WordPieces(pieces, BasicTokenizer.UNCASED);
    }

    /// Learns a vocabulary from texts; the same texts in any order give the same.
    ///
    /// @param most pieces in all, special ones and single letters included
    public static WordPieces learn(List<String> texts, int most) {
        return uncased(WordPieceTraining.learn(texts, most));
    }

    /// Reads the tokenizer of a Hugging Face folder: `tokenizer.json`, or else `vocab.txt` with
    /// `tokenizer_config.json` if that is there.
    ///
    /// @throws IllegalArgumentException naming the file that is missing, broken or of another kind than WordPiece
    /// @throws IOException if a file cannot be read
    public static WordPieces load(Path folder) throws IOException {
        return WordPieceFiles.load(folder);
    }

    /// In order of their ids.
    public List<String> pieces() {
        return pieces;
    }

    public int size() {
        return pieces.size();
    }

    /// Id of the piece, or of `[UNK]`.
    public int id(String piece) {
        Integer id = ids.get(piece);
        return id == null ? id(UNKNOWN) : id;
    }

    /// Id to fill short texts up with.
    public int padding() {
        return id(PADDING);
    }

    /// Id that stands for a hidden piece; `[UNK]` where the vocabulary has no `[MASK]`.
    public int mask() {
        return id(MASK);
    }

    /// The pieces of a text, without start and end.
    public List<String> split(String text) {
        List<String> split = new ArrayList<>();
        for (String word : basic.words(text)) {
            splitWord(word, split);
        }
        return split;
    }

    /// Ids of the text's pieces between start and end, cut off after `most` ids in all.
    ///
    /// @param most at least 2
    public int[] encode(String text, int most) {
        List<String> split = split(text);
        int[] encoded = new int[Math.min(most, split.size() + 2)];
        encoded[0] = id(START);
        for (int i = 1; i < encoded.length - 1; i++) {
            encoded[i] = id(split.get(i - 1));
        }
        encoded[encoded.length - 1] = id(END);
        return encoded;
    }

    private void splitWord(String word, List<String> into) {
        int before = into.size();
        int from = 0;
        boolean known = word.codePointCount(0, word.length()) <= LONGEST_WORD;
        while (known && from < word.length()) {
            int to = word.length();
            while (to > from && !ids.containsKey(piece(word, from, to))) {
                to--;
            }
            known = to > from;
            into.add(piece(word, from, to));
            from = to;
        }
        if (!known) {
            into.subList(before, into.size()).clear();
            into.add(UNKNOWN);
        }
    }

    private static String piece(String word, int from, int to) {
        return from == 0 ? word.substring(0, to) : "##" + word.substring(from, to);
    }

    /// Ids of several texts, filled up to the longest.
    ///
    /// @param ids    (texts x width), row by row
    /// @param counts pieces of each text
    public record Padded(int[] ids, int[] counts, int width) {}

    /// As `encode`, for a batch.
    public Padded pad(List<int[]> encoded) {
        int width = encoded.stream().mapToInt(row -> row.length).max().orElse(2);
        int[] flat = new int[encoded.size() * width];
        Arrays.fill(flat, padding());
        int[] counts = new int[encoded.size()];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = encoded.get(i).length;
            System.arraycopy(encoded.get(i), 0, flat, i * width, counts[i]);
        }
        return new Padded(flat, counts, width);
    }
}
