package aidg.engine.forecast;

import aidg.engine.domain.Category;
import aidg.engine.domain.Deal;
import aidg.engine.domain.DealOutcome;
import aidg.engine.domain.DealOverride;
import aidg.engine.domain.Merchant;
import aidg.engine.domain.Note;
import aidg.engine.marketplace.Marketplace;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Keeps the books of a marketplace day by day, so that a look at any day sees only what was known before it.
/// Needs nothing learned; the one place of this package that decides which past may be used. [B2]
final class MarketBooks {

    /// Of one day, circumstances are read (`false`) before anything that happens that day takes effect (`true`).
    private record Event(long day, boolean effect, Runnable action) {}

    private static final double AVERAGE_DEMAND = 50;

    private final Marketplace marketplace;
    private final NoteReader reader;
    private final Nearby nearby;
    private final Map<String, List<Merchant>> around = new HashMap<>();
    private final Map<String, MerchantBook> books = new HashMap<>();
    private final Map<String, List<Observation>> groups = new HashMap<>();
    private final Map<String, Situation> situations = new HashMap<>();
    private final OverrideCounts counts = new OverrideCounts();
    private final List<Event> events = new ArrayList<>();
    private int next;

    MarketBooks(Marketplace marketplace, NoteReader reader) {
        this.marketplace = marketplace;
        this.reader = reader;
        nearby = new Nearby(marketplace.merchants());
        Map<String, Deal> deals = new HashMap<>();
        for (Deal deal : marketplace.deals()) {
            deals.put(deal.id(), deal);
            add(deal.proposedOn(), false, () -> situations.put(deal.id(), situation(deal)));
            add(deal.proposedOn(), true, () -> decided(deal));
            if (deal.approved()) {
                add(deal.knownOn(), true, () -> matured(deal));
            }
        }
        for (DealOverride override : marketplace.overrides()) {
            add(override.madeOn(), true, () -> overridden(override, deals.get(override.dealId())));
        }
        for (Note note : marketplace.notes()) {
            add(note.writtenOn(), true, () -> noteWritten(note));
        }
        events.sort(Comparator.comparingLong(Event::day).thenComparing(Event::effect));
    }

    private void add(LocalDate day, boolean effect, Runnable action) {
        events.add(new Event(day.toEpochDay(), effect, action));
    }

    private Situation situation(Deal deal) {
        return surroundings(deal.merchantId(), deal.proposedOn().toEpochDay())
                .of(deal.terms(), deal.startsOn(), deal.baselineGp30());
    }

    private void decided(Deal deal) {
        MerchantBook book = book(deal.merchantId());
        book.decided(deal, Offer.of(deal.terms()));
        counts.decided(book.managerId);
    }

    private void overridden(DealOverride override, @Nullable Deal deal) {
        book(override.merchantId()).overridden(override, deal);
        counts.overridden(override.managerId(), override.reason());
    }

    private void matured(Deal deal) {
        DealOutcome outcome = deal.outcomeOn(deal.knownOn());
        Situation situation = situations.remove(deal.id());
        if (outcome != null && situation != null) {
            Observation observation = Observation.of(deal, situation, outcome);
            book(deal.merchantId()).observed(observation);
            groups.computeIfAbsent(situation.group(), ignored -> new ArrayList<>())
                    .add(observation);
        }
    }

    private void noteWritten(Note note) {
        NoteReader.Said said = reader.read(note);
        if (Double.isFinite(said.outlook())) {
            Reading reading = new Reading(note.writtenOn().toEpochDay(), said.outlook());
            book(note.merchantId()).noteWritten(note, reading, NoteCurve.of(note, said));
        }
    }

    /// Lets everything happen that happened before `day`. Days only go forward.
    void replayBefore(long day) {
        while (next < events.size() && events.get(next).day() < day) {
            events.get(next++).action().run();
        }
    }

    Surroundings surroundings(String merchantId, long day) {
        Merchant merchant = merchant(merchantId);
        List<Merchant> others = near(merchantId);
        MerchantBook book = book(merchantId);
        List<Run> running = new ArrayList<>();
        int alike = 0;
        for (Merchant other : others) {
            alike += other.category().equals(merchant.category()) ? 1 : 0;
            for (Run run : book(other.id()).runs) {
                if (run.end() >= day) {
                    running.add(run);
                }
            }
        }
        Backdrop backdrop = new Backdrop(
                day,
                merchant.cityId(),
                area(merchant),
                merchant.category(),
                marketplace.cityOf(merchant).demand() / AVERAGE_DEMAND - 1,
                Math.log1p(alike),
                book.lessons.on(day),
                book.declined.on(day),
                merchant.baselineGp30().amount());
        return new Surroundings(backdrop, List.copyOf(book.runs), running, List.copyOf(book.notes));
    }

    /// Merchants that compete with one for customers, nearest first.
    List<Merchant> near(String merchantId) {
        return around.computeIfAbsent(merchantId, id -> nearby.of(merchant(id)));
    }

    OverrideLeanings leanings(String merchantId, long day) {
        return counts.leanings(book(merchantId), day);
    }

    Merchant merchant(String id) {
        return marketplace.knownMerchant(id);
    }

    MerchantBook book(String merchantId) {
        return books.computeIfAbsent(merchantId, ignored -> new MerchantBook());
    }

    /// Matured deals of an area and a category, in the order in which they became known.
    List<Observation> group(Backdrop backdrop, Category category) {
        return groups.getOrDefault(backdrop.group(category), List.of());
    }

    /// Matured deals of a merchant's area and category.
    List<Observation> groupOf(Merchant merchant) {
        return groups.getOrDefault(group(merchant), List.of());
    }

    private static String area(Merchant merchant) {
        return merchant.cityId() + '\n' + merchant.area();
    }

    private static String group(Merchant merchant) {
        return area(merchant) + '\n' + merchant.category().name();
    }

    List<Merchant> merchants() {
        return marketplace.merchants();
    }
}
