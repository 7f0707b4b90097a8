package aidg.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// `audit show`, `export` and `verify`, over a workspace in which models were chosen.
final class AuditTest {

    @TempDir
    Path folder;

    private Shell shell;
    private Path workspace;
    private Path exported;

    @BeforeEach
    void choose() {
        shell = new Shell(folder.resolve("home"));
        workspace = folder.resolve("w");
        exported = folder.resolve("audit.jsonl");
        Path small = folder.resolve("small");
        shell.run("generate", "--json", "--merchants", "4", "--deals-per-merchant", "3", "--out", small.toString())
                .done();
        run("import", "--json", "--from", small.toString()).done();
        run("models", "--json", "--use", "shipped").done();
        run("models", "--json", "--use", "shipped").done();
        run("audit", "export", "--json", "--out", exported.toString()).done();
    }

    private Shell.Ran run(String... call) {
        return shell.in(workspace, call);
    }

    private static List<String> failed(Shell.Ran ran) {
        assertThat(ran.exit()).isEqualTo(1);
        return ran.json()
                .get("steps")
                .valueStream()
                .filter(step -> step.get("outcome").asString().equals("failed"))
                .map(step ->
                        step.get("name").asString() + ": " + step.get("detail").asString())
                .toList();
    }

    @Test
    void everythingThatWasDoneIsShownByWhoDidIt() {
        JsonNode shown = run("audit", "show", "--json", "--top", "2").done();
        assertThat(shown.get("total").asInt()).isEqualTo(3);
        assertThat(shown.get("lines").valueStream().map(line -> line.get("kind").asString()))
                .containsExactly("model-chosen", "model-chosen");
        assertThat(shown.get("lines").get(0).get("actor").asString()).isEqualTo(System.getProperty("user.name"));
        assertThat(run("audit", "show", "--json", "--session", "5")
                        .done()
                        .get("lines")
                        .isEmpty())
                .isTrue();
        assertThat(run("audit", "show").out()).contains("data-replaced", "3 of 3 lines.");
    }

    @Test
    void theWorkspacesOwnLogHoldsAndContinuesItsExport() {
        run("models", "--json", "--use", "shipped").done();
        JsonNode verified =
                run("audit", "verify", "--json", "--since", exported.toString()).done();
        assertThat(verified.get("ok").asBoolean()).isTrue();
        assertThat(verified.get("steps")
                        .get(verified.get("steps").size() - 1)
                        .get("detail")
                        .asString())
                .isEqualTo("the workspace holds the export (3) and goes on from there (1 more)");
    }

    @Test
    void anExportHoldsAndATamperedOneIsNamed() throws Exception {
        shell.run("audit", "verify", "--json", exported.toString()).done();
        String text = Files.readString(exported);
        Files.writeString(exported, text.replace("\"shipped\":\"true\"", "\"shipped\":\"false\""));
        assertThat(failed(shell.run("audit", "verify", "--json", exported.toString())))
                .containsExactly("chain: line 2 was changed after it was written");

        Files.writeString(exported, text.lines().limit(3).reduce("", (a, b) -> a + b + "\n"));
        Shell.Ran cut = shell.run("audit", "verify", exported.toString());
        assertThat(cut.exit()).isEqualTo(1);
        assertThat(cut.err()).contains("tampered with or damaged", "the file was cut off after row 3");

        Files.writeString(exported, "a,b\n1,2\n");
        assertThat(shell.run("audit", "verify", exported.toString()).exit()).isEqualTo(2);
    }

    @Test
    void theExportOfAnotherInstallationNeedsItsSignerNamed() {
        Shell stranger = new Shell(folder.resolve("stranger"));
        assertThat(failed(stranger.run("audit", "verify", "--json", exported.toString())))
                .singleElement()
                .asString()
                .startsWith("signer: signed by unknown key");
        String signer =
                shell.run("packet", "signer", "--json").done().get("publicKey").asString();
        stranger.run("audit", "verify", "--json", exported.toString(), "--signer", signer)
                .done();
    }

    @Test
    void aTableIsForSpreadsheets() throws Exception {
        Path table = folder.resolve("audit.csv");
        run("audit", "export", "--json", "--out", table.toString()).done();
        assertThat(Files.readString(table))
                .startsWith("sequence,at,actor,session,kind,subject,facts,previous_hash,hash\r\n1,")
                .contains(",\"shipped=true\",");
        assertThat(run("audit", "export", "--out", folder.resolve("audit.doc").toString())
                        .exit())
                .isEqualTo(2);
    }
}
