package aidg.engine.encoder.text;

import aidg.engine.domain.Deal;
import aidg.engine.domain.DealOutcome;
import aidg.engine.domain.Note;
import aidg.engine.marketplace.Marketplace;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What notes are labelled with where nobody labels them: how the merchant's deals of the following weeks went
/// against its usual, as far as that was known before a cut-off day. [PER-8] [B2]
public final class NoteLabels {

    /// Targets per note: success and traffic.
    public static final int TARGETS = 2;

    /// A note speaks of the deals proposed in this many days from its own on.
    private static final int HORIZON_DAYS = 45;

    /// A merchant's usual is drawn to the market's as if it had seen this many more deals like it.
    private static final double PRIOR_DEALS = 3;

    private NoteLabels() {}

    /// What a deal did beyond the usual: success 0 or 1, and log of views or NaN; both less what was expected.
    private record Surprise(Deal deal, double success, double traffic) {}

    private static final class Mean {
        private double sum;
        private int count;

        void add(double value) {
            if (!Double.isNaN(value)) {
                sum += value;
                count++;
            }
        }

        double value() {
            return count == 0 ? Double.NaN : sum / count;
        }

        double drawnTo(double prior) {
            return (sum + PRIOR_DEALS * prior) / (count + PRIOR_DEALS);
        }
    }

    /// Labels the notes before `cutoff` of which something was known then, in the marketplace's order; both
    /// targets and the polarity are in standard deviations over the notes, the polarity halved and cut off at
    /// -1 and 1.
    ///
    /// @param cutoff outcomes that became known on it or later are not used
    public static List<LabelledText> of(Marketplace marketplace, LocalDate cutoff) {
        Map<String, List<Surprise>> surprises = surprises(marketplace, cutoff);
        List<Note> notes = new ArrayList<>();
        List<Mean[]> means = new ArrayList<>();
        for (Note note : marketplace.notes()) {
            Mean[] after = {new Mean(), new Mean()};
            for (Surprise surprise : surprises.getOrDefault(note.merchantId(), List.of())) {
                LocalDate day = surprise.deal().proposedOn();
                if (!day.isBefore(note.writtenOn())
                        && day.isBefore(note.writtenOn().plusDays(HORIZON_DAYS))) {
                    after[0].add(surprise.success());
                    after[1].add(surprise.traffic());
                }
            }
            if (after[0].count > 0 && note.writtenOn().isBefore(cutoff)) {
                notes.add(note);
                means.add(after);
            }
        }
        double success = deviation(means, 0);
        double traffic = deviation(means, 1);
        List<LabelledText> labelled = new ArrayList<>();
        for (int i = 0; i < notes.size(); i++) {
            Mean[] mean = means.get(i);
            float[] targets = {(float) (mean[0].value() / success), (float) (mean[1].value() / traffic)};
            float polarity = polarity(targets);
            float weight = mean[0].count / (mean[0].count + 1f);
            Note note = notes.get(i);
            labelled.add(new LabelledText(note.text(), note.merchantId(), polarity, targets, weight));
        }
        return labelled;
    }

    /// Traffic says more than success, which one in two deals has by chance; where there was none, success
    /// stands in.
    private static float polarity(float[] targets) {
        float sum = Float.isNaN(targets[1]) ? targets[0] : targets[1];
        return Math.clamp(sum / 2, -1, 1);
    }

    private static double deviation(List<Mean[]> means, int which) {
        double squares = 0;
        int count = 0;
        for (Mean[] mean : means) {
            if (mean[which].count > 0) {
                squares += mean[which].value() * mean[which].value();
                count++;
            }
        }
        return squares == 0 ? 1 : Math.sqrt(squares / count);
    }

    private static Map<String, List<Surprise>> surprises(Marketplace marketplace, LocalDate cutoff) {
        LocalDate lastKnown = cutoff.minusDays(1);
        Map<YearMonth, Map<String, Mean>> months = new HashMap<>();
        Map<String, Mean> successes = new HashMap<>();
        Map<String, Mean> views = new HashMap<>();
        Mean allSuccess = new Mean();
        Mean allViews = new Mean();
        for (Deal deal : marketplace.deals()) {
            double seen = logViews(deal, lastKnown);
            Boolean success = deal.succeededOn(lastKnown);
            if (success != null) {
                successes.computeIfAbsent(deal.merchantId(), id -> new Mean()).add(success ? 1 : 0);
                allSuccess.add(success ? 1 : 0);
            }
            views.computeIfAbsent(deal.merchantId(), id -> new Mean()).add(seen);
            allViews.add(seen);
        }
        Map<String, List<Surprise>> surprises = new HashMap<>();
        for (Deal deal : marketplace.deals()) {
            Boolean success = deal.succeededOn(lastKnown);
            if (success != null) {
                double usual = usual(successes, deal, allSuccess);
                double beyond = logViews(deal, lastKnown) - usual(views, deal, allViews);
                season(months, deal).add(beyond);
                surprises
                        .computeIfAbsent(deal.merchantId(), id -> new ArrayList<>())
                        .add(new Surprise(deal, (success ? 1 : 0) - usual, beyond));
            }
        }
        surprises
                .values()
                .forEach(list -> list.replaceAll(surprise -> new Surprise(
                        surprise.deal(),
                        surprise.success(),
                        surprise.traffic() - season(months, surprise.deal()).drawnTo(0))));
        return surprises;
    }

    private static double usual(Map<String, Mean> byMerchant, Deal deal, Mean all) {
        Mean own = byMerchant.get(deal.merchantId());
        return own == null ? all.value() : own.drawnTo(all.value());
    }

    /// What the market's deals of the category did beyond the usual in the month of this one.
    private static Mean season(Map<YearMonth, Map<String, Mean>> months, Deal deal) {
        return months.computeIfAbsent(YearMonth.from(deal.startsOn()), month -> new HashMap<>())
                .computeIfAbsent(deal.terms().category().name(), category -> new Mean());
    }

    private static double logViews(Deal deal, LocalDate lastKnown) {
        DealOutcome outcome = deal.outcomeOn(lastKnown);
        return outcome == null ? Double.NaN : Math.log1p(outcome.views());
    }
}
