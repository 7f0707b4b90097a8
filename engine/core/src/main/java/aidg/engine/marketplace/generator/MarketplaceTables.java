package aidg.engine.marketplace.generator;

import aidg.engine.domain.City;
import aidg.engine.domain.Deal;
import aidg.engine.domain.DealOutcome;
import aidg.engine.domain.DealOverride;
import aidg.engine.domain.Merchant;
import aidg.engine.domain.Note;
import aidg.engine.domain.Progress;
import aidg.engine.domain.Proposal;
import aidg.engine.marketplace.Marketplace;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The tables of a generated marketplace, written into an existing folder. `sample-data/README.md` describes them.
final class MarketplaceTables {

    private static final Table<City> CITIES = new Table<City>("cities.csv.gz", "Writing cities")
            .column("city_id", City::id)
            .column("name", City::name)
            .column("latitude", city -> city.position().latitude())
            .column("longitude", city -> city.position().longitude())
            .column("population", City::population)
            .column("demand", City::demand);

    private static final Table<Merchant> MERCHANTS = new Table<Merchant>("merchants.csv.gz", "Writing merchants")
            .column("merchant_id", Merchant::id)
            .column("name", Merchant::name)
            .column("category", merchant -> merchant.category().name())
            .column("city_id", Merchant::cityId)
            .column("area", Merchant::area)
            .column("latitude", merchant -> merchant.position().latitude())
            .column("longitude", merchant -> merchant.position().longitude())
            .column("joined_on", Merchant::joinedOn)
            .column("baseline_gp30", Merchant::baselineGp30);

    private static final Table<Deal> DEALS = new Table<Deal>("deals.csv.gz", "Writing deals")
            .column("deal_id", Deal::id)
            .column("merchant_id", Deal::merchantId)
            .column("title", Deal::title)
            .column("category", deal -> deal.terms().category().name())
            .terms(Deal::terms)
            .column("proposed_on", Deal::proposedOn)
            .column("starts_on", Deal::startsOn)
            .column("approved", Deal::approved)
            .columnIfAny("views", Deal::outcome, DealOutcome::views)
            .columnIfAny("redemptions", Deal::outcome, DealOutcome::redemptions)
            .columnIfAny("gp30", Deal::outcome, DealOutcome::gp30)
            .column("baseline_gp30", Deal::baselineGp30);

    private static final Table<DealOverride> OVERRIDES = new Table<DealOverride>(
                    "overrides.csv.gz", "Writing overrides")
            .column("override_id", DealOverride::id)
            .column("deal_id", DealOverride::dealId)
            .column("merchant_id", DealOverride::merchantId)
            .column("manager_id", DealOverride::managerId)
            .column("made_on", DealOverride::madeOn)
            .column("reason", override -> override.reason().code())
            .terms(DealOverride::newTerms)
            .column("gp30", DealOverride::gp30);

    private static final Table<Note> NOTES = new Table<Note>("notes.csv.gz", "Writing notes")
            .column("note_id", Note::id)
            .column("merchant_id", Note::merchantId)
            .column("manager_id", Note::managerId)
            .column("written_on", Note::writtenOn)
            .column("text", Note::text);

    private static final Table<Proposal> PROPOSALS = new Table<Proposal>("proposals.csv.gz", "Writing proposals")
            .column("deal_id", Proposal::id)
            .column("merchant_id", Proposal::merchantId)
            .column("title", Proposal::title)
            .column("category", proposal -> proposal.terms().category().name())
            .terms(Proposal::terms)
            .column("proposed_on", Proposal::proposedOn)
            .column("starts_on", Proposal::startsOn)
            .column("baseline_gp30", Proposal::baselineGp30);

    private static final Table<Map.Entry<String, Double>> TRUTH = new Table<Map.Entry<String, Double>>(
                    "truth/truth.csv.gz", "Writing the truth")
            .column("deal_id", Map.Entry::getKey)
            .column("success_probability", row -> probability(row.getValue()));

    /// Every file, relative to the folder.
    static final List<String> FILES = Stream.of(CITIES, MERCHANTS, DEALS, OVERRIDES, NOTES, PROPOSALS, TRUTH)
            .map(Table::file)
            .toList();

    private static final int ROWS_PER_REPORT = 10_000;

    private final Path folder;
    private final Progress progress;
    private final long total;
    private long done;

    MarketplaceTables(Path folder, Generated generated, Progress progress) {
        this.folder = folder;
        this.progress = progress;
        Marketplace market = generated.marketplace();
        total = market.cities().size()
                + market.merchants().size()
                + market.deals().size()
                + market.overrides().size()
                + market.notes().size()
                + market.proposals().size()
                + (long) generated.truth().size();
    }

    void write(Generated generated) {
        Marketplace market = generated.marketplace();
        write(CITIES, market.cities());
        write(MERCHANTS, market.merchants());
        write(DEALS, market.deals());
        write(OVERRIDES, market.overrides());
        write(NOTES, market.notes());
        write(PROPOSALS, market.proposals());
        write(TRUTH, generated.truth().entrySet());
    }

    private <T> void write(Table<T> table, Iterable<T> rows) {
        try (GzipCsv csv = new GzipCsv(folder.resolve(table.file()), table.header())) {
            for (T row : rows) {
                if (done++ % ROWS_PER_REPORT == 0) {
                    progress.at(table.step(), done - 1, total);
                }
                csv.row(table.cells(row));
            }
        }
    }

    /// Six decimals, never in exponent form.
    private static String probability(double value) {
        long millionths = Math.round(value * 1e6);
        return millionths / 1_000_000 + "."
                + Long.toString(1_000_000 + millionths % 1_000_000).substring(1);
    }
}
