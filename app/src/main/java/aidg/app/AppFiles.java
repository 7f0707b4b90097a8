package aidg.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/// Where the app finds and keeps its files.
///
/// @param home    the user's: default workspace, key, native libraries; `AIDG_HOME`, else the platform's usual
///                place
/// @param product what ships with the app: `models/`, `sample-data/`
public record AppFiles(Path home, Path product) {

    /// From the environment and the launcher's `aidg.root` property.
    public static AppFiles of(Map<String, String> environment) {
        return new AppFiles(
                home(environment).toAbsolutePath().normalize(),
                Path.of(System.getProperty("aidg.root", ".")).toAbsolutePath().normalize());
    }

    private static Path home(Map<String, String> environment) {
        String named = environment.get("AIDG_HOME");
        if (named != null && !named.isBlank()) {
            return Path.of(named);
        }
        String user = System.getProperty("user.home", ".");
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (system.contains("mac")) {
            return Path.of(user, "Library", "Application Support", "AIDG Workbench");
        }
        if (system.contains("win")) {
            return Path.of(environment.getOrDefault("APPDATA", user), "AIDG Workbench");
        }
        return Path.of(environment.getOrDefault("XDG_DATA_HOME", user + "/.local/share"), "aidg-workbench");
    }

    /// The workspace that is used if none is named.
    public Path defaultWorkspace() {
        return home.resolve("workspace");
    }

    /// One key file for all of a user's workspaces, apart from them, so that a copied workspace does not carry
    /// its key.
    public Path keyFile() {
        return home.resolve("workspace.key");
    }

    /// The key with which this installation signs what it hands out, made on first use.
    public Path signingKey() {
        return home.resolve("signing.key");
    }

    /// How the window last stood, whatever workspace it showed.
    public Path window() {
        return home.resolve("window.properties");
    }

    /// The model that ships with the app.
    public Path shippedModel() {
        return product.resolve("models");
    }

    /// The marketplace that ships with the app.
    public Path sample() {
        return product.resolve("sample-data");
    }

    /// Models trained in a workspace, one folder each, named by their hash.
    public static Path models(Path workspace) {
        return workspace.resolve("models");
    }

    /// State of a training run in a workspace.
    public static Path training(Path workspace) {
        return workspace.resolve("training");
    }

    /// Version of the build.
    public static String version() {
        try (InputStream written = AppFiles.class.getResourceAsStream("version.txt")) {
            return written == null ? "unknown" : new String(written.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("the program's own files cannot be read; install the product again", e);
        }
    }
}
