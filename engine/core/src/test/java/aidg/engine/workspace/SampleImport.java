package aidg.engine.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import aidg.engine.domain.Category;
import aidg.engine.domain.City;
import aidg.engine.domain.Deal;
import aidg.engine.domain.DealOutcome;
import aidg.engine.domain.DealOverride;
import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Discount;
import aidg.engine.domain.Merchant;
import aidg.engine.domain.Money;
import aidg.engine.domain.Note;
import aidg.engine.domain.OverrideReason;
import aidg.engine.domain.Position;
import aidg.engine.domain.Proposal;
import aidg.engine.marketplace.ImportReport;
import aidg.engine.marketplace.Marketplace;
import aidg.engine.marketplace.Reject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// A small marketplace with every optional field present and absent, and the report of its import. Equal seeds give
/// equal imports.
record SampleImport(Marketplace marketplace, ImportReport report) {

    static final String UNUSUAL_NAME = "Zwiebelfisch Kaffeerösterei";

    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 5);
    private static final List<String> CATEGORIES = List.of("Restaurant", "Home & Garden", "Spa");

    static SampleImport of(long seed, int deals) {
        Random random = new Random(seed);
        List<City> cities = List.of(
                new City("chi", "Chicago", new Position(41.88, -87.63), 2_700_000, 61.5),
                new City("köln", "Köln", new Position(50.94, 6.96), 0, 0));
        List<Merchant> merchants = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            merchants.add(new Merchant(
                    "m" + i,
                    UNUSUAL_NAME + " " + i,
                    category(random),
                    cities.get(random.nextInt(2)).id(),
                    i % 2 == 0 ? "" : "Nordstadt",
                    new Position(random.nextDouble() * 180 - 90, random.nextDouble() * 360 - 180),
                    FIRST_DAY.minusDays(random.nextInt(900)),
                    new Money(random.nextInt(200_000) - 50_000)));
        }
        List<Deal> past = new ArrayList<>();
        List<DealOverride> overrides = new ArrayList<>();
        List<Note> notes = new ArrayList<>();
        List<Proposal> proposals = new ArrayList<>();
        for (int i = 0; i < deals; i++) {
            LocalDate proposed = FIRST_DAY.plusDays(random.nextInt(300));
            Deal deal = new Deal(
                    "d" + i,
                    "m" + random.nextInt(10),
                    "Dinner for two, \"number %d\"\nwith wine 🍷".formatted(random.nextInt()),
                    terms(random),
                    proposed,
                    proposed.plusDays(random.nextInt(9)),
                    random.nextBoolean(),
                    random.nextBoolean()
                            ? null
                            : new DealOutcome(random.nextInt(900), random.nextInt(90), new Money(random.nextInt())),
                    new Money(random.nextInt(500_000)));
            past.add(deal);
            if (i % 3 == 0) {
                overrides.add(new DealOverride(
                        "o" + i,
                        deal.id(),
                        deal.merchantId(),
                        "ann",
                        proposed,
                        OverrideReason.values()[random.nextInt(OverrideReason.values().length)],
                        random.nextBoolean() ? null : terms(random),
                        random.nextBoolean() ? null : new Money(-random.nextInt(9000))));
                notes.add(new Note("n" + i, deal.merchantId(), "bob", proposed, "Quiet on weekdays. " + seed));
                proposals.add(new Proposal(
                        "p" + i, deal.merchantId(), "Spring", terms(random), proposed, proposed, Money.ZERO));
            }
        }
        Map<String, ImportReport.TableCount> counts = new LinkedHashMap<>();
        counts.put("deals", new ImportReport.TableCount(deals + 1L, deals, 1));
        counts.put("cities", new ImportReport.TableCount(2, 2, 0));
        Reject reject = new Reject("deals", "deals.csv", 17, "discount", "discount 1.2 is not in 0..1", "d9;1.2;;");
        return new SampleImport(
                new Marketplace(
                        FIRST_DAY.plusDays(310), "hash" + seed, cities, merchants, past, overrides, notes, proposals),
                new ImportReport("folder " + seed, counts, List.of(reject)));
    }

    private static DealTerms terms(Random random) {
        return new DealTerms(
                new Discount(random.nextDouble()),
                new Money(1 + random.nextInt(100_000)),
                1 + random.nextInt(365),
                category(random));
    }

    private static Category category(Random random) {
        return new Category(CATEGORIES.get(random.nextInt(CATEGORIES.size())));
    }

    /// Whether the workspace holds exactly this import.
    void assertStoredIn(Workspace workspace) {
        Marketplace stored = workspace.marketplace().orElseThrow();
        assertThat(stored.asOf()).isEqualTo(marketplace.asOf());
        assertThat(stored.dataHash()).isEqualTo(marketplace.dataHash());
        assertThat(stored.cities()).isEqualTo(marketplace.cities());
        assertThat(stored.merchants()).isEqualTo(marketplace.merchants());
        assertThat(stored.deals()).isEqualTo(marketplace.deals());
        assertThat(stored.overrides()).isEqualTo(marketplace.overrides());
        assertThat(stored.notes()).isEqualTo(marketplace.notes());
        assertThat(stored.proposals()).isEqualTo(marketplace.proposals());
        ImportReport read = workspace.lastImport().orElseThrow();
        assertThat(read).isEqualTo(report);
        assertThat(read.tables().keySet()).containsExactly("deals", "cities");
    }
}
