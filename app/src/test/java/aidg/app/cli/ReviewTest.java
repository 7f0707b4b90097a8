package aidg.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Offset.offset;

import aidg.app.AppFiles;
import aidg.app.Session;
import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Progress;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// Queue, score, decide and import over a small marketplace and the model that ships.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ReviewTest {

    private SmallMarketplace market;
    private Path temporary;
    private List<String> ids;
    private String merchant;

    @BeforeAll
    void fill(@TempDir Path folder) {
        temporary = folder;
        market = SmallMarketplace.in(folder);
        JsonNode proposals =
                market.run("queue", "--json", "--top", "1000").done().get("proposals");
        ids = proposals.valueStream().map(row -> row.get("dealId").asString()).toList();
        merchant = proposals.get(0).get("merchantId").asString();
    }

    @Test
    void importReportsEveryTable(@TempDir Path other) {
        JsonNode report = market.shell()
                .in(
                        other.resolve("w"),
                        "import",
                        "--json",
                        "--from",
                        market.folder().toString())
                .done();
        assertThat(report.get("tables").propertyNames()).contains("cities", "merchants", "deals", "proposals");
        assertThat(report.get("tables").propertyStream()).allSatisfy(table -> {
            JsonNode count = table.getValue();
            assertThat(count.propertyNames()).contains("read", "accepted", "rejected");
            assertThat(count.get("read").asInt())
                    .isEqualTo(count.get("accepted").asInt()
                            + count.get("rejected").asInt());
        });
        assertThat(report.get("tables").get("merchants").get("accepted").asInt())
                .isEqualTo(40);
        assertThat(report.get("rejectsFile").isNull()).isTrue();
    }

    @Test
    void strictImportRefusesAndLeavesThePreviousMarketplace(@TempDir Path other) throws Exception {
        Path workspace = other.resolve("w");
        market.shell().in(workspace, "import", "--from", market.folder().toString());
        JsonNode before = market.shell().in(workspace, "queue", "--json").done();
        Path broken = Files.createDirectories(other.resolve("broken"));
        for (String table : List.of("cities", "deals", "overrides", "notes", "proposals")) {
            Files.copy(market.folder().resolve(table + ".csv.gz"), broken.resolve(table + ".csv.gz"));
        }
        byte[] packed = Files.readAllBytes(market.folder().resolve("merchants.csv.gz"));
        String merchants = new String(
                new GZIPInputStream(new ByteArrayInputStream(packed)).readAllBytes(), StandardCharsets.UTF_8);
        Files.writeString(broken.resolve("merchants.csv"), merchants + "half a row\n");

        Shell.Ran refused = market.shell().in(workspace, "import", "--json", "--strict", "--from", broken.toString());
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.json().get("imported").asBoolean()).isFalse();
        assertThat(refused.json().get("tables").get("merchants").get("rejected").asInt())
                .isEqualTo(1);
        assertThat(Path.of(refused.json().get("rejectsFile").asString()))
                .content()
                .contains("merchants.csv");
        assertThat(market.shell().in(workspace, "queue", "--json").done()).isEqualTo(before);
    }

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
                        merchant,
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
                temporary.resolve("deals.csv"),
                "\uFEFFdiscount,price,days,date\r\n0.25,39,14,2099-01-05\r\n\r\n0.5,10,7,2099-01-05\r\n");
        JsonNode results = market.run("score", "--json", "--merchant", merchant, "--deals", file.toString())
                .done()
                .get("results");
        JsonNode second = market.run(
                        "score",
                        "--json",
                        "--merchant",
                        merchant,
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
        assertThat(results.get(1).get("merchantId").asString()).isEqualTo(merchant);
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
                ? lines + "\n" + merchant + ",0.2,20,7\n"
                : "merchant_id,discount,price,duration_days,category,starts_on\n"
                        + lines.replace("M,", merchant + ",").replace(';', '\n');
        Path file = Files.writeString(temporary.resolve("wrong.csv"), text);
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
        Path empty = Files.writeString(temporary.resolve("empty.csv"), "");
        Path header = Files.writeString(temporary.resolve("header.csv"), "merchant_id,discount,price,duration_days\n");
        Path binary = Files.write(temporary.resolve("binary.csv"), new byte[] {(byte) 0xC3, 0x28, '\n'});
        assertThat(market.run("score", "--deals", empty.toString()).err()).startsWith("The file is empty");
        assertThat(market.run("score", "--deals", header.toString()).err()).startsWith("The file holds no deals");
        assertThat(market.run("score", "--deals", binary.toString()).err()).startsWith("The file is not text in UTF-8");
        assertThat(market.run("score", "--deals", temporary.toString()).err()).startsWith("This is a folder");
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

    @Test
    void approvedProposalLeavesTheQueueUntilTheUndo() {
        String id = allowed(0);
        JsonNode approved =
                market.run("decide", "approve", "--json", "--deal", id).done();
        assertThat(approved.get("decision").asString()).isEqualTo("approve");
        assertThat(approved.get("at").asString()).isEqualTo(Shell.NOW.toString());
        assertThat(queued()).doesNotContain(id);

        Shell.Ran twice = market.run("decide", "override", "--reason", "other", "--deal", id);
        assertThat(twice.exit()).isEqualTo(2);
        assertThat(twice.errLines())
                .containsExactly(
                        "'%s' is decided already, line %d of the log (--deal)."
                                .formatted(id, approved.get("sequence").asInt()),
                        "Take that back first: `workbench decide undo --deal %s`.".formatted(id));

        market.run("decide", "undo", "--json", "--deal", id).done();
        assertThat(queued()).contains(id);
        Shell.Ran again = market.run("decide", "undo", "--deal", id);
        assertThat(again.exit()).isEqualTo(2);
        assertThat(again.errLines().getFirst()).contains("There is no decision on '%s' to take back".formatted(id));
    }

    @Test
    void overrideKeepsReasonTermsAndComment() {
        String id = allowed(1);
        JsonNode decided = market.run(
                        "decide",
                        "override",
                        "--json",
                        "--deal",
                        id,
                        "--reason",
                        "discount_too_deep",
                        "--discount",
                        "0.1",
                        "--accept-guard",
                        "If need be",
                        "--comment",
                        "Too generous")
                .done();
        assertThat(decided.get("guard").propertyNames()).contains("allowed", "reason", "checks");
        assertThat(verdictOn(id)).contains("DISCOUNT_TOO_DEEP", "fraction=0.1", "Too generous");
    }

    private String verdictOn(String id) {
        Path home = temporary.resolve("home");
        AppFiles files = new AppFiles(home, Path.of("."));
        Clock clock = Clock.fixed(Shell.NOW, ZoneOffset.UTC);
        try (Session session = Session.open(files, market.workspace(), new char[0], clock)) {
            return session.workspace().decisions().stream()
                    .filter(decision -> decision.dealId().equals(id))
                    .map(decision -> decision.verdict().toString())
                    .collect(Collectors.joining("; "));
        }
    }

    @Test
    void newTermsThatTheGuardRefusesNeedAReasonToOverruleIt() {
        String id = refusedAtThisPrice();
        JsonNode guard = market.run("score", "--json", "--deal", id, "--price", "1")
                .done()
                .get("guard");
        String rule = guard.get("reason").asString();

        Shell.Ran refused =
                market.run("decide", "override", "--json", "--reason", "other", "--price", "1", "--deal", id);
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.json().get("error").get("message").asString())
                .startsWith("The safety guard does not let these terms go out: " + rule + " (")
                .contains("$");
        assertThat(refused.errLines().getLast()).contains("--accept-guard");
        assertThat(queued()).contains(id);

        Shell.Ran overruled = market.run(
                "decide",
                "override",
                "--json",
                "--reason",
                "other",
                "--price",
                "1",
                "--accept-guard",
                "Opening week",
                "--deal",
                id);
        assertThat(overruled.done().get("guard")).isEqualTo(guard);
        assertThat(overruled.errLines())
                .singleElement()
                .asString()
                .startsWith("The safety guard is overruled: " + rule);
        assertThat(verdictOn(id)).contains("Despite the guard: " + rule, "Opening week");
        market.run("decide", "undo", "--json", "--deal", id).done();
    }

    @Test
    void whatIsNeverSoldIsNotLetOutByAnybody() {
        Shell.Ran refused = market.run(
                "decide",
                "override",
                "--reason",
                "other",
                "--category",
                "Gambling",
                "--accept-guard",
                "The merchant asked",
                "--deal",
                ids.get(2));
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.errLines().getFirst())
                .isEqualTo("These terms never go out: High-risk category (Gambling is never sold) (decide override).");
        assertThat(queued()).contains(ids.get(2));
    }

    @Test
    void aMisspelledCategoryIsRefusedWithTheKnownOnes() {
        Shell.Ran refused =
                market.run("decide", "override", "--reason", "other", "--category", "Bowlng", "--deal", ids.get(2));
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.errLines().getFirst())
                .isEqualTo("Nothing in the marketplace is sold as 'Bowlng' (--category).");
        assertThat(refused.errLines().getLast()).startsWith("One of: automotive, ");
        assertThat(queued()).contains(ids.get(2));
    }

    @Test
    void theProposalsOwnTermsAreNoNewOnes() {
        Shell.Ran refused = market.run(
                "decide",
                "override",
                "--reason",
                "other",
                "--discount",
                String.valueOf(proposalTerms(ids.get(2)).discount().fraction()),
                "--deal",
                ids.get(2));
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.errLines().getFirst()).contains("are the terms that '" + ids.get(2) + "' has already");
    }

    private DealTerms proposalTerms(String id) {
        AppFiles files = new AppFiles(temporary.resolve("home"), Path.of("."));
        Clock clock = Clock.fixed(Shell.NOW, ZoneOffset.UTC);
        try (Session session = Session.open(files, market.workspace(), new char[0], clock)) {
            return session.marketplace(Progress.SILENT).proposals().stream()
                    .filter(proposal -> proposal.id().equals(id))
                    .findFirst()
                    .orElseThrow()
                    .terms();
        }
    }

    @Test
    void aNewDiscountKeepsTheListPrice() {
        DealTerms before = proposalTerms(ids.get(3));
        JsonNode decided = market.run(
                        "decide",
                        "override",
                        "--json",
                        "--reason",
                        "discount_too_deep",
                        "--discount",
                        "0.05",
                        "--accept-guard",
                        "If need be",
                        "--deal",
                        ids.get(3))
                .done();
        double price = decided.get("newTerms").get("price").asDouble();
        assertThat(price).isCloseTo(before.listPrice().amount() * 0.95, within(0.01));
        market.run("decide", "undo", "--json", "--deal", ids.get(3)).done();
    }

    @Test
    void whyTheGuardIsOverruledBelongsToNewTerms() {
        Shell.Ran withoutTerms = market.run(
                "decide", "override", "--reason", "other", "--accept-guard", "Because", "--deal", ids.get(2));
        assertThat(withoutTerms.exit()).isEqualTo(2);
        assertThat(withoutTerms.errLines().getFirst())
                .isEqualTo("--accept-guard is about new terms, and there are none.");
        Shell.Ran withoutWhy = market.run(
                "decide", "override", "--reason", "other", "--price", "9", "--accept-guard", " ", "--deal", ids.get(2));
        assertThat(withoutWhy.exit()).isEqualTo(2);
        assertThat(withoutWhy.errLines().getFirst()).isEqualTo("--accept-guard does not say why.");
    }

    /// Id of a proposal, counted from the end of the queue, that the guard's floor holds back at a price of one dollar.
    private String refusedAtThisPrice() {
        return ids.reversed().stream()
                .filter(id -> market.run("score", "--json", "--deal", id, "--price", "1")
                        .done()
                        .get("guard")
                        .get("reason")
                        .asString()
                        .equals("GP30 below baseline threshold"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void overrideWithImpossibleTermsChangesNothing() {
        Shell.Ran refused =
                market.run("decide", "override", "--reason", "other", "--days", "900", "--deal", ids.get(2));
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.errLines().getFirst()).isEqualTo("Duration 900 days is not in 1..365.");
        assertThat(queued()).contains(ids.get(2));
    }

    @Test
    void secondUserIsToldWhoHoldsTheWorkspace() {
        AppFiles files = new AppFiles(temporary.resolve("home"), Path.of("."));
        Clock clock = Clock.fixed(Shell.NOW, ZoneOffset.UTC);
        try (Session ours = Session.open(files, market.workspace(), new char[0], clock)) {
            assertThat(ours.directory()).isEqualTo(market.workspace());
            Shell.Ran refused = market.run("queue", "--json");
            assertThat(refused.exit()).isEqualTo(1);
            JsonNode error = refused.json().get("error");
            assertThat(error.get("code").asString()).isEqualTo("failed");
            assertThat(error.get("message").asString())
                    .contains("is in use by process " + ProcessHandle.current().pid());
            assertThat(error.get("fix").asString()).startsWith("Switch to that window");
        }
    }

    @Test
    void stoppedImportLeavesThePreviousMarketplace(@TempDir Path other) {
        Shell.Ran stopped = new Shell(temporary.resolve("home"))
                .stopped()
                .in(
                        market.workspace(),
                        "import",
                        "--json",
                        "--from",
                        market.folder().toString());
        assertThat(stopped.exit()).isEqualTo(130);
        assertThat(stopped.errLines().getFirst()).isEqualTo("Stopped.");
        assertThat(stopped.json().get("error").get("code").asString()).isEqualTo("stopped");
        assertThat(queued()).contains(ids.getLast());
        Path out = other.resolve("g");
        assertThat(new Shell(other)
                        .stopped()
                        .run("generate", "--out", out.toString())
                        .exit())
                .isEqualTo(130);
        assertThat(out).doesNotExist();
    }

    private List<String> queued() {
        return market.run("queue", "--json", "--top", "1000")
                .done()
                .get("proposals")
                .valueStream()
                .map(row -> row.get("dealId").asString())
                .toList();
    }

    /// Id of a proposal that the guard lets through, counted from the end of the queue so that other tests' do not
    /// meet.
    private String allowed(int skip) {
        JsonNode rows = market.run("queue", "--json", "--top", "1000").done().get("proposals");
        return IntStream.range(3, rows.size() - 1)
                .mapToObj(rows::get)
                .filter(row -> row.get("allowed").asBoolean())
                .skip(skip)
                .map(row -> row.get("dealId").asString())
                .findFirst()
                .orElseThrow();
    }
}
