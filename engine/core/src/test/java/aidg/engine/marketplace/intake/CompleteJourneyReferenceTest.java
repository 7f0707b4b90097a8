package aidg.engine.marketplace.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import aidg.engine.domain.Deal;
import aidg.engine.domain.Progress;
import aidg.engine.domain.Proposal;
import aidg.engine.marketplace.ImportReport.TableCount;
import aidg.engine.marketplace.Marketplace;
import aidg.engine.marketplace.Reject;
import aidg.engine.marketplace.intake.MarketplaceImport.Options;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// The shipped mapping on real receipts, against counts that were made without it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CompleteJourneyReferenceTest {

    private static final Path MAPPING =
            Path.of(System.getProperty("aidg.root", "../.."), "sample-data/mappings/complete-journey.sql");

    private ImportResult.Accepted result = new ImportResult.Accepted(
            new Marketplace(LocalDate.EPOCH, "", List.of(), List.of(), List.of(), List.of(), List.of(), List.of()),
            new aidg.engine.marketplace.ImportReport("", Map.of(), List.of()));

    @BeforeAll
    void readTheReceipts() {
        String reference = System.getProperty("aidg.reference", "../../../shared/data");
        Path from = Path.of(reference, "complete-journey");
        assumeTrue(Files.isDirectory(from), "skipped, because the reference data is not at " + from);
        result = (ImportResult.Accepted)
                new MarketplaceImport().read(from, new Options(MAPPING, false, null), Progress.SILENT);
    }

    @Test
    void thePublishedCountsOfPromotionsAndManufacturersComeOut() {
        Map<String, TableCount> tables = result.report().tables();
        assertThat(count("transactions").read()).isEqualTo(49_922);
        assertThat(count("deals").read() + count("proposals").read()).isEqualTo(10_367);
        assertThat(tables).containsEntry("merchants", new TableCount(1_008, 1_008, 0));

        Stream<String> ofAccepted = Stream.concat(
                result.marketplace().deals().stream().map(Deal::merchantId),
                result.marketplace().proposals().stream().map(Proposal::merchantId));
        Stream<String> ofRefused =
                result.report().rejects().stream().map(reject -> reject.raw().split(",", 3)[1]);
        Map<String, Long> promotions =
                Stream.concat(ofAccepted, ofRefused).collect(Collectors.groupingBy(id -> id, Collectors.counting()));
        assertThat(promotions).hasSize(1_008);
        assertThat(promotions.values().stream().filter(n -> n >= 20)).hasSize(104);
    }

    @Test
    void onlyDealsThatWereFreeAreRefused() {
        assertThat(count("deals")).isEqualTo(new TableCount(10_186, 10_145, 41));
        assertThat(count("proposals")).isEqualTo(new TableCount(181, 180, 1));
        assertThat(result.report().rejects())
                .hasSize(42)
                .extracting(Reject::column)
                .containsOnly("discount");
    }

    @Test
    void aDealSucceedsAboutTwoTimesInFive() {
        LocalDate afterAll = LocalDate.of(2018, 1, 1);
        Map<String, Long> fates = result.marketplace().deals().stream()
                .collect(Collectors.groupingBy(
                        deal -> String.valueOf(deal.succeededOn(afterAll)), Collectors.counting()));

        assertThat(fates).isEqualTo(Map.of("true", 3_720L, "false", 5_678L, "null", 747L));
    }

    @Test
    void lastWeekIsProposedAndNotKnown() {
        Marketplace market = result.marketplace();

        assertThat(market.asOf()).isEqualTo(LocalDate.of(2017, 8, 21));
        assertThat(market.proposals())
                .allSatisfy(proposal -> assertThat(proposal.startsOn()).isEqualTo(LocalDate.of(2017, 8, 28)));
        assertThat(market.deals())
                .allSatisfy(deal -> assertThat(deal.startsOn()).isBefore(LocalDate.of(2017, 8, 28)));
    }

    /// Whatever the shops sold later must not change what is told about an earlier deal.
    @Test
    void laterWeeksDoNotChangeEarlierDeals(@TempDir Path folder) throws IOException {
        Path from = Path.of(System.getProperty("aidg.reference", "../../../shared/data"), "complete-journey");
        Files.copy(from.resolve("products.csv"), folder.resolve("products.csv"));
        List<String> lines = Files.readAllLines(from.resolve("transactions.csv"));
        int week = List.of(lines.getFirst().split(",", -1)).indexOf("week");
        Files.write(
                folder.resolve("transactions.csv"),
                lines.stream()
                        .filter(line ->
                                line.startsWith("household_id") || Integer.parseInt(line.split(",", -1)[week]) <= 20)
                        .toList());

        ImportResult.Accepted earlier = (ImportResult.Accepted)
                new MarketplaceImport().read(folder, new Options(MAPPING, false, null), Progress.SILENT);

        Map<String, Deal> all = result.marketplace().deals().stream().collect(Collectors.toMap(Deal::id, deal -> deal));
        List<Deal> measured = earlier.marketplace().deals().stream()
                .filter(deal -> deal.outcome() != null)
                .toList();
        assertThat(measured)
                .hasSizeGreaterThan(4_000)
                .allSatisfy(deal -> assertThat(all.get(deal.id())).isEqualTo(deal));
    }

    private TableCount count(String table) {
        return Objects.requireNonNull(result.report().tables().get(table));
    }
}
