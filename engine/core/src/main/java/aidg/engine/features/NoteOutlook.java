package aidg.engine.features;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads a manager's note as an outlook: the sum, over its words and word pairs, of how much better or worse
/// the merchant's next deals went than usual after notes with that word, divided by the square root of their
/// number. The weights are learned from notes whose deals have matured and shrunk towards 0 where a word is
/// rare. A small stand-in for a text encoder, fitted, not a fixed word list.
///
/// @param weights word or pair (`not happy`) to its weight, in differences of success rate
public record NoteOutlook(Map<String, Double> weights) {

    /// As if each word had been seen this often without any effect.
    private static final double SHRINKAGE = 20;

    /// Words seen less often are left out.
    private static final int FEWEST = 5;

    private static final Pattern WORD = Pattern.compile("[\\p{L}']+|\\d+%?");

    public NoteOutlook {
        weights = Map.copyOf(weights);
    }

    /// A note whose merchant's next deals are known.
    ///
    /// @param surprise success rate of those deals minus the merchant's usual rate, -1..1
    record Example(String text, double surprise) {}

    static NoteOutlook fit(List<Example> examples) {
        Map<String, double[]> sums = new TreeMap<>();
        for (Example example : examples) {
            for (String term : terms(example.text())) {
                double[] sum = sums.computeIfAbsent(term, ignored -> new double[2]);
                sum[0] += example.surprise();
                sum[1]++;
            }
        }
        Map<String, Double> weights = new TreeMap<>();
        sums.forEach((term, sum) -> {
            if (sum[1] >= FEWEST) {
                weights.put(term, sum[0] / (sum[1] + SHRINKAGE));
            }
        });
        return new NoteOutlook(weights);
    }

    /// The outlook of a text; 0 where no word is known. About -0.3..0.3.
    double of(String text) {
        double sum = 0;
        int known = 0;
        for (String term : terms(text)) {
            Double weight = weights.get(term);
            if (weight != null) {
                sum += weight;
                known++;
            }
        }
        return known == 0 ? 0 : sum / Math.sqrt(known);
    }

    private static Set<String> terms(String text) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text.toLowerCase(Locale.ROOT));
        while (matcher.find()) {
            words.add(matcher.group());
        }
        Set<String> terms = new HashSet<>(words);
        for (int i = 1; i < words.size(); i++) {
            terms.add(words.get(i - 1) + ' ' + words.get(i));
        }
        return terms;
    }
}
