package aidg.ui.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/// One of the two looks.
public enum Theme {
    LIGHT(new PrimerLight().getUserAgentStylesheet(), "tokens-light.css"),
    DARK(new PrimerDark().getUserAgentStylesheet(), "tokens-dark.css");

    private static final List<String> FACES =
            List.of("InterWorkbench-Regular.otf", "InterWorkbench-Medium.otf", "InterWorkbench-SemiBold.otf");

    private final String primer;
    private final String tokens;

    Theme(String primer, String tokens) {
        this.primer = primer;
        this.tokens = tokens;
    }

    /// Gives the scene this look; popups it opens take it over.
    public void applyTo(Scene scene) {
        scene.setUserAgentStylesheet(primer);
        scene.getStylesheets().setAll(resource(tokens), resource("workbench.css"));
    }

    /// The other one.
    public Theme other() {
        return this == LIGHT ? DARK : LIGHT;
    }

    /// Makes the bundled typeface known to JavaFX; doing it twice does no harm.
    public static void loadTypeface() {
        for (String face : FACES) {
            try (InputStream file = Theme.class.getResourceAsStream("fonts/" + face)) {
                if (file == null || Font.loadFont(file, 12) == null) {
                    throw new IllegalStateException(
                            "The typeface %s cannot be read; install the workbench again".formatted(face));
                }
            } catch (IOException broken) {
                throw new UncheckedIOException("The typeface %s cannot be read".formatted(face), broken);
            }
        }
    }

    private static String resource(String name) {
        URL url = Theme.class.getResource(name);
        if (url == null) {
            throw new IllegalStateException(
                    "The style sheet %s is missing; install the workbench again".formatted(name));
        }
        return url.toExternalForm();
    }
}
