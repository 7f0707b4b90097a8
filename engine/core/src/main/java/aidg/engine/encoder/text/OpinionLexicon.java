package aidg.engine.encoder.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// English words of opinion with their strengths, and how negations, intensifiers and "but" change them.
/// Written for this project (`opinion-words.txt`); knows no other language. [X3]
public final class OpinionLexicon {

    /// Numbers that a reading gives to a model.
    static final int WIDTH = 11;

    private static final int REACH_OF_NEGATION = 4;
    private static final double NEGATED = -0.7;
    private static final double INTENSIFIED = 1.3;
    private static final double DAMPENED = 0.6;
    private static final double BEFORE_BUT = 0.5;

    /// Endings, and what stands in their place in the stem; tried in this order.
    private static final List<String[]> ENDINGS = List.of(
                    "ies y", "es ", "s ", "ied y", "ed ", "ed e", "ing ", "ing e", "ly ", "ily y", "er ", "er e",
                    "est ", "est e", "ness ", "iest y", "ier y")
            .stream()
            .map(line -> line.split(" ", -1))
            .toList();

    private final Map<String, Integer> strengths = new HashMap<>();
    private final Set<String> negations = new HashSet<>();
    private final Set<String> intensifiers = new HashSet<>();
    private final Set<String> dampeners = new HashSet<>();

    private OpinionLexicon() {}

    /// The word list that comes with the product.
    public static OpinionLexicon load() {
        try (InputStream in = OpinionLexicon.class.getResourceAsStream("opinion-words.txt")) {
            if (in == null) {
                throw new IllegalStateException("opinion-words.txt is not in the jar");
            }
            OpinionLexicon lexicon = new OpinionLexicon();
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(lexicon::add);
            return lexicon;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String line) {
        List<String> words = Arrays.asList(line.split(" "));
        List<String> rest = words.subList(1, words.size());
        switch (words.getFirst()) {
            case "not:" -> negations.addAll(rest);
            case "more:" -> intensifiers.addAll(rest);
            case "less:" -> dampeners.addAll(rest);
            default -> rest.forEach(word -> strengths.put(word, Integer.parseInt(words.getFirst())));
        }
    }

    /// What the words of a text say.
    ///
    /// @param positive sum of strengths of the good words, >= 0
    /// @param negative likewise of the bad ones, >= 0
    /// @param last     strength of the last word of opinion, 0 if there is none
    /// @param negated  for each word, whether it stands after a negation
    /// @param numbers  what a model is given, 11 wide
    record Reading(double positive, double negative, double last, boolean[] negated, float[] numbers) {

        /// -1 (bad) to 1 (good), 0 where no word of opinion is known.
        double polarity() {
            double sum = positive - negative;
            return sum / Math.sqrt(sum * sum + 15);
        }

        /// 0 (no opinion) to 1.
        double intensity() {
            double sum = positive + negative;
            return sum / (sum + 4);
        }
    }

    /// Reads words as `TextWords` splits them.
    Reading read(List<String> words) {
        List<Double> opinions = new ArrayList<>();
        boolean[] negated = new boolean[words.size()];
        int reach = 0;
        double boost = 1;
        boolean but = false;
        for (int i = 0; i < negated.length; i++) {
            String word = words.get(i);
            if (word.equals("but") || (!TextWords.isLetters(word) && !Character.isDigit(word.charAt(0)))) {
                but |= word.equals("but");
                if (word.equals("but")) {
                    opinions.replaceAll(opinion -> opinion * BEFORE_BUT);
                }
                reach = 0;
                boost = 1;
                continue;
            }
            negated[i] = reach > 0;
            int strength = strength(word);
            if (strength != 0) {
                opinions.add(strength * boost * (reach > 0 ? NEGATED : 1));
            }
            reach = negations.contains(word) ? REACH_OF_NEGATION : Math.max(0, reach - 1);
            boost = intensifiers.contains(word) ? INTENSIFIED : dampeners.contains(word) ? DAMPENED : 1;
        }
        return reading(words, opinions, negated, but);
    }

    private Reading reading(List<String> words, List<Double> opinions, boolean[] negated, boolean but) {
        double positive = 0;
        double negative = 0;
        for (double opinion : opinions) {
            positive += Math.max(0, opinion);
            negative += Math.max(0, -opinion);
        }
        double last = opinions.isEmpty() ? 0 : opinions.getLast();
        boolean denies = words.stream().anyMatch(negations::contains);
        double sum = positive - negative;
        float[] numbers = {
            (float) (positive / 4),
            (float) (negative / 4),
            (float) (sum / Math.sqrt(sum * sum + 15)),
            sum > 0 ? 1 : 0,
            sum < 0 ? 1 : 0,
            denies ? 1 : 0,
            words.contains("!") ? 1 : 0,
            words.contains("?") ? 1 : 0,
            (float) Math.log1p(words.size()),
            (float) (last / 4),
            but ? 1 : 0
        };
        return new Reading(positive, negative, last, negated, numbers);
    }

    /// Strength of a word or of its stem, -4..4; 0 if it is not listed.
    int strength(String word) {
        Integer listed = strengths.get(word);
        if (listed != null) {
            return listed;
        }
        for (String[] ending : ENDINGS) {
            int stemLength = word.length() - ending[0].length();
            if (stemLength >= 3 && word.endsWith(ending[0])) {
                String stem = word.substring(0, stemLength) + ending[1];
                Integer ofStem = strengths.get(stem);
                if (ofStem == null && stem.charAt(stem.length() - 1) == stem.charAt(stem.length() - 2)) {
                    ofStem = strengths.get(stem.substring(0, stem.length() - 1));
                }
                if (ofStem != null) {
                    return ofStem;
                }
            }
        }
        return 0;
    }
}
