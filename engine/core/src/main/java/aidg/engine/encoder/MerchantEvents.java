package aidg.engine.encoder;

import aidg.engine.domain.Deal;
import aidg.engine.domain.DealOutcome;
import aidg.engine.domain.DealOverride;
import aidg.engine.domain.DealTerms;
import aidg.engine.domain.OverrideReason;
import aidg.engine.encoder.EventScaling.Sales;
import aidg.engine.encoder.EventScaling.Usual;
import aidg.engine.features.Gp30Ratio;
import aidg.engine.marketplace.Marketplace;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Everything that became known about one merchant's deals, in the order in which it did. A deal is in it once
/// when it is decided, without an outcome, and once more when its outcome is known; so whoever reads up to a
/// day knows what was known on that day, and nothing later. [PER-3] [PER-7] [B2]
///
/// @param deals  how many deals it has
/// @param events in the order of their day
public record MerchantEvents(int deals, List<Event> events) {

    private static final double YEAR = 365.25;

    public MerchantEvents {
        events = List.copyOf(events);
    }

    /// One thing that became known.
    ///
    /// @param day        epoch day on which it did; usable from the day after
    /// @param kind       what it is
    /// @param deal       position of its deal among the merchant's, from 0
    /// @param success    whether the deal succeeded; null while that is not known
    /// @param dealToken  24 numbers [PER-4]
    /// @param eventToken 64 numbers [PER-7]
    public record Event(
            long day, EventKind kind, int deal, @Nullable Boolean success, float[] dealToken, float[] eventToken) {

        /// Whether it tells what a deal brought.
        public boolean isOutcome() {
            return kind == EventKind.OUTCOME || kind == EventKind.CHANGED_OUTCOME;
        }

        /// Whether it belongs to the override history.
        public boolean isOverride() {
            return kind == EventKind.OVERRIDDEN || kind == EventKind.CHANGED_OUTCOME;
        }

        /// Which of the four kinds, 0..3.
        public int kindIndex() {
            return kind.ordinal();
        }
    }

    /// The events of a merchant up to the marketplace's day.
    public static MerchantEvents of(Marketplace marketplace, String merchantId, EventScaling scaling) {
        List<Deal> deals = marketplace.dealsOf(merchantId);
        Map<String, DealOverride> overrides = new HashMap<>();
        marketplace.overridesOf(merchantId).forEach(override -> overrides.put(override.dealId(), override));
        List<Event> events = new ArrayList<>(2 * deals.size());
        LocalDate asOf = marketplace.asOf();
        for (int i = 0; i < deals.size(); i++) {
            Deal deal = deals.get(i);
            DealOverride override = deal.approved() ? null : overrides.get(deal.id());
            long decided = deal.proposedOn().toEpochDay();
            EventKind decision = deal.approved() ? EventKind.APPROVED : EventKind.OVERRIDDEN;
            events.add(event(decided, decision, i, deal, override, null, Double.NaN, scaling));
            LocalDate known = deal.startsOn().plusDays(Deal.MATURITY_DAYS);
            DealOutcome outcome = deal.outcomeOn(asOf);
            if (deal.approved() && outcome != null) {
                double ratio = Gp30Ratio.of(deal, outcome);
                events.add(event(known.toEpochDay(), EventKind.OUTCOME, i, deal, null, outcome, ratio, scaling));
            } else if (override != null && override.gp30() != null && !known.isAfter(asOf)) {
                double baseline = deal.baselineGp30().amount();
                double ratio = baseline > 0 ? Math.clamp(override.gp30().amount() / baseline, -2, 6) : Double.NaN;
                events.add(
                        event(known.toEpochDay(), EventKind.CHANGED_OUTCOME, i, deal, override, null, ratio, scaling));
            }
        }
        events.sort(Comparator.comparingLong(Event::day).thenComparing(Event::kind));
        return new MerchantEvents(deals.size(), events);
    }

    private static Event event(
            long day,
            EventKind kind,
            int index,
            Deal deal,
            @Nullable DealOverride override,
            @Nullable DealOutcome outcome,
            double ratio,
            EventScaling scaling) {
        Boolean success = kind == EventKind.OUTCOME ? (Boolean) (ratio >= 1) : null;
        return new Event(
                day,
                kind,
                index,
                success,
                dealToken(deal, outcome, ratio, scaling),
                eventToken(kind, deal, override, outcome, ratio, scaling));
    }

    /// Discount, category one-hot, log list price, redemption rate, gross profit over baseline; the last two 0
    /// where not known. [PER-4] [B2]
    private static float[] dealToken(Deal deal, @Nullable DealOutcome outcome, double ratio, EventScaling scaling) {
        Tokens token = new Tokens(24);
        token.put(deal.terms().discount().fraction() * 2 - 0.6);
        token.oneHot(scaling.categories().indexOf(deal.terms().category()), 20);
        Usual usual = scaling.of(deal.terms().category());
        token.put(2 * (EventScaling.logListPrice(deal) - usual.listPrice()));
        token.put(2 * scaling.sales(deal, outcome).conversion());
        token.put(ratio - 1);
        return token.values;
    }

    private static float[] eventToken(
            EventKind kind,
            Deal deal,
            @Nullable DealOverride override,
            @Nullable DealOutcome outcome,
            double ratio,
            EventScaling scaling) {
        Tokens token = new Tokens(64);
        token.oneHot(kind.ordinal(), EventKind.values().length);
        DealTerms terms = deal.terms();
        token.oneHot(scaling.categories().indexOf(terms.category()), 20);
        token.oneHot(override == null ? -1 : override.reason().ordinal(), OverrideReason.values().length);
        Usual usual = scaling.of(terms.category());
        token.put(terms.discount().fraction() * 4 - 1.2);
        token.put(2 * (EventScaling.logListPrice(deal) - usual.listPrice()));
        token.put(Math.log((double) terms.durationDays()) - 2.6);
        token.put(deal.startsOn().toEpochDay() - deal.proposedOn().toEpochDay() > 7 ? 1 : 0);
        double angle = 2 * Math.PI * deal.startsOn().getDayOfYear() / YEAR;
        token.put(Math.sin(angle));
        token.put(Math.cos(angle));
        Sales sales = scaling.sales(deal, outcome);
        token.put(2 * sales.conversion());
        token.put(Double.isNaN(sales.conversion()) ? 0 : 1);
        token.put(2 * sales.traffic());
        token.put(Double.isNaN(sales.traffic()) ? 0 : 1);
        token.put(ratio - 1);
        token.put(Double.isNaN(ratio) ? 0 : 1);
        token.put(ratio >= 1 ? 1 : 0);
        change(token, terms, override == null ? null : override.newTerms());
        return token.values;
    }

    private static void change(Tokens token, DealTerms terms, @Nullable DealTerms changed) {
        token.put(changed == null ? 0 : 1);
        if (changed == null) {
            token.put(0).put(0).put(0).put(0);
            return;
        }
        token.put(4 * (changed.discount().fraction() - terms.discount().fraction()));
        token.put(2 * Math.log(changed.listPrice().amount() / terms.listPrice().amount()));
        token.put(Math.log((double) changed.durationDays() / terms.durationDays()));
        token.put(changed.category().equals(terms.category()) ? 0 : 1);
    }

    /// Numbers of a token under construction; what is not known becomes 0, what is far out is cut.
    private static final class Tokens {

        private static final double FARTHEST = 4;

        private final float[] values;
        private int next;

        Tokens(int width) {
            values = new float[width];
        }

        Tokens put(double value) {
            values[next++] = Double.isFinite(value) ? (float) Math.clamp(value, -FARTHEST, FARTHEST) : 0;
            return this;
        }

        void oneHot(int index, int size) {
            if (index >= 0 && index < size) {
                values[next + index] = 1;
            }
            next += size;
        }
    }
}
