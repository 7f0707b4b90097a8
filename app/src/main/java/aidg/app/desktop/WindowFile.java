package aidg.app.desktop;

import aidg.ui.shell.WindowMemory;
import aidg.ui.shell.WindowState;
import aidg.ui.theme.Theme;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;

/// How the window stood, as lines of `name=value` in the app's own folder. Written to a file beside it that then takes
/// its place, so that a killed program leaves the old one or the new one, whole. One that cannot be read counts as
/// none.
final class WindowFile implements WindowMemory {

    private static final System.Logger LOG = System.getLogger(WindowFile.class.getName());

    private final Path file;

    WindowFile(Path file) {
        this.file = file;
    }

    @Override
    public Optional<WindowState> last() {
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            Properties lines = new Properties();
            lines.load(reader);
            return Optional.of(state(lines));
        } catch (IOException | IllegalArgumentException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "{0} is left aside, the window opens as the first time: {1}",
                    file,
                    e.getMessage());
            return Optional.empty();
        }
    }

    private static WindowState state(Properties lines) {
        String theme = lines.getProperty("theme", "");
        return new WindowState(
                figure(lines, "x"),
                figure(lines, "y"),
                figure(lines, "width"),
                figure(lines, "height"),
                Boolean.parseBoolean(lines.getProperty("maximised", "")),
                figure(lines, "zoom"),
                theme.isEmpty() ? Optional.empty() : Optional.of(Theme.valueOf(theme.toUpperCase(Locale.ROOT))),
                lines.getProperty("view", ""));
    }

    private static double figure(Properties lines, String name) {
        String value = lines.getProperty(name, "");
        try {
            return Double.parseDouble(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("%s is '%s', no number".formatted(name, value), e);
        }
    }

    @Override
    public void keep(WindowState state) throws IOException {
        Properties lines = new Properties();
        lines.setProperty("x", Double.toString(state.x()));
        lines.setProperty("y", Double.toString(state.y()));
        lines.setProperty("width", Double.toString(state.width()));
        lines.setProperty("height", Double.toString(state.height()));
        lines.setProperty("maximised", Boolean.toString(state.maximised()));
        lines.setProperty("zoom", Double.toString(state.zoom()));
        lines.setProperty(
                "theme",
                state.theme().map(one -> one.name().toLowerCase(Locale.ROOT)).orElse(""));
        lines.setProperty("view", state.view());
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path fresh = Files.createTempFile(file.toAbsolutePath().getParent(), "window", ".new");
        try {
            try (Writer writer = Files.newBufferedWriter(fresh, StandardCharsets.UTF_8)) {
                lines.store(writer, "How the workbench's window stood");
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }
}
