package aidg.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Review sessions, scenarios and filters over a small marketplace and the model that ships. [WB-9]
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SessionTest {

    private SmallMarketplace market;
    private Path temporary;

    @BeforeAll
    void fill(@TempDir Path folder) {
        temporary = folder;
        market = SmallMarketplace.in(folder);
    }

    @Test
    void whatIsDoneInASessionIsInItsReportAndNoCellIsAFormula() throws Exception {
        List<String> ids = market.queued();
        String first = ids.get(ids.size() - 1);
        String second = ids.get(ids.size() - 2);
        JsonNode started = market.run("session", "start", "--json").done();
        assertThat(started.get("running").asBoolean()).isTrue();
        assertThat(market.run("session", "start").errLines().getFirst()).contains("is open already");
        market.run("decide", "override", "--json", "--deal", first, "--reason", "other", "--comment", "=HYPERLINK(1)")
                .done();
        market.run("session", "pause", "--json").done();
        market.run("decide", "override", "--json", "--deal", second, "--reason", "bad_timing")
                .done();
        market.run("session", "resume", "--json").done();
        market.run("decide", "undo", "--json", "--deal", first).done();

        Path csv = temporary.resolve("report.csv");
        JsonNode report = market.run("session", "report", "--json", "--out", csv.toString())
                .done();
        assertThat(report.get("overridden").asInt()).isZero();
        assertThat(report.get("takenBack").asInt()).isEqualTo(1);
        assertThat(report.get("lines")
                        .valueStream()
                        .map(line -> line.get("what").asString()))
                .containsExactly("session-started", "overridden", "session-paused", "session-resumed", "withdrawn");
        assertThat(report.get("lines").get(1).get("stands").asBoolean()).isFalse();
        assertThat(Files.readString(csv)).contains("\"'=HYPERLINK(1)\"").doesNotContain("\"=HYPERLINK");
        assertThat(Files.readAllLines(csv)).hasSize(6);

        Path pdf = temporary.resolve("report.pdf");
        JsonNode printed = market.run("session", "report", "--json", "--out", pdf.toString())
                .done();
        assertThat(printed.get("sentOut").get("deals").asInt()).isZero();
        assertThat(report.get("sentOut").isNull()).isTrue();
        assertThat(report.get("leftInQueue").asInt()).isEqualTo(ids.size() - 1);
        assertThat(report.get("lines").get(1).get("merchant").asString()).isNotBlank();
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            assertThat(new PDFTextStripper().getText(document)).contains("=HYPERLINK(1)", "Session paused");
        }

        JsonNode ended = market.run("session", "end", "--json").done();
        assertThat(ended.get("endedAt").asString()).isEqualTo(Shell.NOW.toString());
        assertThat(market.run("session", "pause").exit()).isEqualTo(2);
        assertThat(market.run("session", "list", "--json").done().get("sessions"))
                .hasSize(1);
        assertThat(market.run("session", "report", "--number", "7").errLines().getFirst())
                .contains("There is no session 7");
        assertThat(market.run(
                                "session",
                                "report",
                                "--out",
                                temporary.resolve("x.doc").toString())
                        .exit())
                .isEqualTo(2);
    }

    @Test
    void aScenarioSaysTheSameToTheBitWhenItIsReopened() throws Exception {
        String deal = market.proposal(0);
        JsonNode saved = market.run(
                        "scenario", "save", "--json", "--deal", deal, "--name", "calmer", "--discount", "0.15")
                .done();
        market.run("scenario", "save", "--json", "--deal", deal, "--name", "45 days, longer", "--days", "45")
                .done();
        Path csv = temporary.resolve("scenarios.csv");
        JsonNode compared = market.run("scenario", "compare", "--json", "--deal", deal, "--out", csv.toString())
                .done();
        assertThat(compared.get("scenarios")).hasSize(2);
        for (JsonNode scenario : compared.get("scenarios")) {
            assertThat(scenario.get("same").asBoolean()).isTrue();
            assertThat(scenario.get("scoreNow").asDouble())
                    .isEqualTo(scenario.get("score").asDouble());
        }
        assertThat(compared.get("scenarios").get(0).get("score").asDouble())
                .isEqualTo(saved.get("score").asDouble());
        assertThat(Files.readString(csv)).startsWith("\"Scenario\",\"As proposed\",\"calmer\",\"45 days, longer\"");

        JsonNode plain = market.run("score", "--json", "--deal", deal, "--discount", "0.15")
                .done();
        assertThat(plain.get("score").asDouble()).isEqualTo(saved.get("score").asDouble());

        assertThat(market.run("scenario", "rename", "--json", "--deal", deal, "--name", "calmer", "--to", "calmest")
                        .done()
                        .get("name")
                        .asString())
                .isEqualTo("calmest");
        assertThat(market.run("scenario", "rename", "--deal", deal, "--name", "calmest", "--to", "45 days, longer")
                        .errLines()
                        .getFirst())
                .contains("has another scenario '45 days, longer'");
        market.run("scenario", "delete", "--json", "--deal", deal, "--name", "calmest")
                .done();
        assertThat(market.run("scenario", "list", "--json", "--deal", deal)
                        .done()
                        .get("scenarios"))
                .hasSize(1);
    }

    @Test
    void wrongCallsOfScenarioSayWhatWouldDo() {
        String deal = market.proposal(1);
        assertThat(market.run("scenario", "compare", "--deal", deal).errLines().getFirst())
                .contains("has no scenarios yet");
        assertThat(market.run("scenario", "save", "--deal", deal).errLines().getFirst())
                .contains("has no name");
        assertThat(market.run("scenario", "list", "--deal", deal, "--discount", "0.2")
                        .errLines()
                        .getFirst())
                .contains("belong to save");
        assertThat(market.run("scenario", "save", "--deal", deal, "--name", "x", "--starts", "2020-01-01")
                        .errLines()
                        .getFirst())
                .contains("before it was proposed");
        List<String> five = new ArrayList<>(List.of("scenario", "compare", "--deal", deal));
        List.of("a", "b", "c", "d", "e").forEach(name -> five.addAll(List.of("--name", name)));
        assertThat(market.run(five.toArray(String[]::new)).errLines().getFirst())
                .contains("5 scenarios do not fit side by side");
        assertThat(market.run("scenario", "compare", "--deal", deal, "--name", "none")
                        .errLines()
                        .getFirst())
                .contains("has no scenario 'none'");
    }

    @Test
    void theQueueIsSiftedByALine() {
        int all = market.queued().size();
        int rejected = market.run("queue", "--json", "--top", "1000", "--filter", "guard:rejected")
                .done()
                .get("proposals")
                .size();
        int allowed = market.run("queue", "--json", "--top", "1000", "--filter", "-guard:rejected")
                .done()
                .get("proposals")
                .size();
        assertThat(rejected + allowed).isEqualTo(all);
        assertThat(market.run("queue", "--json", "--filter", "is:snoozed")
                        .done()
                        .get("proposals"))
                .isEmpty();
        Shell.Ran wrong = market.run("queue", "--filter", "spa score<x");
        assertThat(wrong.exit()).isEqualTo(2);
        assertThat(wrong.errLines().getFirst()).contains("cannot be read at 'score<x'");
    }
}
