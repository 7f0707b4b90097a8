package aidg.engine.forecast;

import aidg.engine.domain.Merchant;
import aidg.engine.domain.Note;
import aidg.engine.marketplace.Marketplace;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/// Reads notes by what their sentences are about. In hindsight, a forecast that reads no notes tells how well
/// each merchant did on the day of a note and by how much the deals after it surprised; regressions on the
/// topics tell the same from the note alone. Notes of a tenth of the merchants are read by what the other nine
/// taught, so that none is read by weights that saw its own merchant.
///
/// @param topics  what sentences are about
/// @param weights per tenth of the merchants, that the others taught: per topic of the level, then of the
///                surprise in each span
public record TopicReader(NoteTopics topics, List<Map<String, double[]>> weights) implements NoteReader {

    private static final int TENTHS = 10;

    /// Ends of the spans after a note, in days; the first begins with the note.
    private static final int[] SPANS = {30, 55, 85, 130, 200};

    static final int OUTPUTS = SPANS.length + 1;
    private static final int NEAR_DAYS = 240;

    public TopicReader {
        weights = weights.stream().map(Map::copyOf).toList();
    }

    /// A note with what is known of it in hindsight: per output the value and how much it weighs, 0 if nothing is
    /// known.
    record Example(int tenth, List<String> topics, double[] value, double[] weight) {}

    /// Learns from deals that were known before `cutoff`. [B2]
    public static TopicReader learn(Marketplace market, LocalDate cutoff) {
        MarketBooks books = new MarketBooks(market, NoteReader.none());
        books.replayBefore(cutoff.toEpochDay());
        SalesForecastFit fit = SalesForecastFit.learn(market, cutoff, NoteReader.none());
        NoteTopics topics = NoteTopics.learn(market.notes().stream()
                .filter(note -> note.writtenOn().isBefore(cutoff))
                .map(Note::text)
                .toList());
        TopicReader untaught = new TopicReader(topics, Collections.nCopies(TENTHS, Map.of()));
        List<Example> examples = new ArrayList<>();
        for (Merchant merchant : market.merchants()) {
            MerchantBook book = books.book(merchant.id());
            Hindsight hindsight = Hindsight.of(
                    fit.counted() ? Target.TRAFFIC : Target.SALES,
                    fit,
                    book.observations,
                    books.groupOf(merchant),
                    id -> fit.terms().infer(books.merchant(id).category(), books.book(id).terms));
            for (Note note : market.notesOf(merchant.id())) {
                if (note.writtenOn().isBefore(cutoff)) {
                    examples.add(untaught.example(note, hindsight));
                }
            }
        }
        return untaught.with(examples, 0, 1).with(examples, 1, OUTPUTS);
    }

    /// The same with some outputs learned.
    private TopicReader with(List<Example> examples, int from, int to) {
        List<Map<String, double[]>> taught = new ArrayList<>();
        for (int tenth = 0; tenth < TENTHS; tenth++) {
            int own = tenth;
            List<Example> others =
                    examples.stream().filter(one -> one.tenth() != own).toList();
            taught.add(TopicWeights.learn(others, weights.get(tenth), from, to));
        }
        return new TopicReader(topics, taught);
    }

    private Example example(Note note, Hindsight hindsight) {
        double[] value = new double[OUTPUTS];
        double[] weight = new double[OUTPUTS];
        long day = note.writtenOn().toEpochDay();
        boolean near = false;
        for (int i = 0; i < hindsight.deals().size(); i++) {
            Observation one = hindsight.deals().get(i);
            long asked = one.situation().backdrop().day();
            near |= Math.abs(asked - day) < NEAR_DAYS;
            int span = span(one.middle() - day);
            if (asked > day && span < SPANS.length) {
                value[1 + span] += hindsight.surprise(i);
                weight[1 + span]++;
            }
        }
        for (int output = 1; output < OUTPUTS; output++) {
            value[output] /= Math.max(1, weight[output]);
            weight[output] /= weight[output] + 1;
        }
        value[0] = near ? hindsight.level(day) : 0;
        weight[0] = near ? 1 : 0;
        return new Example(tenth(note.merchantId()), topicsOf(note), value, weight);
    }

    private static int span(long days) {
        int span = 0;
        while (span < SPANS.length && days > SPANS[span]) {
            span++;
        }
        return span;
    }

    private static int tenth(String merchantId) {
        return Math.floorMod(merchantId.hashCode() * 31, TENTHS);
    }

    /// The topics of a note, and what all notes have in common.
    private List<String> topicsOf(Note note) {
        List<String> names = new ArrayList<>(List.of("any"));
        for (int topic : topics.of(note.text())) {
            names.add("#" + topic);
        }
        return List.copyOf(names);
    }

    @Override
    public Said read(Note note) {
        Map<String, double[]> taught = weights.get(tenth(note.merchantId()));
        double[] sums = new double[OUTPUTS];
        for (String topic : topicsOf(note)) {
            double[] weight = taught.get(topic);
            for (int output = 0; weight != null && output < weight.length; output++) {
                sums[output] += weight[output];
            }
        }
        return new Sums(sums);
    }

    /// Per output what the topics of a note add up to.
    private record Sums(double[] sums) implements Said {

        @Override
        public double outlook() {
            return sums[0];
        }

        @Override
        public double change(long days) {
            int span = span(days);
            return span < SPANS.length ? sums[1 + span] : 0;
        }
    }
}
