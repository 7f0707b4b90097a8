package aidg.engine.forecast;

import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Money;
import java.time.LocalDate;
import java.util.List;

/// A merchant on one day with all runs, its own and nearby, that a new offer would meet. Immutable.
///
/// @param ownRuns    earlier runs of the merchant
/// @param nearbyRuns runs of merchants within 2 km that had not ended by then
/// @param notes      latest notes on the merchant
record Surroundings(Backdrop backdrop, List<Run> ownRuns, List<Run> nearbyRuns, List<NoteCurve> notes) {

    private static final double FRESH_DAYS = 15;
    private static final double LONG_DAYS = 45;
    private static final double YEAR = 365.25;
    private static final int HALF_A_MONTH = 15;
    private static final double WIDEST_DIFFERENCE = 0.3;

    Surroundings {
        ownRuns = List.copyOf(ownRuns);
        nearbyRuns = List.copyOf(nearbyRuns);
        notes = List.copyOf(notes);
    }

    Situation of(DealTerms terms, LocalDate startsOn, Money baseline) {
        Offer offer = Offer.of(terms);
        long start = startsOn.toEpochDay();
        long end = start + terms.durationDays() - 1;
        double fresh = 0;
        double lasting = 0;
        for (Run run : ownRuns) {
            fresh += run.fatigue(start, offer, FRESH_DAYS);
            lasting += run.fatigue(start, offer, LONG_DAYS);
        }
        int rivals = 0;
        double deeper = 0;
        for (Run run : nearbyRuns) {
            if (run.overlaps(start, end) && run.category().equals(offer.category())) {
                rivals++;
                deeper += Math.clamp(run.discount() - offer.discount(), -WIDEST_DIFFERENCE, WIDEST_DIFFERENCE);
            }
        }
        double change = 0;
        for (NoteCurve note : notes) {
            change += note.on(start + HALF_A_MONTH);
        }
        double years = (start + HALF_A_MONTH) / YEAR;
        return new Situation(
                backdrop,
                offer,
                years - Math.floor(years),
                fresh,
                lasting,
                Math.log1p(rivals),
                deeper / (1 + rivals),
                change,
                baseline.isPositive() && backdrop.usual() > 0 ? Math.log(baseline.amount() / backdrop.usual()) : 0,
                baseline.isPositive() ? Math.log(baseline.amount()) - offer.logList() : 0);
    }
}
