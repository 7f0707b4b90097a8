package aidg.engine.encoder.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Learns pieces of words from texts: single letters first, then again and again the most frequent pair of
/// neighbouring pieces joined, ties by name, as the tokenizers of BERT models are trained (Sennrich et al. 2016).
final class WordPieceTraining {

    /// Pairs seen less often are not joined.
    private static final int FEWEST = 2;

    private record Pair(String left, String right) {
        String joined() {
            return left + right.substring(2);
        }
    }

    /// @param pieces of the word as joined so far
    private record Word(List<String> pieces, int count) {}

    private WordPieceTraining() {}

    static List<String> learn(List<String> texts, int most) {
        List<Word> words = words(texts);
        List<String> vocabulary = new ArrayList<>(WordPieces.SPECIAL);
        words.stream()
                .flatMap(word -> word.pieces().stream())
                .distinct()
                .sorted()
                .filter(piece -> !vocabulary.contains(piece))
                .forEach(vocabulary::add);
        Map<Pair, Integer> counts = new HashMap<>();
        Map<Pair, Set<Integer>> holders = new HashMap<>();
        for (int i = 0; i < words.size(); i++) {
            count(words.get(i), 1, counts);
            note(i, words.get(i), holders);
        }
        while (vocabulary.size() < most) {
            Pair best = counts.entrySet().stream()
                    .max(Map.Entry.<Pair, Integer>comparingByValue()
                            .thenComparing(
                                    Map.Entry::getKey,
                                    Comparator.comparing(Pair::left)
                                            .thenComparing(Pair::right)
                                            .reversed()))
                    .filter(entry -> entry.getValue() >= FEWEST)
                    .map(Map.Entry::getKey)
                    .orElse(null);
            if (best == null) {
                break;
            }
            for (int i : List.copyOf(holders.getOrDefault(best, Set.of()))) {
                count(words.get(i), -1, counts);
                join(best, words.get(i).pieces());
                count(words.get(i), 1, counts);
                note(i, words.get(i), holders);
            }
            holders.remove(best);
            if (!vocabulary.contains(best.joined())) {
                vocabulary.add(best.joined());
            }
        }
        return vocabulary;
    }

    private static List<Word> words(List<String> texts) {
        Map<String, Integer> counts = new TreeMap<>();
        for (String text : texts) {
            for (String word : BasicTokenizer.UNCASED.words(text)) {
                counts.merge(word, 1, Integer::sum);
            }
        }
        List<Word> words = new ArrayList<>();
        counts.forEach((word, count) -> {
            List<String> letters = new ArrayList<>();
            word.codePoints().forEach(c -> letters.add((letters.isEmpty() ? "" : "##") + Character.toString(c)));
            words.add(new Word(letters, count));
        });
        return words;
    }

    private static void count(Word word, int sign, Map<Pair, Integer> counts) {
        for (int i = 1; i < word.pieces().size(); i++) {
            Pair pair = new Pair(word.pieces().get(i - 1), word.pieces().get(i));
            if (counts.merge(pair, sign * word.count(), Integer::sum) == 0) {
                counts.remove(pair);
            }
        }
    }

    /// Adds a word to the holders of each of its pairs.
    private static void note(int index, Word word, Map<Pair, Set<Integer>> holders) {
        for (int i = 1; i < word.pieces().size(); i++) {
            Pair pair = new Pair(word.pieces().get(i - 1), word.pieces().get(i));
            holders.computeIfAbsent(pair, ignored -> new HashSet<>()).add(index);
        }
    }

    private static void join(Pair pair, List<String> pieces) {
        for (int i = 1; i < pieces.size(); i++) {
            if (pieces.get(i - 1).equals(pair.left()) && pieces.get(i).equals(pair.right())) {
                pieces.set(i - 1, pair.joined());
                pieces.remove(i);
            }
        }
    }
}
