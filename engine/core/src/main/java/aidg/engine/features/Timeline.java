package aidg.engine.features;

import aidg.engine.domain.Deal;
import aidg.engine.domain.DealOverride;
import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Merchant;
import aidg.engine.domain.Money;
import aidg.engine.domain.Note;
import aidg.engine.domain.Proposal;
import aidg.engine.forecast.MerchantForecast;
import aidg.engine.forecast.SalesReplay;
import aidg.engine.marketplace.Marketplace;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/// Replays a marketplace day by day into ledgers, so that a look at any day sees only what was known before it. The
/// one place that decides which past may be used. [B2]
final class Timeline {

    private record Event(long day, Runnable effect) {}

    private final Marketplace marketplace;
    private final ToDoubleFunction<Note> reader;
    private final Map<String, MerchantLedger> ledgers = new HashMap<>();
    private final Map<String, Neighbours.Around> surroundings = new HashMap<>();
    private final Neighbours neighbours;
    private final MarketLedger market = new MarketLedger();
    private final SalesReplay sales;
    private final Map<String, MerchantForecast> forecasts = new HashMap<>();
    private long forecastDay = Long.MIN_VALUE;
    private final List<Event> events;
    private int next;

    /// @param fit how notes are read and what the sales forecast learned
    Timeline(Marketplace marketplace, FeatureFit fit) {
        this.marketplace = marketplace;
        reader = fit::read;
        sales = new SalesReplay(
                marketplace, fit.inference().sales(), fit.inference().notes());
        neighbours = new Neighbours(marketplace.merchants());
        events = events();
    }

    private List<Event> events() {
        Map<String, Deal> deals = new HashMap<>();
        List<Event> all = new ArrayList<>(2 * marketplace.deals().size());
        for (Deal deal : marketplace.deals()) {
            deals.put(deal.id(), deal);
            all.add(new Event(deal.proposedOn().toEpochDay(), () -> decided(deal)));
            all.add(new Event(deal.knownOn().toEpochDay(), () -> resolved(deal)));
        }
        for (DealOverride override : marketplace.overrides()) {
            Deal deal = deals.get(override.dealId());
            double size = deal == null ? 1 : OverrideRisk.size(deal, override);
            long day = override.madeOn().toEpochDay();
            long start = deal == null ? day : deal.startsOn().toEpochDay();
            all.add(new Event(day, () -> ledger(override.merchantId()).overridden(day, override, size, start)));
        }
        for (Note note : marketplace.notes()) {
            long day = note.writtenOn().toEpochDay();
            all.add(new Event(day, () -> ledger(note.merchantId()).noteWritten(day, reader.applyAsDouble(note))));
        }
        all.sort(Comparator.comparingLong(Event::day));
        return all;
    }

    private void decided(Deal deal) {
        ledger(deal.merchantId()).decided(deal);
        market.decided(deal);
    }

    private void resolved(Deal deal) {
        LocalDate day = deal.knownOn();
        Boolean success = deal.succeededOn(day);
        if (success != null) {
            ledger(deal.merchantId()).resolved(day.toEpochDay(), deal, success, deal.outcomeOn(day));
            String cityId = marketplace.knownMerchant(deal.merchantId()).cityId();
            market.resolved(day.toEpochDay(), deal, cityId, success);
        }
    }

    /// Lets everything happen that happened before `day`.
    void replayBefore(long day) {
        if (day != forecastDay) {
            forecasts.clear();
            forecastDay = day;
        }
        while (next < events.size() && events.get(next).day() < day) {
            events.get(next++).effect().run();
        }
    }

    /// A look at a deal on `today`, with what was replayed so far.
    Moment look(String merchantId, DealTerms terms, LocalDate startsOn, Money baseline, long today) {
        return look(merchantId, terms, startsOn, baseline, today, List.of());
    }

    /// The same if other deals ran as well.
    ///
    /// @param beside of merchants that `near` names
    Moment look(
            String merchantId, DealTerms terms, LocalDate startsOn, Money baseline, long today, List<Proposal> beside) {
        Merchant merchant = marketplace.knownMerchant(merchantId);
        Neighbours.Around around = surroundings.computeIfAbsent(merchantId, ignored -> neighbours.of(merchant));
        return new Moment(
                today,
                startsOn,
                terms,
                baseline,
                merchant,
                marketplace.cityOf(merchant),
                ledger(merchantId),
                market,
                around.nearest().stream().map(this::ledger).toList(),
                around.rivals().stream().map(this::ledger).toList(),
                beside.stream()
                        .filter(other -> around.rivals().contains(other.merchantId()))
                        .map(Timeline::run)
                        .toList(),
                around.competition(),
                forecasts
                        .computeIfAbsent(merchantId, id -> sales.on(id, LocalDate.ofEpochDay(forecastDay)))
                        .beside(beside));
    }

    private static MerchantLedger.Run run(Proposal other) {
        return MerchantLedger.Run.of(other.startsOn().toEpochDay(), other.terms());
    }

    /// Ids of the merchants that compete with one for customers, whatever they sell.
    List<String> near(String merchantId) {
        return sales.near(merchantId).stream().map(Merchant::id).toList();
    }

    MarketLedger market() {
        return market;
    }

    private MerchantLedger ledger(String merchantId) {
        return ledgers.computeIfAbsent(merchantId, ignored -> new MerchantLedger());
    }
}
