package aidg.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// What-if and counterfactuals on the command line. [WB-10]
final class WhatIfTest extends OnSmallMarketplace {

    @Test
    void aSurfaceHasAValueForEveryPairAndSaysWhereTheGuardRejects() {
        JsonNode found = market.run("whatif", "--json", "--deal", deal, "--axes", "discount,duration", "--grid", "5")
                .done();

        assertThat(found.get("x").size()).isEqualTo(5);
        assertThat(found.get("values").size()).isEqualTo(5);
        assertThat(found.get("values").get(0).size()).isEqualTo(5);
        assertThat(found.get("rejected").get(4).get(4).isBoolean()).isTrue();
        assertThat(found.get("curves").size()).isEqualTo(3);
        assertThat(found.get("acceptable").propertyNames()).containsExactly("discount", "price", "duration");
        assertThat(market.run("whatif", "--deal", deal, "--value", "score").out())
                .contains("Score by price (down) and discount (across)");
    }

    @Test
    void theSurfaceSaysWhatScoringThoseTermsSays() {
        JsonNode found = market.run(
                        "whatif", "--json", "--deal", deal, "--grid", "3", "--value", "score", "--days", "20")
                .done();

        String discount = String.valueOf(found.get("x").get(1).asDouble());
        String price = String.valueOf(found.get("y").get(2).asDouble());
        JsonNode scored = market.run(
                        "score", "--json", "--deal", deal, "--discount", discount, "--price", price, "--days", "20")
                .done();
        assertThat(found.get("values").get(1).get(2).asDouble())
                .isCloseTo(scored.get("score").asDouble(), offset(1e-5));
    }

    @Test
    void anEditKeepsToItsLimitsAndScoresAsItSays() {
        JsonNode found = market.run(
                        "counterfactual",
                        "--json",
                        "--deal",
                        deal,
                        "--target",
                        "0.3",
                        "--freeze",
                        "duration,category",
                        "--limit",
                        "discount=10%..40%/5%")
                .done();

        assertThat(found.get("limits").propertyNames()).containsExactly("discount", "price");
        List<JsonNode> edits = found.get("edits").valueStream().toList();
        JsonNode nearest = found.get("nearest");
        JsonNode one = edits.isEmpty() ? nearest.isNull() ? found.get("before") : nearest : edits.getFirst();
        JsonNode terms = one.get("terms");
        double discount = terms.get("discount").asDouble();
        if (!edits.isEmpty() || !nearest.isNull()) {
            assertThat(discount).isBetween(0.1, 0.4);
        }
        JsonNode scored = market.run(
                        "score",
                        "--json",
                        "--deal",
                        deal,
                        "--discount",
                        String.valueOf(discount),
                        "--price",
                        String.valueOf(terms.get("price").asDouble()),
                        "--days",
                        String.valueOf(terms.get("durationDays").asInt()))
                .done();
        assertThat(one.get("score").asDouble()).isCloseTo(scored.get("score").asDouble(), offset(1e-4));
        assertThat(found.get("found").asBoolean()).isEqualTo(!edits.isEmpty());
        assertThat(market.run("counterfactual", "--deal", deal).out()).contains("Limits: ");
    }

    @Test
    void whatCannotBeReachedIsSaidWithTheNearestMiss() {
        JsonNode found = market.run("counterfactual", "--json", "--deal", deal, "--target", "1", "--freeze", "category")
                .done();

        assertThat(found.get("found").asBoolean()).isFalse();
        assertThat(found.get("reason").asString()).startsWith("No edit within these limits");
        assertThat(found.get("nearest").get("sentence").asString()).contains("score");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "counterfactual --deal D9",
                "counterfactual",
                "counterfactual --deal DEAL --target 2",
                "counterfactual --deal DEAL --freeze colour",
                "counterfactual --deal DEAL --limit price",
                "counterfactual --deal DEAL --limit price=9..3",
                "counterfactual --deal DEAL --limit discount=20..30",
                "counterfactual --deal DEAL --max-changes 7",
                "whatif --deal DEAL --axes price",
                "whatif --deal DEAL --axes price,price",
                "whatif --deal DEAL --axes price,colour",
                "whatif --deal DEAL --grid 1",
                "whatif --deal DEAL --value fun",
                "whatif --deal DEAL --category falconry"
            })
    void badInputIsNamed(String call) {
        Shell.Ran ran = market.run(call.replace("DEAL", deal).split(" "));

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).isNotBlank();
    }
}
