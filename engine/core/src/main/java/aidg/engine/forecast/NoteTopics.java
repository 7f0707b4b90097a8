package aidg.engine.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What sentences of notes are about, found from the texts alone: a mixture of unigrams, each sentence of one
/// topic (Nigam, McCallum, Thrun and Mitchell 2000), fitted by expectation-maximisation. Two sentences that mean
/// the same in different words end up in one topic when others share words with both.
///
/// @param prior per topic, logarithm of its share
/// @param words per word and topic, logarithm of its probability
public record NoteTopics(double[] prior, Map<String, double[]> words) {

    private static final int MOST_TOPICS = 160;
    private static final int SENTENCES_OF_A_TOPIC = 40;
    private static final int FEWEST_TOPICS = 2;
    private static final int FEWEST = 5;
    private static final int STEPS = 25;
    private static final int STARTS = 3;
    private static final double SMOOTHING = 0.05;
    private static final long SEED = 20;
    private static final Pattern WORD = Pattern.compile("[\\p{L}']+|\\d+%?");
    private static final Pattern SENTENCE_END = Pattern.compile("[.!?]+(\\s+|$)");

    public NoteTopics {
        words = Map.copyOf(words);
    }

    static NoteTopics none() {
        return new NoteTopics(new double[0], Map.of());
    }

    /// Learns from texts; the same texts give the same topics.
    static NoteTopics learn(List<String> texts) {
        Map<String, Integer> counted = new TreeMap<>();
        List<List<String>> sentences = texts.stream()
                .flatMap(text -> sentences(text).stream())
                .map(NoteTopics::words)
                .toList();
        sentences.forEach(sentence -> new TreeSet<>(sentence).forEach(word -> counted.merge(word, 1, Integer::sum)));
        counted.values().removeIf(times -> times < FEWEST);
        List<String> vocabulary = List.copyOf(counted.keySet());
        Map<String, Integer> indices = new TreeMap<>();
        vocabulary.forEach(word -> indices.put(word, indices.size()));
        List<int[]> known = sentences.stream()
                .map(sentence -> sentence.stream()
                        .filter(indices::containsKey)
                        .mapToInt(indices::get)
                        .distinct()
                        .toArray())
                .filter(sentence -> sentence.length > 0)
                .toList();
        int count = Math.min(MOST_TOPICS, known.size() / SENTENCES_OF_A_TOPIC);
        if (count < FEWEST_TOPICS) {
            return none();
        }
        Random random = new Random(SEED);
        Mixture best = new Mixture(known, vocabulary.size(), count, random);
        for (int start = 1; start < STARTS; start++) {
            Mixture mixture = new Mixture(known, vocabulary.size(), count, random);
            best = mixture.likelihood > best.likelihood ? mixture : best;
        }
        Map<String, double[]> words = new TreeMap<>();
        for (int w = 0; w < vocabulary.size(); w++) {
            double[] logs = new double[count];
            for (int t = 0; t < count; t++) {
                logs[t] = Math.round(best.words[t][w] * 100) / 100.0;
            }
            words.put(vocabulary.get(w), logs);
        }
        return new NoteTopics(best.prior, words);
    }

    /// Topics of a text's sentences, the most probable of each.
    List<Integer> of(String text) {
        TreeSet<Integer> topics = new TreeSet<>();
        for (String sentence : sentences(text)) {
            double[] logs = prior.clone();
            boolean known = false;
            for (String word : new TreeSet<>(words(sentence))) {
                double[] of = words.get(word);
                for (int t = 0; of != null && t < logs.length; t++) {
                    logs[t] += of[t];
                }
                known |= of != null;
            }
            if (known) {
                topics.add(largest(logs));
            }
        }
        return List.copyOf(topics);
    }

    private static int largest(double[] logs) {
        int best = 0;
        for (int t = 1; t < logs.length; t++) {
            best = logs[t] > logs[best] ? t : best;
        }
        return best;
    }

    private static List<String> sentences(String text) {
        return List.of(SENTENCE_END.split(text));
    }

    /// Lower-case words and numbers in their order.
    static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text.toLowerCase(Locale.ROOT));
        while (matcher.find()) {
            words.add(matcher.group());
        }
        return words;
    }

    /// One run of expectation-maximisation.
    private static final class Mixture {

        private final List<int[]> sentences;
        private final double[] prior;
        private final double[][] words;
        private double likelihood;

        Mixture(List<int[]> sentences, int vocabulary, int topics, Random random) {
            this.sentences = sentences;
            prior = new double[topics];
            words = new double[topics][vocabulary];
            double[][] shares = starts(random);
            for (int step = 0; step < STEPS; step++) {
                learn(shares);
                expect(shares);
            }
        }

        /// Each topic begins with one sentence, unlike those before; the others go to the most similar.
        private double[][] starts(Random random) {
            List<int[]> seeds = new ArrayList<>();
            double[] nearest = new double[sentences.size()];
            int[] topic = new int[sentences.size()];
            int next = random.nextInt(sentences.size());
            while (seeds.size() < prior.length) {
                int[] seed = sentences.get(next);
                double sum = 0;
                for (int i = 0; i < nearest.length; i++) {
                    double alike = alike(seed, sentences.get(i));
                    if (alike > nearest[i]) {
                        nearest[i] = alike;
                        topic[i] = seeds.size();
                    }
                    sum += (1 - nearest[i]) * (1 - nearest[i]);
                }
                seeds.add(seed);
                double die = random.nextDouble() * sum;
                next = 0;
                for (int i = 0; i < nearest.length - 1 && die > 0; i++) {
                    die -= (1 - nearest[i]) * (1 - nearest[i]);
                    next = i;
                }
            }
            double[][] shares = new double[sentences.size()][prior.length];
            for (int i = 0; i < shares.length; i++) {
                shares[i][topic[i]] = 1;
            }
            return shares;
        }

        /// Words in common over words in either.
        private static double alike(int[] a, int[] b) {
            int common = 0;
            for (int word : a) {
                for (int other : b) {
                    common += word == other ? 1 : 0;
                }
            }
            return common / (double) (a.length + b.length - common);
        }

        private void learn(double[][] shares) {
            Arrays.fill(prior, 1);
            for (double[] topic : words) {
                Arrays.fill(topic, SMOOTHING);
            }
            for (int i = 0; i < shares.length; i++) {
                for (int t = 0; t < prior.length; t++) {
                    if (shares[i][t] > 1e-6) {
                        prior[t] += shares[i][t];
                        for (int word : sentences.get(i)) {
                            words[t][word] += shares[i][t];
                        }
                    }
                }
            }
            double all = Arrays.stream(prior).sum();
            for (int t = 0; t < prior.length; t++) {
                double sum = Arrays.stream(words[t]).sum();
                prior[t] = Math.log(prior[t] / all);
                for (int w = 0; w < words[t].length; w++) {
                    words[t][w] = Math.log(words[t][w] / sum);
                }
            }
        }

        private void expect(double[][] shares) {
            likelihood = 0;
            for (int i = 0; i < shares.length; i++) {
                double[] logs = prior.clone();
                for (int t = 0; t < prior.length; t++) {
                    for (int word : sentences.get(i)) {
                        logs[t] += words[t][word];
                    }
                }
                double most = logs[largest(logs)];
                double sum = 0;
                for (int t = 0; t < prior.length; t++) {
                    shares[i][t] = Math.exp(logs[t] - most);
                    sum += shares[i][t];
                }
                for (int t = 0; t < prior.length; t++) {
                    shares[i][t] /= sum;
                }
                likelihood += most + Math.log(sum);
            }
        }
    }
}
