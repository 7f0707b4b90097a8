package aidg.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// Queue and scores over a small marketplace and the model that ships.
final class ScoreTest extends OnSmallMarketplace {

    @Test
    void queueIsRankedByTheValueOfAReview() {
        JsonNode rows = market.run("queue", "--json", "--top", "5").done().get("proposals");
        assertThat(rows.size()).isEqualTo(5);
        for (int i = 0; i < rows.size(); i++) {
            JsonNode row = rows.get(i);
            assertThat(row.propertyNames())
                    .contains(
                            "rank",
                            "dealId",
                            "merchantId",
                            "score",
                            "low",
                            "high",
                            "expectedGp30",
                            "risk",
                            "reviewValue");
            assertThat(row.get("rank").asInt()).isEqualTo(i + 1);
            assertThat(row.get("expectedGp30").isNumber()).isTrue();
            assertThat(row.get("score").asDouble())
                    .isBetween(row.get("low").asDouble(), row.get("high").asDouble());
            if (i > 0) {
                assertThat(row.get("reviewValue").asDouble())
                        .isLessThanOrEqualTo(rows.get(i - 1).get("reviewValue").asDouble());
            }
        }
    }

    @Test
    void optionsBeforeTheCommandCountAsWell() {
        JsonNode behind = market.run("queue", "--json", "--top", "2").done();
        JsonNode before = market.shell()
                .run("--json", "--workspace", market.workspace().toString(), "queue", "--top", "2")
                .done();
        assertThat(before).isEqualTo(behind);
    }

    @Test
    void describedDealIsScoredWithItsInterval() {
        JsonNode scored = market.run(
                        "score",
                        "--json",
                        "--merchant",
                        market.merchant(),
                        "--discount",
                        "0.25",
                        "--price",
                        "39",
                        "--days",
                        "14")
                .done();
        assertThat(scored.propertyNames())
                .contains("score", "low", "high", "risk", "expectedGp30", "guard", "modelHash", "device");
        assertThat(scored.get("guard").propertyNames()).contains("allowed", "reason");
        assertThat(scored.get("score").asDouble())
                .isBetween(scored.get("low").asDouble(), scored.get("high").asDouble());
        assertThat(scored.get("expectedGp30").isNumber()).isTrue();
        assertThat(scored.has("trace")).isFalse();
    }

    @Test
    void termsGivenReplaceTheProposals() {
        JsonNode own = market.run("score", "--json", "--deal", ids.getLast()).done();
        JsonNode other = market.run("score", "--json", "--deal", ids.getLast(), "--discount", "0.79", "--days", "90")
                .done();
        assertThat(other.get("dealId")).isEqualTo(own.get("dealId"));
        assertThat(other.get("score")).isNotEqualTo(own.get("score"));
    }

    @Test
    void explanationAddsUpToTheScore() {
        JsonNode scored = market.run("score", "--json", "--explain", "--deal", ids.getLast())
                .done();
        JsonNode trace = scored.get("trace");
        double sum = trace.get("contributions")
                .valueStream()
                .mapToDouble(part -> part.get("points").asDouble())
                .sum();
        assertThat(trace.get("baseScore").asDouble() + sum)
                .isCloseTo(scored.get("score").asDouble(), offset(1e-4));
        assertThat(market.run("score", "--explain", "--deal", ids.getLast()).out())
                .contains("Why, in points of score", "Model ");
    }

    @Test
    void fileOfDealsIsScoredInItsOrderAsOneByOne() throws Exception {
        Path file = Files.writeString(
                folder.resolve("deals.csv"),
                "\uFEFFdiscount,price,days,date\r\n0.25,39,14,2099-01-05\r\n\r\n0.5,10,7,2099-01-05\r\n");
        JsonNode results = market.run("score", "--json", "--merchant", market.merchant(), "--deals", file.toString())
                .done()
                .get("results");
        JsonNode second = market.run(
                        "score",
                        "--json",
                        "--merchant",
                        market.merchant(),
                        "--discount",
                        "0.5",
                        "--price",
                        "10",
                        "--days",
                        "7",
                        "--date",
                        "2099-01-05")
                .done();
        assertThat(results.size()).isEqualTo(2);
        assertThat(results.get(1).get("score").asDouble())
                .isCloseTo(second.get("score").asDouble(), offset(1e-5));
        assertThat(results.get(1).get("merchantId").asString()).isEqualTo(market.merchant());
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            merchant_id;discount;price;duration_days           | line 1 | merchant_id   | is missing
            merchant_id,discount,duration_days                 | line 1 | price         | is missing
            merchant_id,discount,discount,price,duration_days  | line 1 | discount      | is there twice
            M,0.2,20,7;nobody,0.2,20,7                         | line 3 | merchant_id   | no merchant has the id 'nobody'
            M,0.2,20,7;;,0.2,20,7                              | line 4 | merchant_id   | it is empty
            M,much,20,7                                        | line 2 | discount      | 'much' is not a number
            M,25,20,7                                          | line 2 | discount      | not in 0..1
            M,1e999,20,7                                       | line 2 | discount      | '1e999' is not a number
            M,0.2,,7                                           | line 2 | price         | it is empty
            M,0.2,0,7                                          | line 2 | price         | not more than 0
            M,0.2,1e99,7                                       | line 2 | price         | not a usable sum
            M,0.2,20,7.5                                       | line 2 | duration_days | not a whole number of days
            M,0.2,20,400                                       | line 2 | duration_days | not in 1..365
            M,0.2,20                                           | line 2 | duration_days | it is empty
            M,0.2,20,7,!!                                      | line 2 | category      | category is empty
            M,0.2,20,7,,soon                                   | line 2 | starts_on     | 'soon' is not a date like 2026-11-23
            M,0.2,20,7,,1999-01-01                             | line 2 | starts_on     | but the data ends on
            M,"0,2",20,7,spa,2099-01-01                        | line 2 | ``            | 7 values for 6 columns
            """)
    void wrongFileOfDealsIsToldLineAndColumn(String lines, String line, String column, String reason) throws Exception {
        boolean header = lines.startsWith("merchant_id");
        String text = header
                ? lines + "\n" + market.merchant() + ",0.2,20,7\n"
                : "merchant_id,discount,price,duration_days,category,starts_on\n"
                        + lines.replace("M,", market.merchant() + ",").replace(';', '\n');
        Path file = Files.writeString(folder.resolve("wrong.csv"), text);
        Shell.Ran refused = market.run("score", "--json", "--deals", file.toString());
        JsonNode error = refused.json().get("error");
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(error.get("message").asString())
                .contains(reason)
                .doesNotContain("..1..")
                .endsWith(".");
        assertThat(error.get("where").asString())
                .isEqualTo("%s, %s%s".formatted(file, line, column.isEmpty() ? "" : ", column " + column));
        assertThat(refused.errLines()).hasSize(2);
    }

    @Test
    void fileThatIsNoTextOfDealsIsRefused() throws Exception {
        Path empty = Files.writeString(folder.resolve("empty.csv"), "");
        Path header = Files.writeString(folder.resolve("header.csv"), "merchant_id,discount,price,duration_days\n");
        Path binary = Files.write(folder.resolve("binary.csv"), new byte[] {(byte) 0xC3, 0x28, '\n'});
        assertThat(market.run("score", "--deals", empty.toString()).err()).startsWith("The file is empty");
        assertThat(market.run("score", "--deals", header.toString()).err()).startsWith("The file holds no deals");
        assertThat(market.run("score", "--deals", binary.toString()).err()).startsWith("The file is not text in UTF-8");
        assertThat(market.run("score", "--deals", folder.toString()).err()).startsWith("This is a folder");
        assertThat(market.run("score", "--deals", "/nowhere.csv").err()).startsWith("There is no such file");
    }

    @Test
    void unknownIdsAreRefused() {
        Shell.Ran deal = market.run("decide", "approve", "--deal", "D0");
        assertThat(deal.exit()).isEqualTo(2);
        assertThat(deal.errLines())
                .containsExactly("No proposal has the id 'D0' (--deal).", "`workbench queue` shows ids.");
        Shell.Ran whose = market.run("score", "--merchant", "M0", "--discount", "0.2", "--price", "9", "--days", "7");
        assertThat(whose.exit()).isEqualTo(2);
        assertThat(whose.errLines().getFirst()).isEqualTo("No merchant has the id 'M0' (--merchant).");
    }
}
