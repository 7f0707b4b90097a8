package aidg.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Second readings and a manager's record over a small marketplace and the model that ships.
final class SecondTest extends OnSmallMarketplace {

    private static final String REASON = "no_capacity";
    private static final String COMMENT = "=HYPERLINK(1) full until Easter";

    private final List<String> approved = new ArrayList<>();
    private final List<String> overridden = new ArrayList<>();

    @Test
    void aSecondReadingFromTheFirstDecisionToItsSettling() throws Exception {
        withoutDecisionsThereIsNothingToReadAndItSaysWhatToDo();
        theFirstReadersOwnDecisionsAreRefused();
        nothingThatIsPrintedBeforeTheAnswerTellsTheFirstVerdict();
        anAnswerStandsAndTheAuditLogHasTheReaderButNotTheAnswer();
        agreementCountsOnlyWhatBothHaveRead();
        disagreementsStandSideBySideUntilDecidedAnewAndNoCellIsAFormula();
        wrongCallsNameTheOption();
    }

    private void withoutDecisionsThereIsNothingToReadAndItSaysWhatToDo() {
        assertThat(market.run("second", "list").out()).contains("Nothing is decided yet", "workbench decide");
        assertThat(market.run("second", "agreement", "--reader", "Ben").out())
                .contains("has read nothing that somebody else");
        assertThat(market.run("second", "disagreements", "--reader", "Ben").out())
                .contains("differ on nothing");
    }

    private void theFirstReadersOwnDecisionsAreRefused() {
        for (JsonNode row : market.run("queue", "--json", "--top", "1000", "--filter", "-guard:rejected")
                .done()
                .get("proposals")) {
            if (approved.size() < 3) {
                approved.add(row.get("dealId").asString());
            } else if (overridden.size() < 2) {
                overridden.add(row.get("dealId").asString());
            }
        }
        approved.forEach(
                id -> market.run("decide", "approve", "--json", "--deal", id).done());
        overridden.forEach(
                id -> market.run("decide", "override", "--json", "--deal", id, "--reason", REASON, "--comment", COMMENT)
                        .done());
        JsonNode own = market.run("second", "list", "--json").done();
        assertThat(own.get("left").asInt()).isZero();
        assertThat(own.get("own").asInt()).isEqualTo(5);
        assertThat(market.run("second", "list").out()).contains("All 5 decisions are", "--reader NAME");
        Shell.Ran refused = market.run("second", "read", "--deal", approved.getFirst(), "--goes-out");
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.errLines().getFirst()).contains("own, and nobody reads their own");
    }

    private void nothingThatIsPrintedBeforeTheAnswerTellsTheFirstVerdict() {
        List<String> told = new ArrayList<>();
        for (String form : List.of("--json", "--reader=Ben")) {
            told.add(market.run("second", "list", "--reader", "Ben", form.equals("--json") ? form : "--top=50")
                    .out());
            for (String id : all()) {
                told.add(
                        form.equals("--json")
                                ? market.run("second", "read", "--reader", "Ben", "--deal", id, form)
                                        .out()
                                : market.run("second", "read", "--reader", "Ben", "--deal", id)
                                        .out());
            }
        }
        assertThat(String.join("\n", told))
                .contains(all())
                .doesNotContain(
                        REASON, "HYPERLINK", "Easter", "Merchant has no capacity", "overridden", "\"approved\"");
        // Nothing but the proposal's own figures may differ: the same keys for approved and overridden ones.
        assertThat(keys(approved.getFirst())).isEqualTo(keys(overridden.getFirst()));
        JsonNode list =
                market.run("second", "list", "--reader", "Ben", "--json").done();
        assertThat(list.get("left").asInt()).isEqualTo(5);
    }

    private List<String> all() {
        List<String> all = new ArrayList<>(approved);
        all.addAll(overridden);
        return all;
    }

    private List<String> keys(String dealId) {
        return List.copyOf(market.run("second", "read", "--reader", "Ben", "--deal", dealId, "--json")
                .done()
                .propertyNames());
    }

    private void anAnswerStandsAndTheAuditLogHasTheReaderButNotTheAnswer() {
        String first = approved.getFirst();
        JsonNode read = market.run(
                        "second",
                        "read",
                        "--json",
                        "--reader",
                        "Ben",
                        "--deal",
                        first,
                        "--reason",
                        "price_too_high",
                        "--comment",
                        "@half of it")
                .done();
        assertThat(read.get("goesOut").asBoolean()).isFalse();
        assertThat(read.get("left").asInt()).isEqualTo(4);
        Shell.Ran again = market.run("second", "read", "--reader", "ben", "--deal", first, "--goes-out");
        assertThat(again.exit()).isEqualTo(2);
        assertThat(again.errLines().getFirst()).contains("has read %s already".formatted(first));
        JsonNode line = market.run("audit", "show", "--json", "--top", "1")
                .done()
                .get("lines")
                .get(0);
        assertThat(line.get("kind").asString()).isEqualTo("second-reading");
        assertThat(line.get("actor").asString()).isEqualTo("Ben");
        assertThat(line.toString()).doesNotContain("price_too_high", "half of it");
    }

    private void agreementCountsOnlyWhatBothHaveRead() {
        market.run("second", "read", "--json", "--reader", "Ben", "--deal", approved.get(1), "--goes-out")
                .done();
        market.run("second", "read", "--json", "--reader", "Ben", "--deal", overridden.getFirst(), "--reason", "other")
                .done();
        JsonNode with = market.run("second", "agreement", "--json", "--reader", "Ben")
                .done()
                .get("with")
                .get(0);
        assertThat(with.get("both").asInt()).isEqualTo(3);
        assertThat(with.get("same").asInt()).isEqualTo(2);
        // Of three: both yes 1, only the first 1, both no 1: observed 2/3, by chance 4/9, kappa 0.4.
        assertThat(with.get("kappa").asDouble()).isCloseTo(0.4, within(1e-12));
        assertThat(with.get("band").isNull()).as("too few for a word").isTrue();
        assertThat(market.run("second", "agreement", "--json", "--reader", "Cleo")
                        .done()
                        .get("with"))
                .isEmpty();
    }

    private void disagreementsStandSideBySideUntilDecidedAnewAndNoCellIsAFormula() throws Exception {
        Path csv = folder.resolve("differ.csv");
        JsonNode told = market.run("second", "disagreements", "--json", "--reader", "Ben", "--out", csv.toString())
                .done();
        assertThat(told.get("disagreements")).hasSize(1);
        JsonNode one = told.get("disagreements").get(0);
        assertThat(one.get("deal_id").asString()).isEqualTo(approved.getFirst());
        assertThat(one.get("first_goes_out").asBoolean()).isTrue();
        assertThat(one.get("second_reason").asString()).isEqualTo("price_too_high");
        assertThat(Files.readString(csv))
                .startsWith("\"deal_id\",\"first_reader\"")
                .contains("\"'@half of it\"");
        assertThat(market.run("second", "disagreements", "--reader", "Cleo", "--json")
                        .done()
                        .get("disagreements"))
                .isEmpty();

        market.run("decide", "undo", "--json", "--deal", approved.getFirst()).done();
        assertThat(market.run("second", "disagreements", "--reader", "Ben").out())
                .contains("awaits a new decision");
        market.run("decide", "approve", "--json", "--deal", approved.getFirst()).done();
        assertThat(market.run("second", "disagreements", "--reader", "Ben", "--json")
                        .done()
                        .get("disagreements"))
                .isEmpty();
        assertThat(market.run("second", "agreement", "--json", "--reader", "Ben")
                        .done()
                        .get("with")
                        .get(0)
                        .get("same")
                        .asInt())
                .as("settling changes no agreement")
                .isEqualTo(2);
    }

    private void wrongCallsNameTheOption() {
        assertThat(market.run("second").errLines().getFirst()).contains("does nothing alone");
        assertThat(market.run("second", "list", "--top", "0").errLines().getFirst())
                .contains("--top is 0");
        assertThat(market.run("second", "list", "--reader", " ").errLines().getFirst())
                .contains("needs a name");
        assertThat(market.run("second", "read", "--goes-out").errLines().getFirst())
                .contains("Nothing tells which");
        assertThat(market.run("second", "read", "--deal", "D1", "--goes-out", "--reason", "other")
                        .errLines()
                        .getFirst())
                .contains("cannot go out and not go out");
        assertThat(market.run("second", "read", "--deal", "D1", "--reason", "mood")
                        .errLines()
                        .getFirst())
                .contains("'mood' is not a reason");
        assertThat(market.run("second", "read", "--deal", "D1", "--comment", "x")
                        .errLines()
                        .getFirst())
                .contains("--comment belongs to an answer");
        assertThat(market.run(
                                "second",
                                "disagreements",
                                "--out",
                                folder.resolve("x.pdf").toString())
                        .exit())
                .isEqualTo(2);
        String refused = market.run("queue", "--json", "--top", "1", "--filter", "guard:rejected")
                .done()
                .get("proposals")
                .get(0)
                .get("dealId")
                .asString();
        market.run("decide", "override", "--json", "--deal", refused, "--reason", "other")
                .done();
        assertThat(market.run("second", "read", "--reader", "Ben", "--deal", refused, "--reason", "other")
                        .errLines()
                        .getFirst())
                .contains("could only override it");
        assertThat(market.run("second", "list", "--json", "--reader", "Ben")
                        .done()
                        .get("refusedByGuard")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void aRecordIsOfOneManagerWhoIsRemembered() {
        Shell.Ran nobody = market.run("record");
        assertThat(nobody.exit()).isEqualTo(2);
        assertThat(nobody.errLines().getFirst()).contains("Nothing tells whose record");
        String manager = nobody.errLines().get(1).replaceAll("One of: ([^,.]+).*", "$1");
        JsonNode record = market.run("record", "--json", "--manager", manager).done();
        assertThat(market.run("record", "--json").done()).isEqualTo(record);
        int known = record.get("changed").get("known").asInt();
        assertThat(known).isPositive();
        assertThat(sum(record.get("byReason"))).isEqualTo(known);
        assertThat(sum(record.get("byDiscount"))).isEqualTo(known);
        assertThat(record.get("headline").asString()).isNotBlank();
        assertThat(market.run("record").out()).contains(record.get("headline").asString(), "nobody can say");
        assertThat(market.run("record", "--manager", "nobody").errLines().getFirst())
                .contains("no override by a manager 'nobody'");
        assertThat(market.run("session", "list").out()).doesNotContain(manager);
    }

    private static int sum(JsonNode rows) {
        return rows.valueStream().mapToInt(row -> row.get("known").asInt()).sum();
    }
}
