package aidg.engine.encoder.text;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A text as a long, mostly empty row: its words, its words marked where they are negated, its word pairs, each
/// hashed to one of 16,384 columns (Weinberger et al. 2009), and the numbers of the word list.
final class WideFeatures {

    /// Columns of words and pairs.
    static final int BUCKETS = 1 << 14;

    private final OpinionLexicon lexicon;

    WideFeatures(OpinionLexicon lexicon) {
        this.lexicon = lexicon;
    }

    /// @param columns of the words and pairs, ascending
    /// @param numbers of the word list
    record Row(int[] columns, float[] numbers) {}

    Row of(String text) {
        List<String> words = TextWords.of(text);
        OpinionLexicon.Reading reading = lexicon.read(words);
        Set<String> terms = new HashSet<>();
        String before = "";
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            boolean mark = !Character.isLetterOrDigit(word.codePointAt(0));
            if (!mark || word.equals("!") || word.equals("?")) {
                terms.add("word " + word);
            }
            if (mark) {
                before = "";
                continue;
            }
            terms.add((reading.negated()[i] ? "not " : "plain ") + word);
            if (!before.isEmpty()) {
                terms.add("pair " + before + ' ' + word);
            }
            before = word;
        }
        int[] columns = terms.stream()
                .mapToInt(WideFeatures::column)
                .sorted()
                .distinct()
                .toArray();
        return new Row(columns, reading.numbers());
    }

    /// Java's string hash is the same everywhere; the mixing (MurmurHash3) spreads it.
    private static int column(String term) {
        int h = term.hashCode();
        h = (h ^ (h >>> 16)) * 0x85ebca6b;
        h = (h ^ (h >>> 13)) * 0xc2b2ae35;
        return (h ^ (h >>> 16)) & (BUCKETS - 1);
    }

    Row[] of(List<String> texts) {
        Row[] rows = new Row[texts.size()];
        Arrays.setAll(rows, i -> of(texts.get(i)));
        return rows;
    }
}
