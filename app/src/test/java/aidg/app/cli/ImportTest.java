package aidg.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import aidg.app.AppFiles;
import aidg.app.Session;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Imports into a workspace: what they report, what they refuse, and what a stopped one leaves.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ImportTest {

    private SmallMarketplace market;
    private Path temporary;
    private List<String> ids;

    @BeforeAll
    void fill(@TempDir Path folder) {
        temporary = folder;
        market = SmallMarketplace.in(folder);
        ids = market.queued();
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
        assertThat(market.queued()).contains(ids.getLast());
        Path out = other.resolve("g");
        assertThat(new Shell(other)
                        .stopped()
                        .run("generate", "--out", out.toString())
                        .exit())
                .isEqualTo(130);
        assertThat(out).doesNotExist();
    }
}
