package aidg.engine.marketplace.intake;

import aidg.engine.domain.City;
import aidg.engine.domain.Deal;
import aidg.engine.domain.DealOverride;
import aidg.engine.domain.Merchant;
import aidg.engine.domain.Note;
import aidg.engine.domain.Proposal;
import aidg.engine.marketplace.DataHash;
import aidg.engine.marketplace.Marketplace;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The rows taken so far, by id and with the line each came from.
final class AcceptedRows {

    private final Map<String, City> cities = new LinkedHashMap<>();
    private final Map<String, Merchant> merchants = new LinkedHashMap<>();
    private final Map<String, Deal> deals = new LinkedHashMap<>();
    private final List<DealOverride> overrides = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();
    private final List<Proposal> proposals = new ArrayList<>();
    private final Map<Table, Map<String, Long>> lines = new EnumMap<>(Table.class);
    private @Nullable LocalDate latest;

    void add(City city, long line) {
        cities.put(city.id(), city);
        remember(Table.CITIES, city.id(), line);
    }

    void add(Merchant merchant, long line) {
        merchants.put(merchant.id(), merchant);
        remember(Table.MERCHANTS, merchant.id(), line);
    }

    void add(Deal deal, long line) {
        deals.put(deal.id(), deal);
        remember(Table.DEALS, deal.id(), line);
        advanceTo(deal.proposedOn());
    }

    void add(DealOverride override, long line) {
        overrides.add(override);
        remember(Table.OVERRIDES, override.id(), line);
        advanceTo(override.madeOn());
    }

    void add(Note note, long line) {
        notes.add(note);
        remember(Table.NOTES, note.id(), line);
        advanceTo(note.writtenOn());
    }

    void add(Proposal proposal, long line) {
        proposals.add(proposal);
        remember(Table.PROPOSALS, proposal.id(), line);
        advanceTo(proposal.proposedOn());
    }

    @Nullable
    City city(String id) {
        return cities.get(id);
    }

    @Nullable
    Merchant merchant(String id) {
        return merchants.get(id);
    }

    @Nullable
    Deal deal(String id) {
        return deals.get(id);
    }

    /// The line of an accepted row, null if there is none with this id.
    @Nullable
    Long lineOf(Table table, String id) {
        Map<String, Long> known = lines.get(table);
        return known == null ? null : known.get(id);
    }

    private void remember(Table table, String id, long line) {
        lines.computeIfAbsent(table, _ -> new HashMap<>()).put(id, line);
    }

    /// The snapshot's day is not before this one.
    private void advanceTo(LocalDate day) {
        latest = latest == null || day.isAfter(latest) ? day : latest;
    }

    /// The snapshot. Without a given as-of day it is the latest day on which anything was proposed, overridden or
    /// noted.
    ///
    /// @throws IllegalStateException if neither an as-of day nor any such row is there
    Marketplace marketplace(@Nullable LocalDate asOf) {
        LocalDate day = asOf == null ? latest : asOf;
        if (day == null) {
            throw new IllegalStateException("no deal was accepted, so the snapshot has no day");
        }
        List<City> allCities = List.copyOf(cities.values());
        List<Merchant> allMerchants = List.copyOf(merchants.values());
        List<Deal> allDeals = List.copyOf(deals.values());
        String hash = DataHash.of(allCities, allMerchants, allDeals, overrides, notes, proposals);
        return new Marketplace(day, hash, allCities, allMerchants, allDeals, overrides, notes, proposals);
    }
}
