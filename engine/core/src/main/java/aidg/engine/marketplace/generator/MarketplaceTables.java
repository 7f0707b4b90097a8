package aidg.engine.marketplace.generator;

import aidg.engine.domain.City;
import aidg.engine.domain.Deal;
import aidg.engine.domain.DealOutcome;
import aidg.engine.domain.DealOverride;
import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Merchant;
import aidg.engine.domain.Note;
import aidg.engine.domain.Progress;
import aidg.engine.domain.Proposal;
import aidg.engine.marketplace.Marketplace;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// The tables of a generated marketplace, written into an existing folder. `sample-data/README.md` describes them.
final class MarketplaceTables {

    /// Every file, relative to the folder.
    static final List<String> FILES = List.of(
            "cities.csv.gz",
            "merchants.csv.gz",
            "deals.csv.gz",
            "overrides.csv.gz",
            "notes.csv.gz",
            "proposals.csv.gz",
            "truth/truth.csv.gz");

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
        cities(market.cities());
        merchants(market.merchants());
        deals(market.deals());
        overrides(market.overrides());
        notes(market.notes());
        proposals(market.proposals());
        truth(generated.truth());
    }

    private void cities(List<City> rows) {
        try (GzipCsv csv = table(0, "city_id", "name", "latitude", "longitude", "population", "demand")) {
            each(
                    "Writing cities",
                    rows,
                    city -> csv.row(
                            city.id(),
                            city.name(),
                            city.position().latitude(),
                            city.position().longitude(),
                            city.population(),
                            city.demand()));
        }
    }

    private void merchants(List<Merchant> rows) {
        try (GzipCsv csv = table(
                1,
                "merchant_id",
                "name",
                "category",
                "city_id",
                "area",
                "latitude",
                "longitude",
                "joined_on",
                "baseline_gp30")) {
            each(
                    "Writing merchants",
                    rows,
                    merchant -> csv.row(
                            merchant.id(),
                            merchant.name(),
                            merchant.category().name(),
                            merchant.cityId(),
                            merchant.area(),
                            merchant.position().latitude(),
                            merchant.position().longitude(),
                            merchant.joinedOn(),
                            merchant.baselineGp30()));
        }
    }

    private void deals(List<Deal> rows) {
        try (GzipCsv csv = table(
                2,
                "deal_id",
                "merchant_id",
                "title",
                "category",
                "discount",
                "price",
                "duration_days",
                "proposed_on",
                "starts_on",
                "approved",
                "views",
                "redemptions",
                "gp30",
                "baseline_gp30")) {
            each("Writing deals", rows, deal -> {
                DealTerms terms = deal.terms();
                DealOutcome outcome = deal.outcome();
                csv.row(
                        deal.id(),
                        deal.merchantId(),
                        deal.title(),
                        terms.category().name(),
                        terms.discount().fraction(),
                        terms.price(),
                        terms.durationDays(),
                        deal.proposedOn(),
                        deal.startsOn(),
                        deal.approved(),
                        outcome == null ? null : outcome.views(),
                        outcome == null ? null : outcome.redemptions(),
                        outcome == null ? null : outcome.gp30(),
                        deal.baselineGp30());
            });
        }
    }

    private void overrides(List<DealOverride> rows) {
        try (GzipCsv csv = table(
                3,
                "override_id",
                "deal_id",
                "merchant_id",
                "manager_id",
                "made_on",
                "reason",
                "discount",
                "price",
                "duration_days",
                "gp30")) {
            each("Writing overrides", rows, made -> {
                DealTerms terms = made.newTerms();
                csv.row(
                        made.id(),
                        made.dealId(),
                        made.merchantId(),
                        made.managerId(),
                        made.madeOn(),
                        made.reason().code(),
                        terms == null ? null : terms.discount().fraction(),
                        terms == null ? null : terms.price(),
                        terms == null ? null : terms.durationDays(),
                        made.gp30());
            });
        }
    }

    private void notes(List<Note> rows) {
        try (GzipCsv csv = table(4, "note_id", "merchant_id", "manager_id", "written_on", "text")) {
            each(
                    "Writing notes",
                    rows,
                    note -> csv.row(note.id(), note.merchantId(), note.managerId(), note.writtenOn(), note.text()));
        }
    }

    private void proposals(List<Proposal> rows) {
        try (GzipCsv csv = table(
                5,
                "deal_id",
                "merchant_id",
                "title",
                "category",
                "discount",
                "price",
                "duration_days",
                "proposed_on",
                "starts_on",
                "baseline_gp30")) {
            each(
                    "Writing proposals",
                    rows,
                    proposal -> csv.row(
                            proposal.id(),
                            proposal.merchantId(),
                            proposal.title(),
                            proposal.terms().category().name(),
                            proposal.terms().discount().fraction(),
                            proposal.terms().price(),
                            proposal.terms().durationDays(),
                            proposal.proposedOn(),
                            proposal.startsOn(),
                            proposal.baselineGp30()));
        }
    }

    private void truth(Map<String, Double> rows) {
        try (GzipCsv csv = table(6, "deal_id", "success_probability")) {
            each("Writing the truth", rows.entrySet(), row -> csv.row(row.getKey(), probability(row.getValue())));
        }
    }

    /// Six decimals, never in exponent form.
    private static String probability(double value) {
        long millionths = Math.round(value * 1e6);
        return millionths / 1_000_000 + "."
                + Long.toString(1_000_000 + millionths % 1_000_000).substring(1);
    }

    private GzipCsv table(int file, String... header) {
        return new GzipCsv(folder.resolve(FILES.get(file)), header);
    }

    private <T> void each(String step, Iterable<T> rows, Consumer<T> write) {
        for (T row : rows) {
            if (done++ % ROWS_PER_REPORT == 0) {
                progress.at(step, done - 1, total);
            }
            write.accept(row);
        }
    }
}
