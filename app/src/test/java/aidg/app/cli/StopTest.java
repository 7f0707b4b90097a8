package aidg.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import aidg.app.Main;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Ctrl-C in a process of its own.
final class StopTest {

    private static final long PATIENCE_SECONDS = 120;

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void interruptedTrainingLeavesACheckpointAndGoesOnFromIt(@TempDir Path temporary) throws Exception {
        SmallMarketplace market = SmallMarketplace.in(temporary);
        Path training =
                Files.createDirectories(market.workspace().resolve("training").resolve("encoder"));
        Path errors = temporary.resolve("err.txt");
        Process child = train(market, temporary.resolve("home"), temporary.resolve("out.txt"), errors);
        try {
            firstCheckpoint(training, child);
            interrupt(child);
            assertThat(child.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        } finally {
            child.destroyForcibly();
        }
        assertThat(child.exitValue()).isEqualTo(130);
        assertThat(errors)
                .content()
                .contains("Stopped.", "goes on after the last whole epoch")
                .doesNotContain("\tat ");
        assertThat(training.resolve("run.json")).exists();
        String kept = Files.readString(training.resolve("run.json"));
        int epochs = kept.indexOf("\"epochs\"");
        String firstEpoch = kept.substring(epochs, kept.indexOf('}', epochs) + 1);

        assertThat(market.run("train", "--json").done().get("modelHash").asString())
                .isNotEmpty();
        assertThat(training.resolve("run.json")).content().contains(firstEpoch);
        market.run("queue", "--json").done();
    }

    private static Process train(SmallMarketplace market, Path home, Path out, Path errors) throws Exception {
        List<String> call = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Dai.djl.offline=true",
                "-Daidg.root=" + System.getProperty("aidg.root"),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        call.addAll(List.of("train", "--workspace", market.workspace().toString()));
        ProcessBuilder process =
                new ProcessBuilder(call).redirectOutput(out.toFile()).redirectError(errors.toFile());
        process.environment().put("AIDG_HOME", home.toString());
        return process.start();
    }

    /// Waits, without asking again and again, until the first epoch is kept.
    private static void firstCheckpoint(Path training, Process child) throws Exception {
        try (WatchService watch = FileSystems.getDefault().newWatchService()) {
            training.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
            while (!Files.exists(training.resolve("run.json"))) {
                assertThat(child.isAlive()).isTrue();
                WatchKey key = watch.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
                assertThat(key).as("a checkpoint in time").isNotNull();
                key.pollEvents();
                key.reset();
            }
        }
    }

    private static void interrupt(Process child) throws Exception {
        assertThat(new ProcessBuilder("kill", "-INT", String.valueOf(child.pid()))
                        .start()
                        .waitFor())
                .isZero();
    }
}
