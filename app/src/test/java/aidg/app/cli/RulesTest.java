package aidg.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// `rules`: conflicts, counter-examples, the files it writes and what it says where there is little to learn
/// from, and the prototypes of `similar`. [EXP-4] [EXP-5] [EXP-6]
final class RulesTest extends OnSmallMarketplace {

    private static final String[] RULES = {"rules", "--deals", "600", "--depth", "3", "--with-forecast"};

    private static String[] with(String... more) {
        String[] all = Arrays.copyOf(RULES, RULES.length + more.length);
        System.arraycopy(more, 0, all, RULES.length, more.length);
        return all;
    }

    /// A workspace with the small marketplace that has just opened: one past deal, no outcome.
    private Path young(Path temporary) throws IOException {
        Path from = Files.createDirectories(temporary.resolve("from"));
        for (String table : List.of("cities", "merchants", "proposals")) {
            Files.copy(market.folder().resolve(table + ".csv.gz"), from.resolve(table + ".csv.gz"));
        }
        Files.writeString(
                from.resolve("deals.csv"),
                "deal_id,merchant_id,title,category,discount,price,duration_days,proposed_on,starts_on,approved,views,"
                        + "redemptions,gp30,baseline_gp30\n"
                        + "D1,%s,Dinner,restaurant,0.3,20,14,2026-11-17,2026-11-18,true,,,,1000\n"
                                .formatted(market.merchant()));
        Path workspace = temporary.resolve("w");
        market.shell()
                .in(workspace, "import", "--json", "--from", from.toString())
                .done();
        return workspace;
    }

    @Test
    void conflictsAndCounterExamplesComeWithTheRules() {
        JsonNode json = market.run(with("--json")).done();

        List<String> texts = json.get("rules")
                .valueStream()
                .map(rule -> rule.get("text").asString())
                .toList();
        assertThat(json.get("conflicts").isArray()).isTrue();
        assertThat(json.get("conflicts")).allSatisfy(conflict -> {
            assertThat(conflict.propertyNames())
                    .containsExactly(
                            "rule",
                            "against",
                            "policy",
                            "sentence",
                            "deals",
                            "of",
                            "merchants",
                            "share",
                            "low",
                            "elsewhere",
                            "dealIds");
            assertThat(texts).contains(conflict.get("rule").asString());
        });
        assertThat(json.get("counterExamples")).isNotEmpty().allSatisfy(example -> {
            assertThat(example.propertyNames())
                    .containsExactly("rule", "dealId", "merchantId", "merchant", "title", "terms", "score", "unusual");
            assertThat(texts).contains(example.get("rule").asString());
            assertThat(example.get("score").asDouble() >= 0.5)
                    .isNotEqualTo(example.get("rule").asString().endsWith("recommend_high_gp30_deal"));
        });
        assertThat(market.run(RULES).out())
                .contains("Conflicts with the safety guard and with managers: ")
                .contains("Deals of which the model says the opposite: ");
    }

    @Test
    void theSameRulesGoIntoAFileOfEachForm(@TempDir Path out) throws IOException {
        Path json = out.resolve("rules.json");
        JsonNode printed = market.run(with("--json", "--out", json.toString())).done();
        JsonNode written = new ObjectMapper().readTree(Files.readString(json));
        assertThat(printed.get("file").asString()).isEqualTo(json.toString());
        assertThat(written.get("rules")).isEqualTo(printed.get("rules"));
        assertThat(written.get("counterExamples")).isEqualTo(printed.get("counterExamples"));

        Path csv = Files.writeString(out.resolve("RULES.CSV"), "an earlier file");
        assertThat(market.run(with("--out", csv.toString())).out()).contains("The rules are in " + csv);
        List<String> lines = Files.readAllLines(csv);
        assertThat(lines.getFirst()).startsWith("rule,verdict,coverage,precision,lift,deals,score,conflicts");
        assertThat(lines).hasSize(1 + printed.get("rules").size());
        assertThat(lines.subList(1, lines.size()))
                .allSatisfy(line -> assertThat(line).startsWith("\"IF "));

        Path txt = out.resolve("rules.txt");
        market.run(with("--json", "--out", txt.toString())).done();
        assertThat(Files.readString(txt))
                .contains(printed.get("rules").get(0).get("text").asString())
                .contains(printed.get("counterExamples")
                        .valueStream()
                        .map(example -> example.get("dealId").asString())
                        .toList())
                .doesNotContain("more: `--out");
        assertThat(out).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void whatCannotBeWrittenIsRefusedBeforeTheWork(@TempDir Path out) throws IOException {
        Path file = Files.writeString(out.resolve("file"), "");
        for (String target : List.of(
                out.resolve("rules.xlsx").toString(),
                out.resolve("rules").toString(),
                out.resolve("none/rules.csv").toString(),
                file.resolve("rules.csv").toString(),
                Files.createDirectory(out.resolve("folder.csv")).toString())) {
            Shell.Ran refused = market.run("rules", "--json", "--out", target);
            assertThat(refused.exit()).as(target).isEqualTo(2);
            assertThat(refused.json().get("error").get("where").asString()).isEqualTo("--out");
            assertThat(refused.json().get("error").get("fix").asString()).isNotEmpty();
        }
        assertThat(market.run("rules", "--out", "rules.pdf").errLines())
                .containsExactly(
                        "'rules.pdf' does not tell in which form to write (--out).",
                        "End the name with .txt, .csv, .json.");
    }

    @Test
    void aCategoryWithTooFewDealsIsToldWhichHaveEnough() {
        String unknown = market.run("rules", "--deals", "1500", "--category", "falconry")
                .errLines()
                .getLast();
        List<String> known = List.of(unknown.substring("Choose one of ".length(), unknown.length() - 1)
                .split(", "));
        JsonNode measured =
                market.run("rules", "--json", "--deals", "1500").done().get("fidelityByCategory");
        String few =
                known.stream().filter(name -> !measured.has(name)).findFirst().orElseThrow();

        Shell.Ran refused = market.run("rules", "--deals", "1500", "--category", few);

        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.errLines().getFirst()).startsWith("There are too few past deals of '%s' (".formatted(few));
        assertThat(refused.errLines().getLast()).startsWith("Leave --category out");
        assertThat(market.run("rules", "--deals", "5").errLines())
                .containsExactly(
                        "There are too few past deals (5) to learn rules from and to measure them on other merchants (--deals).",
                        "Raise --deals: there are 1,200.");
    }

    @Test
    void withHardlyAPastDealThereAreNoRulesAndThatIsSaid(@TempDir Path temporary) throws IOException {
        Path workspace = young(temporary);

        Shell.Ran refused = market.shell().in(workspace, "rules");

        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.errLines())
                .containsExactly(
                        "There are too few past deals (1) to learn rules from and to measure them on other merchants.",
                        "Import more deals with `workbench import`.");
    }

    @Test
    void aMerchantAloneInItsCategoryIsComparedWithOthers() {
        JsonNode merchants = market.run("similar", "--json", "--refresh").done();
        assertThat(merchants.get("prototypesOf").asString()).isEqualTo(Shell.NOW.toString());
        String alone = merchants
                .get("prototypes")
                .propertyStream()
                .filter(category -> category.getValue().asInt() == 1)
                .findFirst()
                .orElseThrow()
                .getKey();
        String its = market.run("similar", "--json", "--merchant", market.merchant(), "--category", alone)
                .done()
                .get("neighbours")
                .get(0)
                .get("merchantId")
                .asString();

        JsonNode found =
                market.run("similar", "--json", "--refresh", "--merchant", its).done();

        assertThat(found.get("category").asString()).isEqualTo(alone);
        assertThat(found.get("notice").asString()).startsWith("No other merchant sells ");
        assertThat(found.get("neighbours")).hasSize(5);
        assertThat(market.run("similar", "--refresh").out()).contains("were chosen anew");
        assertThat(market.run("similar", "--refresh", "--category", alone).exit())
                .isEqualTo(2);
    }
}
