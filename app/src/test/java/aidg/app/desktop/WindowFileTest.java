package aidg.app.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import aidg.ui.shell.WindowState;
import aidg.ui.theme.Theme;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WindowFileTest {

    private static final WindowState STATE =
            new WindowState(-1200.5, 30, 1440, 900, true, 1.25, Optional.of(Theme.DARK), "What-if");

    @Test
    void whatIsKeptIsReadBackAndNothingElseIsLeftBeside(@TempDir Path home) throws IOException {
        Path file = home.resolve("new").resolve("window.properties");
        WindowFile memory = new WindowFile(file);
        assertThat(memory.last()).isEmpty();

        memory.keep(STATE);
        assertThat(memory.last()).contains(STATE);
        WindowState undecided = new WindowState(0, 0, 1280, 800, false, 1, Optional.empty(), "Review");
        memory.keep(undecided);
        assertThat(memory.last()).contains(undecided);
        try (Stream<Path> files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x=1\ny=2\nwidth=1440\nheight=900",
                "x=NaN\ny=0\nwidth=1440\nheight=900\nzoom=1",
                "x=0\ny=0\nwidth=-5\nheight=900\nzoom=1",
                "x=0\ny=0\nwidth=1440\nheight=900\nzoom=1\ntheme=pink",
                "\\u12",
                "\u0000\u0001 not a window"
            })
    void aDamagedFileCountsAsNoneAndIsReplacedLater(String damaged, @TempDir Path home) throws IOException {
        Path file = home.resolve("window.properties");
        Files.writeString(file, damaged, StandardCharsets.UTF_8);
        WindowFile memory = new WindowFile(file);

        assertThat(memory.last()).isEmpty();
        memory.keep(STATE);
        assertThat(memory.last()).contains(STATE);
    }
}
