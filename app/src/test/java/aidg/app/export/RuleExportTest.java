package aidg.app.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aidg.app.Failure;
import aidg.engine.CounterExample;
import aidg.engine.RuleReport;
import aidg.engine.domain.Category;
import aidg.engine.domain.Deal;
import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Discount;
import aidg.engine.domain.Merchant;
import aidg.engine.domain.Money;
import aidg.engine.domain.Position;
import aidg.engine.rules.Readable;
import aidg.engine.rules.Rule;
import aidg.engine.rules.RuleConflict;
import aidg.engine.rules.RuleSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Rules as files, down to the letter. [EXP-6]
final class RuleExportTest {

    private static final Category RESTAURANT = new Category("restaurant");

    private static final Rule RULE = new Rule(
            "IF merchant_category='restaurant' AND avg_discount>0.4 THEN recommend_high_gp30_deal",
            List.of(new Rule.Condition(0, true, 0.5), new Rule.Condition(1, true, 0.4)),
            Rule.Verdict.RECOMMEND,
            0.25,
            0.9,
            1.5,
            40,
            0.8);

    /// Ids and names come from the user's data, so they may be anything.
    private static RuleReport report() {
        LocalDate day = LocalDate.of(2026, 6, 1);
        Merchant merchant = new Merchant(
                "m1", "Ada's \"Grill\"", RESTAURANT, "chi", "", new Position(41.9, -87.6), day, Money.of(1000));
        Deal deal = new Deal(
                "=1+1",
                "m1",
                "Dinner",
                new DealTerms(new Discount(0.5), Money.of(20), 14, RESTAURANT),
                day,
                day,
                true,
                null,
                Money.of(1000));
        RuleConflict conflict =
                new RuleConflict(RULE, RuleConflict.Against.GUARD, "GP30 floor", 3, 40, 2, 0.02, 0.1, List.of("@d2"));
        return new RuleReport(
                null,
                3,
                new RuleSet(
                        List.of(
                                Readable.flag("merchant_category", "restaurant"),
                                Readable.of("avg_discount", Readable.Kind.SHARE)),
                        List.of(RULE),
                        new RuleSet.Fidelity(0.5, 0.8, 0.6, 120, 40)),
                Map.of(),
                List.of(conflict),
                List.of(new CounterExample(RULE, merchant, deal, 0.1, "price 20 (usually 50)")),
                Map.of("p1", RULE),
                "da7a");
    }

    private static String written(Path file) throws IOException {
        new RuleExport(report(), "p1").write(file);
        return Files.readString(file);
    }

    @Test
    void noCellOfTheTableWorksAsAFormula(@TempDir Path folder) throws IOException {
        assertThat(written(folder.resolve("rules.csv"))).isEqualTo("""
                rule,verdict,coverage,precision,lift,deals,score,conflicts,conflicting_deals,counter_examples,model\r
                "IF merchant_category='restaurant' AND avg_discount>0.4 THEN recommend_high_gp30_deal",\
                "recommend_high_gp30_deal",0.2500,0.9000,1.5000,40,0.8000,\
                "Recommended, yet the guard's check 'GP30 floor' refuses 3 of its 40 deals (8%, elsewhere 10%; 2 merchants).",\
                "'@d2","'=1+1","da7a"\r
                """);
    }

    @Test
    void theTextHoldsAllThereIs(@TempDir Path folder) throws IOException {
        assertThat(written(folder.resolve("rules.txt")))
                .contains("1 rule from 120 deals; on 40 others they agree with the model on 80%")
                .contains(RULE.text() + "   <- fires")
                .contains("Conflicts with the safety guard and with managers: 1")
                .contains("Recommended, yet the guard's check 'GP30 floor' refuses 3 of its 40 deals")
                .contains("=1+1 of Ada's \"Grill\", Dinner (50% off, $20, 14 days): the model says 10%; price 20");
    }

    @Test
    void theObjectNamesTheRuleThatFires(@TempDir Path folder) throws IOException {
        assertThat(written(folder.resolve("rules.json")))
                .contains("\"fires\" : \"" + RULE.text())
                .contains("\"category\" : null", "\"modelHash\" : \"da7a\"", "\"against\" : \"guard\"");
        assertThat(new RuleExport(report(), null).json()).doesNotContainKey("fires");
        assertThat(new RuleExport(report(), "p2").json()).containsEntry("fires", null);
    }

    @Test
    void otherEndingsAreRefused(@TempDir Path folder) {
        assertThatThrownBy(() -> written(folder.resolve("rules.html")))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("does not tell in which form");
        assertThat(folder).isEmptyDirectory();
    }
}
