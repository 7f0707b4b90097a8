package aidg.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// `explain`, `similar` and `rules`: what they print and what they refuse. [EXP-1] [EXP-4] [EXP-5]
final class WhyTest extends OnSmallMarketplace {

    @Test
    void anExplanationHasThreeAttributionsAndSaysHowFarToTrustIt() {
        JsonNode explained = market.run("explain", "--json", "--deal", deal).done();

        for (JsonNode row : explained.get("attention").get("weights")) {
            assertThat(row.valueStream().mapToDouble(JsonNode::asDouble).sum()).isCloseTo(1, offset(1e-4));
        }
        assertThat(explained.get("contributions").get(0).propertyNames())
                .contains("feature", "points", "gp30", "attention", "gradient", "occlusion", "parts");
        double sum = explained
                .get("contributions")
                .valueStream()
                .mapToDouble(row -> row.get("points").asDouble())
                .sum();
        assertThat(explained.get("baseScore").asDouble()
                        + sum
                        + explained.get("riskAdjustment").asDouble())
                .as("what is told adds up to the score")
                .isCloseTo(explained.get("score").asDouble(), offset(1e-6));
        JsonNode forecast = explained
                .get("contributions")
                .valueStream()
                .filter(row -> row.get("feature").asString().equals("expected_sales"))
                .findFirst()
                .orElseThrow();
        assertThat(forecast.get("parts")
                        .valueStream()
                        .map(part -> part.get("feature").asString()))
                .contains("discount", "season", "competition", "overrides");
        assertThat(forecast.get("parts")
                        .valueStream()
                        .mapToDouble(part -> part.get("points").asDouble())
                        .sum())
                .isCloseTo(forecast.get("points").asDouble(), offset(1e-9));
        assertThat(explained.get("faithfulness").propertyNames())
                .contains("agreement", "deletion", "insertion", "localFidelity", "steadiness", "badge");
        assertThat(explained.get("sentences").isEmpty()).isFalse();
        assertThat(explained.get("against").isEmpty()).isFalse();
        assertThat(market.run("explain", "--deal", deal).out())
                .contains("Agreement", "looked at", "smaller ones", "Risk of an override");
    }

    @Test
    void anExplanationLeadsBackToPastDealsAndOverrides() {
        JsonNode explained = market.run("explain", "--json", "--deal", deal).done();

        JsonNode pasts = explained.get("pasts");
        assertThat(pasts.valueStream().map(past -> past.get("branch").asString()))
                .containsExactly("deals", "overrides");
        JsonNode deals = pasts.get(0);
        assertThat(deals.get("events").size()).isBetween(1, 50);
        assertThat(deals.get("events").get(0).propertyNames())
                .contains("dealId", "terms", "startsOn", "endsOn", "gp30", "overBaseline", "matured", "override");
        JsonNode history = deals.get("readings").get(0);
        assertThat(explained.get("attention").get("columns").valueStream().map(JsonNode::asString))
                .contains(history.get("column").asString());
        assertThat(explained.get("attention").get("groups").size())
                .isEqualTo(explained.get("attention").get("columns").size());
        for (JsonNode head : history.get("heads")) {
            assertThat(head.size()).isEqualTo(deals.get("events").size());
            assertThat(head.valueStream().mapToDouble(JsonNode::asDouble).sum()).isCloseTo(1, offset(1e-5));
        }
        assertThat(market.run("explain", "--deal", deal).out())
                .containsPattern(
                        "looks most at deal D\\d+ of \\d+ \\w+ \\d{4} \\(\\d+%, \\$[\\d,]+\\): \\d+% on average, \\d+% of head \\d");
    }

    @Test
    void similarMerchantsComeWithWhatTheyOffered() {
        JsonNode found = market.run("similar", "--json", "--deal", deal).done();

        assertThat(found.get("neighbours").isEmpty()).isFalse();
        assertThat(found.get("neighbours").get(0).propertyNames())
                .contains("merchantId", "cosine", "maturedDeals", "reachedBaseline", "offered", "differs");
        String merchant = found.get("merchantId").asString();
        JsonNode elsewhere = market.run("similar", "--json", "--merchant", merchant, "--category", "falconry")
                .done();
        assertThat(elsewhere.get("notice").asString()).contains("No other merchant sells");
    }

    @Test
    void rulesHaveTheirFormAndTheirFidelity() {
        JsonNode rules = market.run("rules", "--json", "--deals", "400", "--depth", "3", "--deal", deal)
                .done();

        assertThat(rules.get("rules").get(0).get("text").asString())
                .startsWith("IF ")
                .contains(" THEN ");
        assertThat(rules.get("fidelity").propertyNames()).contains("r2", "accuracy", "heldOut");
        assertThat(rules.get("rules").valueStream().map(rule -> rule.get("text").asString()))
                .contains(rules.get("fires").asString());
    }

    @Test
    void whatIsNotThereIsRefused() {
        assertThat(market.run("explain", "--deal", "D9").exit()).isEqualTo(2);
        assertThat(market.run("explain").exit()).isEqualTo(2);
        assertThat(market.run("similar").exit()).isEqualTo(2);
        assertThat(market.run("similar", "--merchant", "M9", "--deal", deal).exit())
                .isEqualTo(2);
        assertThat(market.run("similar", "--merchant", "M9").exit()).isEqualTo(2);
        assertThat(market.run("rules", "--depth", "9").exit()).isEqualTo(2);
        assertThat(market.run("rules", "--deals", "0").exit()).isEqualTo(2);
        Shell.Ran unknown = market.run("rules", "--deals", "50", "--category", "falconry");
        assertThat(unknown.exit()).isEqualTo(2);
        assertThat(unknown.err()).contains("falconry", "Choose one of");
    }
}
