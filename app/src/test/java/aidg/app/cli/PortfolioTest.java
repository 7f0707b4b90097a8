package aidg.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// Policies on many proposals, on the command line. [WB-10]
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PortfolioTest {

    @TempDir
    static Path folder;

    private SmallMarketplace market;

    @BeforeAll
    void generate() {
        market = SmallMarketplace.in(folder);
    }

    @Test
    void aPolicyTellsTotalsWinnersLosersGuardAndNeighbours() {
        JsonNode found = market.run("portfolio", "--json", "--discount", "+10pt", "--top", "3")
                .done();

        int deals = market.queued().size();
        assertThat(found.propertyNames())
                .containsExactly(
                        "policy",
                        "scope",
                        "deals",
                        "changed",
                        "held",
                        "before",
                        "after",
                        "gain",
                        "gainRange",
                        "winners",
                        "losers",
                        "topWinners",
                        "topLosers",
                        "newlyRefused",
                        "newlyAllowed",
                        "neighbours",
                        "capacity",
                        "errorsAlike",
                        "sentences",
                        "modelHash");
        assertThat(found.get("policy").asString()).isEqualTo("discount +10 points");
        assertThat(found.get("deals").asInt()).isEqualTo(deals);
        assertThat(found.get("after").get("gp30").asDouble()
                        - found.get("before").get("gp30").asDouble())
                .isCloseTo(found.get("gain").asDouble(), offset(0.011));
        assertThat(found.get("winners").asInt() + found.get("losers").asInt()).isLessThanOrEqualTo(deals);
        assertThat(found.get("topWinners").size()).isLessThanOrEqualTo(3);
        assertThat(found.get("topLosers"))
                .allSatisfy(row -> assertThat(row.get("after").get("gp30").asDouble())
                        .isLessThan(row.get("before").get("gp30").asDouble()));
        assertThat(found.get("newlyRefused"))
                .allSatisfy(row ->
                        assertThat(row.get("after").get("refusal").asString()).isNotEmpty());
        assertThat(market.run("portfolio", "--discount", "+10pt").out())
                .contains("Discount +10 points on ", "Total under the policy, 90%", "Safety guard: ");
    }

    @Test
    void aDealsFiguresAreThoseOfScoringItWithTheListPriceKept() {
        String deal = market.proposal(0);
        JsonNode found = market.run("portfolio", "--json", "--discount", "=12%", "--deals", deal)
                .done();
        JsonNode row = found.get(found.get("winners").asInt() > 0 ? "topWinners" : "topLosers")
                .get(0);

        JsonNode scored = market.run("score", "--json", "--deal", deal, "--discount", "0.12")
                .done();
        assertThat(row.get("dealId").asString()).isEqualTo(deal);
        assertThat(row.get("after").get("gp30").asDouble())
                .isCloseTo(scored.get("expectedGp30").asDouble(), offset(0.5));
        assertThat(found.get("after").get("gp30").asDouble())
                .isEqualTo(row.get("after").get("gp30").asDouble());
    }

    @Test
    void aPriceMayFallByAShare() {
        JsonNode found = market.run("portfolio", "--json", "--price", "-10%", "--top", "1")
                .done();

        JsonNode row = found.get("topLosers").isEmpty()
                ? found.get("topWinners").get(0)
                : found.get("topLosers").get(0);
        assertThat(row.get("after").get("terms").get("price").asDouble())
                .isCloseTo(0.9 * row.get("before").get("terms").get("price").asDouble(), offset(0.006));
        assertThat(row.get("after").get("terms").get("discount"))
                .isEqualTo(row.get("before").get("terms").get("discount"));
    }

    @Test
    void whatWasOverriddenIsLeftOut() {
        String deal = market.proposal(1);
        int before = market.queued().size();
        market.run("decide", "override", "--json", "--deal", deal, "--reason", "other")
                .done();

        assertThat(market.run("portfolio", "--json", "--discount", "max:30%")
                        .done()
                        .get("deals")
                        .asInt())
                .isEqualTo(before - 1);
        assertThat(market.run("portfolio", "--discount", "max:30%", "--deals", deal)
                        .errLines()
                        .getFirst())
                .isEqualTo("No proposal '%s' awaits review (--deals).".formatted(deal));
        market.run("decide", "undo", "--json", "--deal", deal).done();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            portfolio | --discount | Give one of --discount and --price
            portfolio --discount +5pt --price -10% | --price | Give one of
            portfolio --discount +5% | --discount | Write +5pt
            portfolio --discount =99% | --discount | Write +5pt
            portfolio --price deep | --price | Write -10%
            portfolio --discount +5pt --top 0 | --top | at least 1
            portfolio --discount +5pt --city Chicagoo | --city | Chicago
            portfolio --discount +5pt --category falconry | --category | One of
            portfolio --discount +5pt --deals D9 | --deals | workbench queue
            """)
    void badInputIsNamedWithWhatToDo(String call, String where, String fix) {
        Shell.Ran ran = market.run((call + " --json").split(" "));

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.json().get("error").get("where").asString()).isEqualTo(where);
        assertThat(ran.json().get("error").get("fix").asString()).contains(fix);
    }

    @Test
    void stoppedItSaysSoAndChangesNothing() {
        Shell.Ran ran =
                new Shell(folder.resolve("home")).stopped().in(market.workspace(), "portfolio", "--discount", "+5pt");

        assertThat(ran.exit()).isEqualTo(130);
        assertThat(ran.errLines())
                .containsExactly("Stopped.", "Nothing was changed; run the same command again when you like.");
    }
}
