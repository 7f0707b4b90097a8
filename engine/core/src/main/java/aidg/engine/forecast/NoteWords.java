package aidg.engine.forecast;

import aidg.engine.domain.Merchant;
import aidg.engine.domain.Note;
import aidg.engine.marketplace.Marketplace;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads notes by their words and pairs of words, where nothing better is at hand: ridge regression of how
/// traffic went after notes with a word, and, for what a note announces, of how much it differed from before,
/// per span of days after the note. Notes of one half of the merchants are read by what the other half taught,
/// so that none is read by weights that saw its own merchant.
///
/// @param odd  weights that merchants of an odd hash taught: per word of the outlook, then of the change in each
///             span
/// @param even weights that the others taught
public record NoteWords(Map<String, double[]> odd, Map<String, double[]> even) implements NoteReader {

    /// Ends of the spans after a note, in days; the first begins with the note.
    private static final int[] SPANS = {30, 55, 85, 130, 200};

    private static final int BEFORE_DAYS = 180;
    private static final int OUTPUTS = SPANS.length + 1;
    private static final int HORIZON_DAYS = 60;
    private static final int FEWEST = 4;
    private static final double[] RIDGES = {4, 12, 36, 108};
    private static final int SWEEPS = 15;
    private static final Pattern WORD = Pattern.compile("[\\p{L}']+|\\d+%?");

    public NoteWords {
        odd = Map.copyOf(odd);
        even = Map.copyOf(even);
    }

    /// A note with what followed: per output the surprise and how much it weighs, 0 if nothing is known.
    private record Example(List<String> words, double[] surprise, double[] weight) {}

    /// Learns from deals that were known before `cutoff`. [B2]
    public static NoteWords learn(Marketplace market, LocalDate cutoff) {
        MarketBooks books = new MarketBooks(market, NoteReader.none());
        books.replayBefore(cutoff.toEpochDay());
        Map<String, double[]> usual = usual(market, books);
        List<Example> odd = new ArrayList<>();
        List<Example> even = new ArrayList<>();
        for (Merchant merchant : market.merchants()) {
            List<Observation> own = books.book(merchant.id()).observations;
            double mean = own.stream()
                    .mapToDouble(one -> surprise(one, usual))
                    .filter(Double::isFinite)
                    .average()
                    .orElse(0);
            for (Note note : market.notesOf(merchant.id())) {
                if (note.writtenOn().isBefore(cutoff)) {
                    (isOdd(merchant.id()) ? odd : even).add(example(note, own, usual, mean));
                }
            }
        }
        NoteWords best = new NoteWords(Map.of(), Map.of());
        double[] least = best.errors(odd, even);
        for (double ridge : RIDGES) {
            NoteWords tried = new NoteWords(fit(odd, ridge), fit(even, ridge));
            double[] errors = tried.errors(odd, even);
            for (int output = 0; output < OUTPUTS; output++) {
                if (errors[output] < least[output]) {
                    least[output] = errors[output];
                    best = best.with(tried, output);
                }
            }
        }
        return best;
    }

    /// Squared errors per output where each half is read by what the other taught.
    private double[] errors(List<Example> ofOdd, List<Example> ofEven) {
        double[] errors = new double[OUTPUTS];
        for (int output = 0; output < OUTPUTS; output++) {
            for (Example one : ofOdd) {
                double error = one.surprise()[output] - sum(even, one.words(), output);
                errors[output] += one.weight()[output] * error * error;
            }
            for (Example one : ofEven) {
                double error = one.surprise()[output] - sum(odd, one.words(), output);
                errors[output] += one.weight()[output] * error * error;
            }
        }
        return errors;
    }

    /// The same with one output as in `other`.
    private NoteWords with(NoteWords other, int output) {
        return new NoteWords(with(odd, other.odd, output), with(even, other.even, output));
    }

    private static Map<String, double[]> with(Map<String, double[]> mine, Map<String, double[]> other, int output) {
        Map<String, double[]> mixed = new HashMap<>();
        other.forEach((word, weights) -> {
            double[] own = mine.getOrDefault(word, new double[OUTPUTS]).clone();
            own[output] = weights[output];
            mixed.put(word, own);
        });
        return mixed;
    }

    private static Example example(Note note, List<Observation> own, Map<String, double[]> usual, double mean) {
        double[] sums = new double[OUTPUTS + 1];
        int[] counts = new int[OUTPUTS + 1];
        long day = note.writtenOn().toEpochDay();
        for (Observation one : own) {
            double surprise = surprise(one, usual) - mean;
            long after = one.situation().backdrop().day() - day;
            if (!Double.isFinite(surprise)) {
                continue;
            }
            if (after <= 0 && after > -BEFORE_DAYS) {
                sums[OUTPUTS] += surprise;
                counts[OUTPUTS]++;
            }
            if (after > 0) {
                int span = span(one.middle() - day);
                sums[0] += after <= HORIZON_DAYS ? surprise : 0;
                counts[0] += after <= HORIZON_DAYS ? 1 : 0;
                if (span < SPANS.length) {
                    sums[1 + span] += surprise;
                    counts[1 + span]++;
                }
            }
        }
        double before = sums[OUTPUTS] / (counts[OUTPUTS] + 1);
        double[] surprise = new double[OUTPUTS];
        double[] weight = new double[OUTPUTS];
        for (int i = 0; i < OUTPUTS; i++) {
            if (counts[i] > 0) {
                surprise[i] = sums[i] / counts[i] - (i == 0 ? 0 : before);
                weight[i] = counts[i] / (counts[i] + 1.0);
            }
        }
        return new Example(words(note.text()), surprise, weight);
    }

    private static int span(long days) {
        int span = 0;
        while (span < SPANS.length && days > SPANS[span]) {
            span++;
        }
        return span;
    }

    /// Traffic where it is counted, else sales.
    private static double value(Observation one) {
        double traffic = one.value(Target.TRAFFIC);
        return Double.isFinite(traffic) ? traffic : one.value(Target.SALES);
    }

    private static String cell(Observation one) {
        return one.situation().offer().category().name()
                + (int) (one.situation().yearPart() * 12);
    }

    private static double surprise(Observation one, Map<String, double[]> usual) {
        double[] sum = usual.getOrDefault(cell(one), new double[2]);
        return value(one) - one.situation().offer().logList() - sum[0] / Math.max(1, sum[1]);
    }

    /// Sums and counts per category and month.
    private static Map<String, double[]> usual(Marketplace market, MarketBooks books) {
        Map<String, double[]> sums = new HashMap<>();
        for (Merchant merchant : market.merchants()) {
            for (Observation one : books.book(merchant.id()).observations) {
                if (Double.isFinite(value(one))) {
                    double[] sum = sums.computeIfAbsent(cell(one), ignored -> new double[2]);
                    sum[0] += value(one) - one.situation().offer().logList();
                    sum[1]++;
                }
            }
        }
        return sums;
    }

    private static Map<String, double[]> fit(List<Example> examples, double ridge) {
        Map<String, List<Integer>> places = new TreeMap<>();
        for (int i = 0; i < examples.size(); i++) {
            for (String word : examples.get(i).words()) {
                places.computeIfAbsent(word, ignored -> new ArrayList<>()).add(i);
            }
        }
        places.values().removeIf(where -> where.size() < FEWEST);
        Map<String, double[]> weights = new TreeMap<>();
        places.keySet().forEach(word -> weights.put(word, new double[OUTPUTS]));
        for (int output = 0; output < OUTPUTS; output++) {
            descend(examples, places, weights, output, ridge);
        }
        return weights;
    }

    /// Coordinate descent, word after word.
    private static void descend(
            List<Example> examples,
            Map<String, List<Integer>> places,
            Map<String, double[]> weights,
            int output,
            double ridge) {
        double[] left =
                examples.stream().mapToDouble(one -> one.surprise()[output]).toArray();
        double[] weight =
                examples.stream().mapToDouble(one -> one.weight()[output]).toArray();
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            places.forEach((word, where) -> {
                double[] all = Objects.requireNonNull(weights.get(word));
                double old = all[output];
                double products = 0;
                double squares = ridge;
                for (int i : where) {
                    products += weight[i] * (left[i] + old);
                    squares += weight[i];
                }
                double changed = products / squares;
                where.forEach(i -> left[i] -= changed - old);
                all[output] = changed;
            });
        }
    }

    private static boolean isOdd(String merchantId) {
        return (merchantId.hashCode() & 1) == 1;
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text.toLowerCase(Locale.ROOT));
        while (matcher.find()) {
            words.add(matcher.group());
        }
        TreeSet<String> terms = new TreeSet<>(words);
        for (int i = 1; i < words.size(); i++) {
            terms.add(words.get(i - 1) + ' ' + words.get(i));
        }
        return List.copyOf(terms);
    }

    private double read(Note note, int output) {
        return sum(isOdd(note.merchantId()) ? even : odd, words(note.text()), output);
    }

    private static double sum(Map<String, double[]> weights, List<String> words, int output) {
        double sum = 0;
        for (String word : words) {
            double[] weight = weights.get(word);
            sum += weight == null ? 0 : weight[output];
        }
        return sum;
    }

    @Override
    public double outlook(Note note) {
        return read(note, 0);
    }

    @Override
    public double change(Note note, long days) {
        int span = span(days);
        return span < SPANS.length ? read(note, 1 + span) : 0;
    }
}
