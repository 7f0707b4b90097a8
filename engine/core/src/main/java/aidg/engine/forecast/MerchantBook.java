package aidg.engine.forecast;

import aidg.engine.domain.Deal;
import aidg.engine.domain.DealOverride;
import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Note;
import aidg.engine.domain.OverrideReason;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What is known of one merchant at the moment up to which the books were kept.
final class MerchantBook {

    private static final int RUNS_KEPT = 12;
    private static final int NOTES_KEPT = 12;
    private static final double LESSON_DAYS = 180;
    private static final double RISK_DAYS = 365;
    private static final int FEWEST_SOLD_OUT = 8;

    final List<Observation> observations = new ArrayList<>();
    final Deque<Run> runs = new ArrayDeque<>();
    final TermHistory terms = new TermHistory();
    final Fading lessons = new Fading(LESSON_DAYS);
    final Fading declined = new Fading(LESSON_DAYS);
    final Deque<NoteCurve> notes = new ArrayDeque<>();
    final List<Reading> readings = new ArrayList<>();
    final Fading decisions = new Fading(RISK_DAYS);
    private final Map<OverrideReason, Fading> reasons = new EnumMap<>(OverrideReason.class);
    String managerId = "";
    private final Map<Integer, Integer> redemptionCounts = new HashMap<>();
    private int most;
    private int capacity;

    MerchantBook() {
        for (OverrideReason reason : OverrideReason.values()) {
            reasons.put(reason, new Fading(RISK_DAYS));
        }
    }

    void decided(Deal deal, Offer offer) {
        terms.proposed(offer);
        decisions.add(deal.proposedOn().toEpochDay(), 1);
        if (deal.approved()) {
            wentOut(deal.terms(), deal.startsOn().toEpochDay());
        }
    }

    private void wentOut(DealTerms what, long start) {
        runs.addLast(Run.of(what, start));
        if (runs.size() > RUNS_KEPT) {
            runs.removeFirst();
        }
    }

    void overridden(DealOverride override, @Nullable Deal deal) {
        long day = override.madeOn().toEpochDay();
        managerId = override.managerId();
        lessons.add(day, 1);
        reason(override.reason()).add(day, 1);
        if (override.reason() == OverrideReason.MERCHANT_DECLINED) {
            declined.add(day, 1);
        }
        DealTerms instead = override.newTerms();
        if (instead != null && deal != null) {
            wentOut(instead, deal.startsOn().toEpochDay());
            int kind = kind(override.reason());
            if (kind >= 0) {
                terms.corrected(kind, Offer.of(deal.terms()), Offer.of(instead));
            }
        }
    }

    /// How often a reason was given, fading.
    Fading reason(OverrideReason reason) {
        return Objects.requireNonNull(reasons.get(reason));
    }

    /// Which term a reason is about; -1 for none.
    private static int kind(OverrideReason reason) {
        return switch (reason) {
            case DISCOUNT_TOO_DEEP, DISCOUNT_TOO_SHALLOW -> 0;
            case PRICE_TOO_HIGH, PRICE_TOO_LOW -> 1;
            case RUN_TOO_LONG, RUN_TOO_SHORT -> 2;
            case WRONG_CATEGORY, BAD_TIMING, NO_CAPACITY, MERCHANT_DECLINED, OTHER -> -1;
        };
    }

    void observed(Observation observation) {
        observations.add(observation);
        int sold = observation.redemptions();
        most = Math.max(most, sold);
        int times = redemptionCounts.merge(sold, 1, Integer::sum);
        boolean again = times >= 3 || times == 2 && sold == most;
        if (sold >= FEWEST_SOLD_OUT && again && sold >= capacity) {
            capacity = sold;
        }
    }

    /// The number of vouchers at which deals of this merchant were sold out, told by the same high number coming
    /// up again and again; 0 if there is none, or if more has been sold too often for it to be a limit.
    int capacity() {
        if (capacity == 0) {
            return 0;
        }
        int above = 0;
        for (Map.Entry<Integer, Integer> entry : redemptionCounts.entrySet()) {
            above += entry.getKey() > capacity ? entry.getValue() : 0;
        }
        return above > 0.15 * observations.size() ? 0 : capacity;
    }

    /// The most redemptions of one deal so far.
    int most() {
        return most;
    }

    boolean soldOut(Observation observation) {
        return observation.redemptions() == capacity();
    }

    void noteWritten(Note note, Reading reading, NoteCurve curve) {
        managerId = note.managerId();
        notes.addLast(curve);
        if (notes.size() > NOTES_KEPT) {
            notes.removeFirst();
        }
        readings.add(reading);
    }
}
