package aidg.engine.marketplace;

import aidg.engine.domain.City;
import aidg.engine.domain.Deal;
import aidg.engine.domain.DealOverride;
import aidg.engine.domain.Merchant;
import aidg.engine.domain.Note;
import aidg.engine.domain.Proposal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One consistent snapshot of a marketplace, in memory and immutable; every reference in it resolves.
/// Deals, overrides and notes of a merchant are in the order of their day, ties by id.
public final class Marketplace {

    private final LocalDate asOf;
    private final String dataHash;
    private final Map<String, City> cities;
    private final Map<String, Merchant> merchants;
    private final List<Deal> deals;
    private final List<DealOverride> overrides;
    private final List<Note> notes;
    private final List<Proposal> proposals;
    private final Map<String, List<Deal>> dealsByMerchant;
    private final Map<String, List<DealOverride>> overridesByMerchant;
    private final Map<String, List<Note>> notesByMerchant;

    /// @param asOf     the day on which the snapshot was taken; nothing later is known
    /// @param dataHash SHA-256 over the accepted rows, hexadecimal; equal rows give equal hashes
    public Marketplace(
            LocalDate asOf,
            String dataHash,
            List<City> cities,
            List<Merchant> merchants,
            List<Deal> deals,
            List<DealOverride> overrides,
            List<Note> notes,
            List<Proposal> proposals) {
        this.asOf = asOf;
        this.dataHash = dataHash;
        this.cities = index(cities, City::id);
        this.merchants = index(merchants, Merchant::id);
        this.deals = sorted(deals, Comparator.comparing(Deal::proposedOn).thenComparing(Deal::id));
        this.overrides =
                sorted(overrides, Comparator.comparing(DealOverride::madeOn).thenComparing(DealOverride::id));
        this.notes = sorted(notes, Comparator.comparing(Note::writtenOn).thenComparing(Note::id));
        this.proposals =
                sorted(proposals, Comparator.comparing(Proposal::proposedOn).thenComparing(Proposal::id));
        dealsByMerchant = group(this.deals, Deal::merchantId);
        overridesByMerchant = group(this.overrides, DealOverride::merchantId);
        notesByMerchant = group(this.notes, Note::merchantId);
    }

    /// The same snapshot with notes that were written outside it. Left out are those on merchants that it does not
    /// know, those dated after its day, which nobody had read then, and those that say what it holds already. Where
    /// none is left this is the result, with its hash.
    ///
    /// A writer whom the data do not know counts as the merchant's manager, else the note would look as if the
    /// merchant had been handed over.
    ///
    /// @param written in any order; one whose id is taken gets another
    public Marketplace withNotes(List<Note> written) {
        Set<Note.Saying> said = notes.stream().map(Note::saying).collect(Collectors.toCollection(HashSet::new));
        List<Note> fresh = written.stream()
                .filter(note -> merchants.containsKey(note.merchantId()))
                .filter(note -> !note.writtenOn().isAfter(asOf))
                .filter(note -> said.add(note.saying()))
                .toList();
        if (fresh.isEmpty()) {
            return this;
        }
        Set<String> ids = notes.stream().map(Note::id).collect(Collectors.toCollection(HashSet::new));
        Set<String> managers = Stream.concat(
                        overrides.stream().map(DealOverride::managerId),
                        notes.stream().map(Note::managerId))
                .collect(Collectors.toSet());
        List<Note> all = new ArrayList<>(notes);
        for (Note note : fresh) {
            String writer = managers.contains(note.managerId())
                    ? note.managerId()
                    : lastManager(note.merchantId()).orElse(note.managerId());
            String id = note.id();
            while (!ids.add(id)) {
                id += "+";
            }
            all.add(new Note(id, note.merchantId(), writer, note.writtenOn(), note.text()));
        }
        String hash = DataHash.of(cities(), merchants(), deals, overrides, all, proposals);
        return new Marketplace(asOf, hash, cities(), merchants(), deals, overrides, all, proposals);
    }

    /// Who last overrode a deal of a merchant or wrote about it.
    private Optional<String> lastManager(String merchantId) {
        List<DealOverride> made = overridesOf(merchantId);
        List<Note> about = notesOf(merchantId);
        if (made.isEmpty() || about.isEmpty()) {
            return made.isEmpty()
                    ? about.stream().map(Note::managerId).reduce((one, later) -> later)
                    : Optional.of(made.getLast().managerId());
        }
        return Optional.of(
                about.getLast().writtenOn().isBefore(made.getLast().madeOn())
                        ? made.getLast().managerId()
                        : about.getLast().managerId());
    }

    private static <T> Map<String, T> index(List<T> rows, Function<T, String> id) {
        Map<String, T> byId = new LinkedHashMap<>(rows.size() * 2);
        rows.forEach(row -> byId.put(id.apply(row), row));
        return byId;
    }

    private static <T> List<T> sorted(List<T> rows, Comparator<T> order) {
        return rows.stream().sorted(order).toList();
    }

    private static <T> Map<String, List<T>> group(List<T> rows, Function<T, String> merchant) {
        return rows.stream().collect(Collectors.groupingBy(merchant));
    }

    public LocalDate asOf() {
        return asOf;
    }

    public String dataHash() {
        return dataHash;
    }

    public List<City> cities() {
        return List.copyOf(cities.values());
    }

    public List<Merchant> merchants() {
        return List.copyOf(merchants.values());
    }

    public List<Deal> deals() {
        return deals;
    }

    public List<DealOverride> overrides() {
        return overrides;
    }

    public List<Note> notes() {
        return notes;
    }

    public List<Proposal> proposals() {
        return proposals;
    }

    public Optional<Merchant> merchant(String id) {
        return Optional.ofNullable(merchants.get(id));
    }

    /// A merchant that must be there.
    ///
    /// @throws IllegalArgumentException if no merchant has the id
    public Merchant knownMerchant(String id) {
        Merchant merchant = merchants.get(id);
        if (merchant == null) {
            throw new IllegalArgumentException("no merchant has the id '%s'".formatted(id));
        }
        return merchant;
    }

    /// The city of a merchant of this marketplace.
    public City cityOf(Merchant merchant) {
        City city = cities.get(merchant.cityId());
        if (city == null) {
            throw new IllegalArgumentException("merchant %s is not of this marketplace".formatted(merchant.id()));
        }
        return city;
    }

    public List<Deal> dealsOf(String merchantId) {
        return dealsByMerchant.getOrDefault(merchantId, List.of());
    }

    public List<DealOverride> overridesOf(String merchantId) {
        return overridesByMerchant.getOrDefault(merchantId, List.of());
    }

    public List<Note> notesOf(String merchantId) {
        return notesByMerchant.getOrDefault(merchantId, List.of());
    }
}
