package aidg.engine.features;

import aidg.engine.domain.Category;
import aidg.engine.domain.Deal;
import aidg.engine.domain.Note;
import aidg.engine.forecast.Circumstances;
import aidg.engine.marketplace.Marketplace;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What the features learned from the past: which categories have a column, and how to read notes. Part of a model
/// file.
///
/// @param categories the most frequent categories, at most 20, alphabetical [PER-4]
/// @param notesA     fitted on the merchants of half A, used to read the notes of half B
/// @param notesB     the other way round; so no note is read by weights that saw its own merchant
/// @param inference  of the sales forecast
public record FeatureFit(List<Category> categories, NoteOutlook notesA, NoteOutlook notesB, SalesInference inference) {

    /// Column of the doubt that the sales forecast has about a deal, a standard deviation in log-odds.
    public static final String DOUBT = ForecastFeatures.DOUBT_COLUMN;

    /// Column of the buyers that the sales forecast expects, were there no limit, as `log(1 + x)`.
    public static final String BUYERS = ForecastFeatures.BUYERS_COLUMN;

    /// Token of what the sales forecast expects of a deal.
    public static final String EXPECTED = ForecastFeatures.EXPECTED;

    /// Width of the one-hot vector. [PER-4]
    private static final int MOST_CATEGORIES = 20;

    /// A note speaks of the deals proposed in this many days after it.
    private static final int NOTE_HORIZON_DAYS = 45;

    public FeatureFit {
        categories = List.copyOf(categories);
    }

    /// Learns from what was known before `cutoff`, and nothing later. [B2]
    public static FeatureFit learn(Marketplace marketplace, LocalDate cutoff) {
        Map<Category, Integer> counts = new HashMap<>();
        marketplace.deals().stream()
                .filter(deal -> deal.proposedOn().isBefore(cutoff))
                .forEach(deal -> counts.merge(deal.terms().category(), 1, Integer::sum));
        List<Category> categories = counts.entrySet().stream()
                .sorted(Map.Entry.<Category, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_CATEGORIES)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        List<NoteOutlook.Example> halfA = new ArrayList<>();
        List<NoteOutlook.Example> halfB = new ArrayList<>();
        for (Note note : marketplace.notes()) {
            double surprise = surprise(note, marketplace.dealsOf(note.merchantId()), cutoff);
            if (!Double.isNaN(surprise)) {
                (inHalfA(note.merchantId()) ? halfA : halfB).add(new NoteOutlook.Example(note.text(), surprise));
            }
        }
        return new FeatureFit(
                categories, NoteOutlook.fit(halfA), NoteOutlook.fit(halfB), SalesInference.learn(marketplace, cutoff));
    }

    /// How much better the merchant did after the note than otherwise, NaN where that was not known before the
    /// cutoff.
    private static double surprise(Note note, List<Deal> deals, LocalDate cutoff) {
        Running all = new Running();
        Running after = new Running();
        LocalDate lastKnown = cutoff.minusDays(1);
        for (Deal deal : deals) {
            Boolean success = deal.succeededOn(lastKnown);
            if (success != null) {
                all.add(success ? 1 : 0);
                boolean follows = !deal.proposedOn().isBefore(note.writtenOn())
                        && deal.proposedOn().isBefore(note.writtenOn().plusDays(NOTE_HORIZON_DAYS));
                if (follows) {
                    after.add(success ? 1 : 0);
                }
            }
        }
        return after.count() == 0 ? Double.NaN : after.mean() - all.mean();
    }

    /// The outlook of a note.
    double read(Note note) {
        return (inHalfA(note.merchantId()) ? notesB : notesA).of(note.text());
    }

    private static boolean inHalfA(String merchantId) {
        return (merchantId.hashCode() & 1) == 0;
    }

    List<FeatureFamily> families() {
        return List.of(
                new TermsFeatures(),
                new CategoryFeatures(categories),
                new PlaceFeatures(),
                new RhythmFeatures(),
                new LikeDealsFeatures(),
                new HistoryFeatures(),
                new ManagerFeatures(),
                new ForecastFeatures(inference));
    }

    /// The values of the token `EXPECTED` in any circumstances.
    public double[] expected(Circumstances deal) {
        return new ForecastFeatures(inference).expected(deal);
    }

    /// Whether a token is inferred by a model of its own instead of counted.
    public static boolean isInferred(String token) {
        return token.equals(ForecastFeatures.EXPECTED) || token.equals(ForecastFeatures.NATURE);
    }

    /// Names and order of the features that this fit computes.
    public FeatureSchema schema() {
        return new FeatureSchema(
                families().stream().flatMap(family -> family.tokens().stream()).toList());
    }
}
