package aidg.ui.sample;

import aidg.engine.domain.Progress;
import aidg.engine.marketplace.ImportReport;
import aidg.engine.marketplace.ImportReport.TableCount;
import aidg.engine.marketplace.Reject;
import aidg.ui.data.DataDesk;
import aidg.ui.data.ImportOutcome;
import aidg.ui.data.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A marketplace of 240 merchants and an import in which nine rows are wrong.
public final class SampleDataDesk implements DataDesk {

    private boolean empty;

    /// Whether nothing has been imported yet.
    public void setEmpty(boolean nothing) {
        empty = nothing;
    }

    @Override
    public Optional<Snapshot> snapshot() {
        return empty
                ? Optional.empty()
                : Optional.of(new Snapshot(
                        240,
                        12_480,
                        50,
                        SampleProposals.TODAY,
                        "9b1f04e2c6aa7d3518e0",
                        SampleReviewDesk.NOW.minusSeconds(31_000),
                        "/home/mm/marketplace/november"));
    }

    @Override
    public ImportOutcome importFrom(Path folder, @Nullable Path mapping, boolean strict, Progress progress) {
        progress.at("Reading deals", 1, 4);
        if (folder.endsWith("holiday-photos")) {
            return new ImportOutcome.Unusable(
                    "deals.csv is not in that folder", "Choose a folder that holds merchants and deals, or a mapping.");
        }
        progress.at("Checking references", 3, 4);
        ImportReport report = report(folder);
        if (strict) {
            return new ImportOutcome.Refused(report);
        }
        empty = false;
        return new ImportOutcome.Done(report);
    }

    private static ImportReport report(Path folder) {
        Map<String, TableCount> tables = new LinkedHashMap<>();
        tables.put("cities", new TableCount(12, 12, 0));
        tables.put("merchants", new TableCount(241, 240, 1));
        tables.put("deals", new TableCount(12_486, 12_480, 6));
        tables.put("overrides", new TableCount(1_904, 1_903, 1));
        tables.put("notes", new TableCount(3_311, 3_311, 0));
        tables.put("proposals", new TableCount(51, 50, 1));
        return new ImportReport(folder.toString(), tables, rejects());
    }

    @Override
    public Optional<ImportReport> lastImport() {
        return empty ? Optional.empty() : Optional.of(report(Path.of("/home/mm/marketplace/november")));
    }

    private static List<Reject> rejects() {
        return List.of(
                new Reject(
                        "merchants",
                        "merchants.csv",
                        88,
                        "category",
                        "The category is empty. Write one, such as restaurants.",
                        "m-0087,Casa Roja,,chi,Pilsen"),
                new Reject(
                        "deals",
                        "deals_nov.csv",
                        412,
                        "discount",
                        "“35” is not between 0.05 and 0.50. Write 0.35, or set the unit to percent.",
                        "d-9012,m-0031,Brunch for two,35,44.00,21"),
                new Reject(
                        "deals",
                        "deals_nov.csv",
                        413,
                        "discount",
                        "“30” is not between 0.05 and 0.50. Write 0.30, or set the unit to percent.",
                        "d-9013,m-0031,Brunch for four,30,80.00,21"),
                new Reject(
                        "deals",
                        "deals_nov.csv",
                        1_207,
                        "price",
                        "“-12.00” is not more than 0. Write the price in dollars.",
                        "d-9807,m-0102,Gel manicure,0.25,-12.00,21"),
                new Reject(
                        "deals",
                        "deals_nov.csv",
                        2_046,
                        "starts_on",
                        "“2026-02-30” is not a date. Write it as 2026-02-28.",
                        "d-10646,m-0007,Lake flight,0.20,149.00,30"),
                new Reject(
                        "deals",
                        "deals_nov.csv",
                        5_530,
                        "merchant_id",
                        "Merchant m-9999 is not in merchants.csv. Add it, or mend the id.",
                        "d-14130,m-9999,Taco tasting,0.35,46.00,21"),
                new Reject(
                        "deals",
                        "deals_nov.csv",
                        9_981,
                        "duration_days",
                        "“400” is not in 1 to 365. Write the days the deal runs.",
                        "d-18581,m-0044,5-class pass,0.35,62.00,400"),
                new Reject(
                        "overrides",
                        "overrides.csv",
                        77,
                        "reason",
                        "“too cheap” is not a reason. Write one of the codes, such as price_too_low.",
                        "o-0077,d-2201,m-0012,too cheap"),
                new Reject(
                        "proposals",
                        "proposals.csv",
                        19,
                        "",
                        "The row has 6 fields instead of 8. Add the missing ones.",
                        "P-20436,m-0019,Duo climbing,0.30,48.00,30"));
    }

    @Override
    public void exportRejects(List<Reject> rows, Path file) throws IOException {
        Files.write(file, rows.stream().map(Reject::reason).toList());
    }
}
