package aidg.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import aidg.app.AppFiles;
import aidg.app.Session;
import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Progress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Decisions over a small marketplace and the model that ships: approvals, overrides, the guard and undo.
final class DecideTest extends OnSmallMarketplace {

    @Test
    void approvedProposalLeavesTheQueueUntilTheUndo() {
        String id = allowed(0);
        JsonNode approved =
                market.run("decide", "approve", "--json", "--deal", id).done();
        assertThat(approved.get("decision").asString()).isEqualTo("approve");
        assertThat(approved.get("at").asString()).isEqualTo(Shell.NOW.toString());
        assertThat(market.queued()).doesNotContain(id);

        Shell.Ran twice = market.run("decide", "override", "--reason", "other", "--deal", id);
        assertThat(twice.exit()).isEqualTo(2);
        assertThat(twice.errLines())
                .containsExactly(
                        "'%s' is decided already, line %d of the log (--deal)."
                                .formatted(id, approved.get("sequence").asInt()),
                        "Take that back first: `workbench decide undo --deal %s`.".formatted(id));

        market.run("decide", "undo", "--json", "--deal", id).done();
        assertThat(market.queued()).contains(id);
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
        Path home = folder.resolve("home");
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
        assertThat(market.queued()).contains(id);

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
        assertThat(market.queued()).contains(ids.get(2));
    }

    @Test
    void aMisspelledCategoryIsRefusedWithTheKnownOnes() {
        Shell.Ran refused =
                market.run("decide", "override", "--reason", "other", "--category", "Bowlng", "--deal", ids.get(2));
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.errLines().getFirst())
                .isEqualTo("Nothing in the marketplace is sold as 'Bowlng' (--category).");
        assertThat(refused.errLines().getLast()).startsWith("One of: automotive, ");
        assertThat(market.queued()).contains(ids.get(2));
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
        AppFiles files = new AppFiles(folder.resolve("home"), Path.of("."));
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

    /// Id of a proposal, counted from the end of the queue, that the guard's floor holds back at a price of one
    /// dollar.
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
        assertThat(market.queued()).contains(ids.get(2));
    }

    /// Id of a proposal that the guard lets through, from the fourth of the queue on, so that tests do not meet.
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
