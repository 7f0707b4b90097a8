package aidg.engine.marketplace.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aidg.engine.domain.Category;
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
import aidg.engine.domain.Progress;
import aidg.engine.marketplace.ImportReport.TableCount;
import aidg.engine.marketplace.Marketplace;
import aidg.engine.marketplace.Reject;
import aidg.engine.marketplace.intake.MarketplaceImport.Options;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarketplaceImportTest {

    @TempDir
    Path folder;

    private static ImportResult read(Path folder) {
        return new MarketplaceImport().read(folder, Options.PLAIN, Progress.SILENT);
    }

    private static ImportResult.Accepted accepted(Path folder) {
        return (ImportResult.Accepted) read(folder);
    }

    @Test
    void everyValueOfASoundFolderArrives() throws IOException {
        ImportResult.Accepted result = accepted(Folders.sound(folder));
        Marketplace market = result.marketplace();

        assertThat(result.report().rejects()).isEmpty();
        assertThat(result.report().tables())
                .containsOnlyKeys("cities", "merchants", "deals", "overrides", "notes", "proposals")
                .containsEntry("deals", new TableCount(3, 3, 0));
        assertThat(market.asOf()).isEqualTo(LocalDate.of(2024, 6, 1));
        assertThat(market.merchants())
                .containsExactly(
                        new Merchant(
                                "m1",
                                "Luigi's",
                                new Category("restaurant"),
                                "c1",
                                "Old Town",
                                new Position(44.051, -123.021),
                                LocalDate.of(2024, 1, 15),
                                new Money(120050)),
                        new Merchant(
                                "m2",
                                "Kwik, E-Mart",
                                new Category("grocery"),
                                "c2",
                                "",
                                new Position(44.10, -123.10),
                                LocalDate.of(2024, 2, 1),
                                new Money(-1000)));
        assertThat(market.dealsOf("m1"))
                .first()
                .isEqualTo(new Deal(
                        "d1",
                        "m1",
                        "Dinner for two",
                        new DealTerms(new Discount(0.25), new Money(3000), 14, new Category("restaurant")),
                        LocalDate.of(2024, 3, 1),
                        LocalDate.of(2024, 3, 4),
                        true,
                        new DealOutcome(100, 10, new Money(150025)),
                        new Money(110000)));
        assertThat(market.dealsOf("m2")).singleElement().satisfies(deal -> {
            assertThat(deal.title()).isEqualTo("The \"big\" box");
            assertThat(deal.outcome()).isNull();
            assertThat(deal.baselineGp30()).isEqualTo(new Money(-1000));
        });
        assertThat(market.overrides())
                .containsExactly(new DealOverride(
                        "o1",
                        "d2",
                        "m1",
                        "mm1",
                        LocalDate.of(2024, 4, 1),
                        OverrideReason.DISCOUNT_TOO_DEEP,
                        new DealTerms(new Discount(0.2), new Money(1598), 7, new Category("restaurant")),
                        new Money(90000)));
        assertThat(market.notes())
                .containsExactly(new Note(
                        "n1", "m1", "mm1", LocalDate.of(2024, 2, 20), "Owner is cautious,\nasks for \"proof\"."));
        assertThat(market.proposals())
                .singleElement()
                .satisfies(proposal -> assertThat(proposal.baselineGp30()).isEqualTo(new Money(120050)));
    }

    @Test
    void byteOrderMarkWindowsLineEndsAndOtherColumnOrderChangeNothing() throws IOException {
        String plain = accepted(Folders.sound(folder)).marketplace().dataHash();
        Folders.write(folder.resolve("cities.csv"), "\uFEFF" + Folders.CITIES.replace("\n", "\r\n"));
        Folders.write(
                folder.resolve("proposals.csv"),
                "TITLE, Merchant_ID,deal_id,colour,category,price,discount,duration_days,starts_on,proposed_on\r"
                        + "  Brunch ,m1,\"p1\",red,restaurant,21.00,.3,14.0,2024-06-08,2024-06-01\r\r");

        assertThat(accepted(folder).marketplace().dataHash()).isEqualTo(plain);
    }

    @Test
    void subFoldersAreNotLookedAt() throws IOException {
        Folders.sound(folder);
        Folders.write(folder.resolve("truth/deals.csv"), "not,a,table\n");

        assertThat(accepted(folder).report().rejects()).isEmpty();
    }

    @Test
    void rowsOfARefusedMerchantAreRefusedToo() throws IOException {
        Folders.sound(folder);
        Folders.write(folder.resolve("merchants.csv"), Folders.MERCHANTS.replace("m1,Luigi's", "m1,"));

        ImportResult.Accepted result = accepted(folder);

        assertThat(result.report().rejects())
                .extracting(Reject::table, Reject::line, Reject::column)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("merchants", 2L, "name"),
                        org.assertj.core.groups.Tuple.tuple("deals", 2L, "merchant_id"),
                        org.assertj.core.groups.Tuple.tuple("deals", 3L, "merchant_id"),
                        org.assertj.core.groups.Tuple.tuple("overrides", 2L, "deal_id"),
                        org.assertj.core.groups.Tuple.tuple("notes", 2L, "merchant_id"),
                        org.assertj.core.groups.Tuple.tuple("proposals", 2L, "merchant_id"));
        assertThat(result.marketplace().deals()).extracting(Deal::id).containsExactly("d3");
    }

    @Test
    void strictRefusesAllForOneBadRow() throws IOException {
        Folders.sound(folder);
        Folders.write(folder.resolve("deals.csv"), Folders.DEALS.replace("0.25", "25"));

        ImportResult result = new MarketplaceImport().read(folder, new Options(null, true, null), Progress.SILENT);

        assertThat(result)
                .isInstanceOfSatisfying(
                        ImportResult.RefusedStrict.class,
                        refused -> assertThat(refused.report().tables())
                                .containsEntry("deals", new TableCount(3, 2, 1))
                                .containsEntry("overrides", new TableCount(1, 1, 0)));
    }

    @Test
    void strictTakesASoundFolder() throws IOException {
        Folders.sound(folder);

        assertThat(new MarketplaceImport().read(folder, new Options(null, true, null), Progress.SILENT))
                .isInstanceOf(ImportResult.Accepted.class);
    }

    @Test
    void rowsAfterTheAsOfDayAreRefused() throws IOException {
        Folders.sound(folder);
        Options options = new Options(null, false, LocalDate.of(2024, 4, 30));

        ImportResult.Accepted result =
                (ImportResult.Accepted) new MarketplaceImport().read(folder, options, Progress.SILENT);

        assertThat(result.marketplace().asOf()).isEqualTo(LocalDate.of(2024, 4, 30));
        assertThat(result.report().rejects())
                .containsExactly(
                        new Reject(
                                "deals",
                                "deals.csv",
                                4,
                                "proposed_on",
                                "\"2024-05-01\" is after the as-of day 2024-04-30; choose a later as-of day to take it",
                                "d3,m2,\"The \"\"big\"\" box\",Grocery,0,12,30,2024-05-01,2024-05-10,true,,,,"),
                        new Reject(
                                "proposals",
                                "proposals.csv",
                                2,
                                "proposed_on",
                                "\"2024-06-01\" is after the as-of day 2024-04-30; choose a later as-of day to take it",
                                "p1,m1,Brunch,Restaurant,0.3,21,14,2024-06-01,2024-06-08"));
    }

    @Test
    void stoppingPassesThroughAndLeavesNothingBehind() throws IOException {
        Folders.sound(folder);
        Files.delete(folder.resolve("notes.csv"));
        Files.write(folder.resolve("notes.csv.gz"), Folders.gzip(Folders.NOTES.getBytes(StandardCharsets.UTF_8)));
        for (String step : List.of("Reading cities", "Reading deals", "Reading notes")) {
            Progress stop = (at, done, total) -> {
                if (at.equals(step)) {
                    throw new CancellationException("stopped");
                }
            };
            assertThatThrownBy(() -> new MarketplaceImport().read(folder, Options.PLAIN, stop))
                    .isInstanceOf(CancellationException.class);
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(6);
        }
    }

    @Test
    void aStrayQuoteCostsOneRowAndNotTheRestOfTheFile() throws IOException {
        Folders.sound(folder);
        StringBuilder deals = new StringBuilder(Folders.DEALS);
        deals.append("d4,m1,\"Open end,Restaurant,0.25,30,14,2024-03-01,2024-03-04,true,,,,\n");
        for (int i = 0; i < 1000; i++) {
            deals.append("x%d,m1,Dinner,Restaurant,0.25,30,14,2024-03-01,2024-03-04,true,,,,\n".formatted(i));
        }
        Folders.write(folder.resolve("deals.csv"), deals.toString());

        ImportResult.Accepted result = accepted(folder);

        assertThat(result.report().tables()).containsEntry("deals", new TableCount(1004, 1003, 1));
        assertThat(result.report().rejects()).extracting(Reject::line).containsExactly(5L);
    }
}
