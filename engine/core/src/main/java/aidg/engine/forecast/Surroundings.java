package aidg.engine.forecast;

import aidg.engine.domain.Category;
import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A merchant on one day with all runs, its own and nearby, that a new offer would meet. May be shared between
/// threads. What an offer meets depends on its days and its category, so it is worked out once for all discounts
/// and prices.
final class Surroundings {

    private static final double FRESH_DAYS = 15;
    private static final double LONG_DAYS = 45;
    private static final double YEAR = 365.25;
    private static final int HALF_A_MONTH = 15;
    private static final double WIDEST_DIFFERENCE = 0.3;

    private final Backdrop backdrop;
    private final List<Run> ownRuns;
    private final List<Run> nearbyRuns;
    private final List<NoteCurve> notes;
    private volatile @Nullable Met last;

    /// What an offer meets on its days in its category.
    ///
    /// @param fresh     per own run, what is remembered of it
    /// @param lasting   the same by the slower measure of forgetting
    /// @param rivals    discounts of the rivals' runs
    /// @param logRivals `log1p` of their number
    /// @param change    announced by notes
    private record Met(
            long start,
            int days,
            Category category,
            double[] fresh,
            double[] lasting,
            double[] rivals,
            double logRivals,
            double change) {

        boolean isOf(long day, DealTerms terms) {
            return day == start && days == terms.durationDays() && category.equals(terms.category());
        }
    }

    /// @param ownRuns    earlier runs of the merchant
    /// @param nearbyRuns runs of merchants within 2 km that had not ended by then
    /// @param notes      latest notes on the merchant
    Surroundings(Backdrop backdrop, List<Run> ownRuns, List<Run> nearbyRuns, List<NoteCurve> notes) {
        this.backdrop = backdrop;
        this.ownRuns = List.copyOf(ownRuns);
        this.nearbyRuns = List.copyOf(nearbyRuns);
        this.notes = List.copyOf(notes);
    }

    /// The same with more runs nearby.
    Surroundings beside(List<Run> more) {
        List<Run> all = new ArrayList<>(nearbyRuns);
        all.addAll(more);
        return new Surroundings(backdrop, ownRuns, all, notes);
    }

    Backdrop backdrop() {
        return backdrop;
    }

    private Met met(long start, DealTerms terms) {
        Met now = last;
        if (now == null || !now.isOf(start, terms)) {
            now = worked(start, terms);
            last = now;
        }
        return now;
    }

    private Met worked(long start, DealTerms terms) {
        Category category = terms.category();
        long end = start + terms.durationDays() - 1;
        double[] rivals = nearbyRuns.stream()
                .filter(run -> run.overlaps(start, end) && run.category().equals(category))
                .mapToDouble(Run::discount)
                .toArray();
        double change = 0;
        for (NoteCurve note : notes) {
            change += note.on(start + HALF_A_MONTH);
        }
        return new Met(
                start,
                terms.durationDays(),
                category,
                ownRuns.stream()
                        .mapToDouble(run -> run.remembered(start, category, FRESH_DAYS))
                        .toArray(),
                ownRuns.stream()
                        .mapToDouble(run -> run.remembered(start, category, LONG_DAYS))
                        .toArray(),
                rivals,
                Math.log1p(rivals.length),
                change);
    }

    Situation of(DealTerms terms, LocalDate startsOn, Money baseline) {
        Offer offer = Offer.of(terms);
        long start = startsOn.toEpochDay();
        Met met = met(start, terms);
        double fresh = 0;
        double lasting = 0;
        for (int i = 0; i < ownRuns.size(); i++) {
            double alike = ownRuns.get(i).alike(offer.discount());
            fresh += alike * met.fresh()[i];
            lasting += alike * met.lasting()[i];
        }
        double deeper = 0;
        for (double rival : met.rivals()) {
            deeper += Math.clamp(rival - offer.discount(), -WIDEST_DIFFERENCE, WIDEST_DIFFERENCE);
        }
        double years = (start + HALF_A_MONTH) / YEAR;
        return new Situation(
                backdrop,
                offer,
                years - Math.floor(years),
                fresh,
                lasting,
                met.logRivals(),
                deeper / (1 + met.rivals().length),
                met.change(),
                baseline.isPositive() && backdrop.usual() > 0 ? Math.log(baseline.amount() / backdrop.usual()) : 0,
                baseline.isPositive() ? Math.log(baseline.amount()) - offer.logList() : 0);
    }
}
