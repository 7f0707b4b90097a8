package aidg.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class UsageTest {

    @TempDir
    Path temporary;

    private Shell shell() {
        return new Shell(temporary.resolve("home"));
    }

    static Stream<String> everyCommand() {
        return new Shell(Path.of("unused")).line().commands().stream();
    }

    @ParameterizedTest
    @MethodSource("everyCommand")
    void helpOfEveryCommandMentionsEveryOption(String command) {
        Shell.Ran help = shell().run(command, "--help");
        assertThat(help.exit()).isZero();
        assertThat(help.err()).isEmpty();
        assertThat(help.out()).contains(shell().line().options(command));
        assertThat(help.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(110));
    }

    @Test
    void commandListShowsOneWholeSentenceEach() {
        String help = shell().run("--help").out();
        assertThat(everyCommand())
                .allSatisfy(command -> assertThat(help).containsPattern("(?m)^  " + command + " +\\p{Lu}.*\\.$"));
    }

    @Test
    void versionIsThatOfTheBuild() {
        assertThat(shell().run("--version").out()).matches("AIDG Workbench \\d+\\.\\d+\\.\\d+\\S*\\R");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            frobnicate | There is no command 'frobnicate'.
            queue --tpo 3 | There is no option --tpo.
            queue --top x | 'x' is not a whole number
            queue --top 0 | --top is 0, which shows nothing.
            queue --device tpu | but was 'tpu'
            score --merchant M --discount much --price 3 --days 4 | 'much' is not a number
            score --merchant M --discount nan --price 3 --days 4 | 'nan' is not a number
            score --merchant M --date soon | 'soon' is not a date like 2026-11-23
            score --merchant M --price 3 | The deal's terms are incomplete (--merchant).
            score | Nothing tells which deal to score.
            score --deal D --merchant M | --deal names a proposal, so --merchant cannot be given as well.
            score --deal D --deals f.csv | --deal names a proposal, so --deals cannot be given as well.
            score --deals f.csv --price 3 | The terms are in the file
            import | Missing required option: '--from=DIR'.
            decide | Missing required
            decide maybe --deal D | but was 'maybe'
            decide override --deal D | An override needs a reason (--reason).
            decide override --deal D --reason dislike | 'dislike' is not a reason (--reason).
            decide approve --deal D --discount 0.1 | A reason, a comment and new terms belong to an override
            decide undo --deal D --comment sorry | not to an undo
            generate --merchants -1 --out g | -1 merchants is not in 1..99999.
            tour --out t --size huge | 'huge' is not a size (--size).
            bench start --runs 0 | --runs is 0, which measures nothing.
            packet | `workbench packet` does nothing alone.
            packet make --deal D | Missing required option: '--out=FILE'.
            packet make --deal D --out /nowhere/p.json | There is no folder /nowhere (--out).
            packet verify /nowhere/p.json | There is no file /nowhere/p.json.
            audit | `workbench audit` does nothing alone.
            audit show --top 0 | --top is 0, which shows nothing.
            audit export --out log.txt | 'log.txt' does not tell in which form to write (--out).
            audit verify a.jsonl --since b.jsonl | --since is about the workspace's own log
            queue --workspace /nowhere/at/all | There is no workspace in /nowhere/at/all
            """)
    void wrongCallIsToldWhatIsWrongAndWhatToDo(String call, String message) {
        Shell.Ran plain = shell().run(call.split(" "));
        assertThat(plain.exit()).isEqualTo(2);
        assertThat(plain.out()).isEmpty();
        assertThat(plain.errLines()).hasSize(2);
        assertThat(plain.errLines().getFirst()).contains(message).endsWith(".");
        assertThat(plain.errLines().getLast()).endsWith(".");

        Shell.Ran json = shell().run((call + " --json").split(" "));
        assertThat(json.exit()).isEqualTo(2);
        assertThat(json.err()).isEqualTo(plain.err());
        assertThat(json.json().get("error").propertyNames()).containsExactly("code", "message", "where", "fix");
        assertThat(json.json().get("error").get("fix").asString())
                .isEqualTo(plain.errLines().getLast());
    }

    @Test
    void wrongCallLeavesNothingBehind() {
        shell().run("queue", "--workspace", temporary.resolve("typo").toString());
        shell().run("score", "--deal", "D", "--merchant", "M");
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void generateRefusesAFolderWithOtherThings() throws Exception {
        Path diary = Files.writeString(temporary.resolve("diary.txt"), "mine");
        Shell.Ran refused = shell().run("generate", "--json", "--merchants", "2", "--out", temporary.toString());
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.json().get("error").get("message").asString()).contains("is not empty");
        assertThat(temporary).isDirectoryNotContaining(path -> !path.equals(diary));
    }

    @Test
    void importOfAMissingFolderSaysWhichOne() {
        Shell.Ran refused = shell().in(temporary.resolve("w"), "import", "--from", "/nowhere");
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.errLines())
                .containsExactly("There is no such folder (/nowhere).", "Name the folder that holds the files.");
    }

    @Test
    void emptyWorkspaceIsToldHowToFillIt() {
        Path workspace = temporary.resolve("w");
        shell().in(workspace, "import", "--from", "/nowhere");
        Shell.Ran refused = shell().in(workspace, "queue");
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.errLines())
                .containsExactly(
                        "The workspace holds no marketplace yet (%s).".formatted(workspace),
                        "Import one with `workbench import --workspace %s --from FOLDER`.".formatted(workspace));
    }

    @Test
    void doctorNamesWhatItLookedAt() {
        Shell.Ran doctor = shell().run("doctor", "--json");
        assertThat(doctor.done().get("checks").valueStream())
                .allSatisfy(check -> {
                    assertThat(check.propertyNames()).containsExactly("name", "ok", "detail", "fix");
                    assertThat(check.get("ok").asBoolean())
                            .isEqualTo(check.get("fix").isNull());
                })
                .extracting(check -> check.get("name").asString())
                .contains(
                        "java",
                        "home",
                        "workspace",
                        "key",
                        "disk",
                        "model",
                        "in use",
                        "sample",
                        "device",
                        "fonts",
                        "display");
    }

    @Test
    void doctorSaysWhatToDoAboutAKeyThatOthersCanRead() throws Exception {
        Path key = Files.createDirectories(temporary.resolve("home")).resolve("workspace.key");
        Files.writeString(key, "not a key");
        assertThat(key.toFile().setReadable(true, false)).isTrue();
        Shell.Ran doctor = shell().run("doctor");
        assertThat(doctor.exit()).isEqualTo(1);
        assertThat(doctor.out()).contains("chmod 600 " + key);
    }
}
